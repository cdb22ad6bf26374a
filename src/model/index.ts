export {
  type AttributeValue,
  attributeValueSchema,
  type Behavioural,
  behaviouralSchema,
  type CustomerAttributes,
  customerAttributesSchema,
  type Demographic,
  demographicSchema,
  type Geographic,
  geographicSchema,
  type OpenAttributes,
  openAttributesSchema,
  type Psychographic,
  psychographicSchema,
} from "./attributes.js";
export { type Customer, type CustomerInput, customerSchema } from "./customer.js";
export {
  type CustomerAttributesWith,
  defineFields,
  type FieldValue,
  type FieldValues,
  type WithAttributes,
} from "./define-fields.js";
export {
  type ActivityEvent,
  type ActivityEventInput,
  type ActivityEventType,
  eventSchema,
} from "./event.js";
export {
  type FieldDefinition,
  type FieldDefinitions,
  type FieldDefinitionsInput,
  fieldDefinitionSchema,
  fieldDefinitionsSchema,
  parseFieldDefinitions,
} from "./field-definitions.js";
export { type Field, type FieldType, fieldsOf } from "./fields.js";
export { type History, type HistoryWindow, historyOf } from "./history.js";
export { toJsonSchema } from "./json-schema.js";
export {
  type Order,
  type OrderInput,
  type OrderLine,
  type OrderStatus,
  orderLineSchema,
  orderSchema,
  orderStatusSchema,
} from "./order.js";
export {
  type BulkParseOptions,
  type ParsedRecords,
  type ParseOptions,
  parseRecord,
  parseRecords,
  type SafeParse,
  safeParseRecord,
  toJson,
} from "./parse.js";
export { parseCustomer, parseCustomers, safeParseCustomer } from "./parse-customer.js";
export { parseEvent, parseEvents, safeParseEvent } from "./parse-event.js";
export { parseOrder, parseOrders, safeParseOrder } from "./parse-order.js";
export { parseProduct, parseProducts, safeParseProduct } from "./parse-product.js";
export { parseRefund, parseRefunds, safeParseRefund } from "./parse-refund.js";
export { type PersonalField, personal, personalKindSchema, pii } from "./pii.js";
export { type Product, type ProductInput, productSchema } from "./product.js";
export {
  type OrderRefund,
  orderRefundSchema,
  type Refund,
  type RefundInput,
  type RefundLine,
  refundLineSchema,
  refundSchema,
} from "./refund.js";
export type { Subject, SubjectBase } from "./subject.js";

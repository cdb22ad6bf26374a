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
  type ActivityEvent,
  type ActivityEventInput,
  type ActivityEventType,
  eventSchema,
} from "./event.js";
export { type History, type HistoryWindow, historyOf } from "./history.js";
export {
  type Order,
  type OrderInput,
  type OrderLine,
  type OrderStatus,
  orderLineSchema,
  orderSchema,
  orderStatusSchema,
} from "./order.js";
export { type PersonalField, pii } from "./pii.js";
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

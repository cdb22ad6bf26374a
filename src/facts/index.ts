export {
  type ClvSummary,
  type ClvSummaryOptions,
  type ClvSummaryRow,
  type ClvUnit,
  summarizeForClv,
} from "./clv-summary.js";
export { collectFacts } from "./collect.js";
export { collectFactsFromColumns } from "./collect-columns.js";
export type { CustomerFacts, DayFacts, SpendFacts } from "./customer-facts.js";
export type { DayColumns } from "./day-columns.js";
export {
  DuplicateOrderError,
  FactsMismatchError,
  NoCustomerError,
  NotCollectedError,
  OrderAfterNowError,
} from "./errors.js";
export { type AsOf, Facts } from "./facts.js";
export type { FactsDefinition, FactsOptions, RateSource, RefundPolicy, SpendOptions } from "./options.js";
export type {
  AmountColumn,
  IdColumn,
  OrderColumns,
  RefundColumns,
  TimeColumn,
  TimeUnit,
} from "./order-columns.js";
export type {
  FactsRow,
  OrderLineRow,
  OrderSummary,
  OrderWithLines,
  RefundRow,
  StandAloneRefund,
} from "./order-row.js";
export { type FactsColumnStore, factsFromColumns, factsToColumns } from "./stored-columns.js";
export {
  factsFromJson,
  factsToJson,
  type StoredCustomer,
  type StoredDay,
  type StoredFacts,
  type StoredRefund,
} from "./stored-facts.js";
export { type FactsColumns, NO_DAY, type TotalsOptions } from "./totals.js";

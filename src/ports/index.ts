export { canonicalText } from "./canonical-text.js";
export type { Page, PageOptions, StopSignal } from "./page.js";
export type {
  CustomerRepository,
  EventRepository,
  FactsRecord,
  FactsRepository,
  OrderRepository,
  ProductRepository,
} from "./repositories.js";
export type { Repository } from "./repository.js";
export type { TimelineRepository, TimeRange } from "./timeline.js";
export type { SaveOptions, SaveResult, Versioned } from "./versioned.js";
export { type RetryOptions, type RetryResult, withRetry } from "./with-retry.js";

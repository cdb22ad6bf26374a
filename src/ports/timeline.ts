import type { Page, PageOptions } from "./page.js";
import type { Repository } from "./repository.js";
import type { Versioned } from "./versioned.js";

/** A stretch of time, half open, so that neighbouring ranges share nothing and miss nothing. */
export interface TimeRange {
  /** The first instant inside; open where absent. */
  readonly from?: Date | undefined;
  /** The first instant outside; open where absent. */
  readonly to?: Date | undefined;
}

/** Records that each stand at an instant and mostly belong to a customer. */
export interface TimelineRepository<T extends { readonly id: string }> extends Repository<T> {
  /** One list per customer, in the order asked: the customer's records in the range, oldest first, equal instants by id
   * by code point; empty where there are none.
   */
  ofCustomers(customerIds: readonly string[], range?: TimeRange): Promise<readonly (readonly Versioned<T>[])[]>;

  /** As {@link Repository.pages}, of the records in the range alone. */
  pages(options?: PageOptions & TimeRange): AsyncIterable<Page<T>>;
}

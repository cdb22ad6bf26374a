import { instantMs } from "../kernel/index.js";
import type { CustomerIndex } from "./customer-index.js";
import type { DayTable } from "./day-table.js";
import type { FactsContext, FactsDefinition } from "./options.js";

/** Places of the sums in the table of order days. */
export const ITEMS = 0;
export const GROSS = 1;
export const DISCOUNT = 2;

/** The local day up to which facts are read. */
export function todayOf({ context }: Pick<FactsTables, "context">, now: Date): number {
  return context.zone.dayOf(instantMs(now, ["now"]));
}

/** What the readers of facts see of them. */
export interface FactsTables {
  readonly definition: FactsDefinition;
  readonly context: FactsContext;
  readonly customers: CustomerIndex;
  /** Order days: count = orders, sums = items, gross, discount. */
  readonly orderDays: DayTable;
  /** Refund days by their key: count = refunds, sums = amount. */
  readonly refundDays: DayTable;
}

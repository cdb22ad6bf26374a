import type { Facts } from "../facts/index.js";
import { InvalidOptionError } from "../kernel/index.js";
import type { PeriodDefinition, RateDefinition } from "./definition.js";
import type { Period, PeriodOptions } from "./period-table.js";
import { rateOf } from "./rate.js";
import { readDays } from "./read-days.js";

/** How repeat purchases are counted. */
export interface RepeatRatesOptions extends PeriodOptions {
  /** What a purchase is: an order, or a day with orders (two orders on one day are then one purchase).
   * @defaultValue `"orders"` */
  readonly of?: "orders" | "purchase-days";
  /** Which purchases make a period's buyer a repeat buyer: all up to the end of the period, or the period's own alone.
   * Says nothing about `whole`, which counts all history. @defaultValue `"to-date"` */
  readonly counting?: "to-date" | "in-period";
}

/** Repeat purchasing of a set of buyers. */
export interface RepeatFigures {
  /** Customers with at least one purchase. */
  readonly buyers: number;
  /** Of them, those with at least two. */
  readonly repeatBuyers: number;
  /** Purchases of these customers. */
  readonly purchases: number;
  /** `repeatBuyers` of `buyers`, 0 to 1. */
  readonly repeatPurchaseRate: number | undefined;
  /** `purchases` by `buyers`, ≥ 1. */
  readonly purchaseFrequency: number | undefined;
  /** Buyers with exactly one purchase, of `buyers`: one less the repeat rate. */
  readonly oneTimeBuyerRate: number | undefined;
}

/** One period's repeat purchasing. */
export interface PeriodRepeat extends Period, RepeatFigures {}

/** Repeat purchasing, whole and period by period. */
export interface RepeatRates {
  /** Calendar, what a purchase is, and what the rates divide. */
  readonly definition: PeriodDefinition & {
    readonly of: "orders" | "purchase-days";
    readonly counting: "to-date" | "in-period";
    readonly repeatPurchaseRate: RateDefinition;
    readonly purchaseFrequency: RateDefinition;
    readonly oneTimeBuyerRate: RateDefinition;
  };
  /** Over all history up to `now`. */
  readonly whole: RepeatFigures;
  /** From the first order to `now`, without a gap. */
  readonly periods: readonly PeriodRepeat[];
}

/** How many customers buy again, and how often. One pass over the order days.
 * @throws When the zone is not the facts': {@link TimeZoneMismatchError}; when an option is not one of its values,
 *   weeks have no first day or there are more than 5,000 periods: {@link InvalidOptionError}; when `now` is not a date:
 *   {@link InvalidInstantError}.
 * @example
 * ```ts
 * import { repeatRates } from "clientele/cohorts";
 * import { collectFacts } from "clientele/facts";
 * const timeZone = "Europe/Berlin";
 * const order = (id: string, customerId: string, day: string) => ({
 *   id,
 *   customerId,
 *   placedAt: new Date(`${day}T10:00:00Z`),
 *   gross: "10.00",
 * });
 * const orders = [order("1", "ann", "2026-01-05"), order("2", "bob", "2026-01-20"), order("3", "ann", "2026-02-05")];
 * const facts = collectFacts(orders, { currency: "EUR", timeZone });
 * const { whole } = repeatRates(facts, { now: new Date("2026-02-28T12:00:00Z"), timeZone, period: "month" });
 * if (whole.repeatPurchaseRate !== 0.5) throw new Error("one of two bought again");
 * ```
 */
export function repeatRates(facts: Facts, options: RepeatRatesOptions): RepeatRates {
  const { of = "orders", counting = "to-date" } = options;
  if (of !== "orders" && of !== "purchase-days")
    throw new InvalidOptionError({ path: ["of"], expected: "orders or purchase-days" });
  if (counting !== "to-date" && counting !== "in-period")
    throw new InvalidOptionError({ path: ["counting"], expected: "to-date or in-period" });
  const { definition, columns, customers, table } = readDays(facts, options, "first-order");
  const { offsets, day, orders } = columns;
  const byPeriod = table.periods.map(() => newTally());
  const whole = newTally();

  for (let c = 0; c < customers; c++) {
    const end = offsets[c + 1]!;
    let toDate = 0;
    for (let row = offsets[c]!; row < end; ) {
      if (orders[row] === 0) {
        row++;
        continue;
      }
      const period = table.indexOf(day[row]!);
      let inPeriod = 0;
      const next = table.startDays[period + 1]!;
      for (; row < end && day[row]! < next; row++) if (orders[row]! > 0) inPeriod += of === "orders" ? orders[row]! : 1;
      toDate += inPeriod;
      count(byPeriod[period]!, inPeriod, counting === "to-date" ? toDate : inPeriod);
    }
    if (toDate > 0) count(whole, toDate, toDate);
  }

  const span = counting === "to-date" ? "up-to-the-end-of-the-period" : "in-the-period";
  const denominator = "customers-with-a-purchase-in-the-period";
  return {
    definition: {
      ...definition,
      of,
      counting,
      repeatPurchaseRate: { numerator: `of-them-those-with-two-or-more-purchases-${span}`, denominator },
      purchaseFrequency: { numerator: "purchases-in-the-period", denominator },
      oneTimeBuyerRate: { numerator: `of-them-those-with-one-purchase-${span}`, denominator },
    },
    whole: figuresOf(whole),
    periods: table.periods.map((period, i) => ({ ...period, ...figuresOf(byPeriod[i]!) })),
  };
}

interface Tally {
  buyers: number;
  repeatBuyers: number;
  purchases: number;
}

function newTally(): Tally {
  return { buyers: 0, repeatBuyers: 0, purchases: 0 };
}

function count(tally: Tally, purchases: number, counted: number): void {
  tally.buyers++;
  tally.purchases += purchases;
  if (counted >= 2) tally.repeatBuyers++;
}

function figuresOf({ buyers, repeatBuyers, purchases }: Tally): RepeatFigures {
  return {
    buyers,
    repeatBuyers,
    purchases,
    repeatPurchaseRate: rateOf(repeatBuyers, buyers),
    purchaseFrequency: rateOf(purchases, buyers),
    oneTimeBuyerRate: rateOf(buyers - repeatBuyers, buyers),
  };
}

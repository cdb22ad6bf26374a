import { type Decimal, isoDay, majorAmount } from "../kernel/index.js";
import { daySeries } from "./day-columns.js";
import type { FactsTables } from "./facts-tables.js";

/** Money of one stretch of time, in major units, exact. */
export interface SpendFacts {
  readonly gross: Decimal;
  readonly discount: Decimal;
  readonly refunds: Decimal;
  /** Gross less discount and refunds. */
  readonly net: Decimal;
}

/** One day of a customer's series. */
export interface DayFacts extends SpendFacts {
  /** ISO day of the facts' zone. */
  readonly day: string;
  /** Orders placed; 0 on a day with refunds alone. */
  readonly orders: number;
  readonly items: number;
}

/** What is known of one customer's buying as of a date. */
export interface CustomerFacts extends SpendFacts {
  readonly customerId: string;
  /** ISO 4217 currency of all its money. */
  readonly currency: string;
  /** The zone of its days. */
  readonly timeZone: string;
  /** The last ISO day that was seen. */
  readonly asOf: string;
  readonly orders: number;
  /** Distinct local days with an order. */
  readonly purchaseDays: number;
  readonly items: number;
  /** ISO day of the first order, `undefined` without one. */
  readonly firstDay: string | undefined;
  /** ISO day of the last order, `undefined` without one. */
  readonly lastDay: string | undefined;
  /** Days between one purchase day and the next, oldest first. */
  readonly gapsDays: readonly number[];
  /** The series, oldest first. */
  readonly days: readonly DayFacts[];
}

/** One customer's facts up to a day. @internal */
export function customerFactsAt(facts: FactsTables, index: number, today: number): CustomerFacts {
  const series = daySeries(facts, index, index + 1, today);
  const { digits } = facts.context;
  const spend = (row: number): SpendFacts => ({
    gross: majorAmount(series.gross[row]!, digits),
    discount: majorAmount(series.discount[row]!, digits),
    refunds: majorAmount(series.refunds[row]!, digits),
    net: majorAmount(series.net[row]!, digits),
  });
  const days = Array.from(series.day, (day, row) => ({
    day: isoDay(day),
    orders: series.orders[row]!,
    items: series.items[row]!,
    ...spend(row),
  }));
  const purchases = [...series.day].filter((_, row) => series.orders[row]! > 0);
  const zero = majorAmount(0, digits);
  const sumOf = (key: keyof SpendFacts) => days.reduce((sum, day) => sum.plus(day[key]), zero);
  return {
    customerId: facts.customers.idAt(index),
    currency: facts.definition.currency,
    timeZone: facts.definition.timeZone,
    asOf: isoDay(today),
    orders: days.reduce((sum, { orders }) => sum + orders, 0),
    purchaseDays: purchases.length,
    items: days.reduce((sum, { items }) => sum + items, 0),
    firstDay: purchases.length === 0 ? undefined : isoDay(purchases[0]!),
    lastDay: purchases.length === 0 ? undefined : isoDay(purchases[purchases.length - 1]!),
    gapsDays: purchases.slice(1).map((day, i) => day - purchases[i]!),
    gross: sumOf("gross"),
    discount: sumOf("discount"),
    refunds: sumOf("refunds"),
    net: sumOf("net"),
    days,
  };
}

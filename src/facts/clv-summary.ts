import {
  type Decimal,
  InvalidOptionError,
  majorAmount,
  periodsBetween,
  startOfPeriod,
  TimeZoneMismatchError,
  type Weekday,
} from "../kernel/index.js";
import type { Facts } from "./facts.js";
import { DISCOUNT, GROSS } from "./facts-tables.js";
import { refundDay, refundOrderDay } from "./refund-key.js";

/** The unit of `t_x` and `T`. A month is 365.25 / 12 days and a year 365.25 days. */
export type ClvUnit = "day" | "week" | "month" | "year";

/** How facts are summed up for the models of customer lifetime value. */
export interface ClvSummaryOptions {
  /** The end of observation: days after its local day are not seen. */
  readonly now: Date;
  /** The facts' zone. */
  readonly timeZone: string;
  readonly unit: ClvUnit;
  /** What counts as one purchase: all orders of a day, or of a calendar week or month. @defaultValue `"day"` */
  readonly grain?: "day" | "week" | "month";
  /** First day of the week, required where the grain is a week. */
  readonly weekStartsOn?: Weekday;
  /** End of the calibration: what follows, up to `now`, is the holdout; customers first seen in it are left out. */
  readonly calibrationEnd?: Date;
}

/** What the models need of one customer. */
export interface ClvSummaryRow {
  readonly customerId: string;
  /** Repeat purchases: distinct days (or weeks, months) with an order, less the first. */
  readonly x: number;
  /** Time from first to last purchase, in units; 0 without a repeat. */
  readonly tX: number;
  /** Time from first purchase to the end of observation, in units. */
  readonly T: number;
  /** Mean net spend of repeat purchases, major units; zero without a repeat. Refunds lower the day of their order. */
  readonly meanRepeatSpend: Decimal;
  /** Purchases in the holdout; `undefined` without a holdout. */
  readonly holdoutX: number | undefined;
  /** Mean net spend of the holdout's purchases, zero without one; `undefined` without a holdout. */
  readonly holdoutMeanSpend: Decimal | undefined;
}

/** Customers summed up for the models of lifetime value. */
export interface ClvSummary {
  readonly unit: ClvUnit;
  readonly currency: string;
  readonly rows: readonly ClvSummaryRow[];
  /** Length of the holdout in units; `undefined` without one. */
  readonly holdoutT: number | undefined;
  /** Refunds that name no order, which therefore lower no purchase: how many days of them, and how much. */
  readonly unlinkedRefunds: { readonly days: number; readonly amount: Decimal };
}

const DAYS_PER_UNIT: Readonly<Record<ClvUnit, number>> = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 };

/** Sums facts up as `x`, `t_x`, `T` and mean repeat spend.
 * @param facts - collected in the same zone
 * @returns one row a customer with a purchase up to the end (of the calibration, where there is one), by index
 * @throws When the zone is another than the facts': {@link TimeZoneMismatchError}; when the unit, the grain or the
 *   calibration end does not fit: {@link InvalidOptionError}.
 * @see Fader, Hardie & Lee 2005, "Counting Your Customers the Easy Way", Marketing Science 24(2)
 */
export function summarizeForClv(facts: Facts, options: ClvSummaryOptions): ClvSummary {
  const { unit, grain = "day", weekStartsOn, timeZone } = options;
  if (timeZone !== facts.definition.timeZone)
    throw new TimeZoneMismatchError({ path: ["timeZone"], expected: "the zone that the facts were collected in" });
  if (!Object.hasOwn(DAYS_PER_UNIT, unit))
    throw new InvalidOptionError({ path: ["unit"], expected: "day, week, month or year" });
  const end = facts.dayOf(options.now);
  const calibration = options.calibrationEnd === undefined ? end : facts.dayOf(options.calibrationEnd);
  if (calibration > end) throw new InvalidOptionError({ path: ["calibrationEnd"], expected: "a day up to now" });

  const daysPerUnit = DAYS_PER_UNIT[unit];
  const grainOf = (day: number) => (grain === "day" ? day : startOfPeriod(day, grain, weekStartsOn));
  const time = (from: number, to: number) =>
    grain === unit && grain !== "day" ? periodsBetween(from, to, grain, weekStartsOn) : (to - from) / daysPerUnit;
  const hasHoldout = options.calibrationEnd !== undefined;
  const rows: ClvSummaryRow[] = [];
  for (let c = 0; c < facts.size; c++) {
    const seen = purchasesOf(facts, c, Number.NEGATIVE_INFINITY, calibration, grainOf);
    const first = seen[0];
    if (first === undefined) continue;
    const later = hasHoldout ? purchasesOf(facts, c, calibration + 1, end, grainOf) : [];
    const mean = (of: readonly Purchase[]) => meanSpend(of, facts.context.digits);
    rows.push({
      customerId: facts.customers.idAt(c),
      x: seen.length - 1,
      tX: time(first.at, seen[seen.length - 1]!.at),
      T: time(first.at, grainOf(calibration)),
      meanRepeatSpend: mean(seen.slice(1)),
      holdoutX: hasHoldout ? later.length : undefined,
      holdoutMeanSpend: hasHoldout ? mean(later) : undefined,
    });
  }
  return {
    unit,
    currency: facts.definition.currency,
    rows,
    holdoutT: hasHoldout ? time(grainOf(calibration), grainOf(end)) : undefined,
    unlinkedRefunds: unlinkedRefunds(facts, end),
  };
}

interface Purchase {
  readonly at: number;
  minor: number;
}

/** A customer's purchases of the days `[from, to]` by grain, each net of the refunds up to `to` linked to its orders. */
function purchasesOf(facts: Facts, c: number, from: number, to: number, grainOf: (day: number) => number): Purchase[] {
  const { orderDays, refundDays } = facts;
  const purchases = new Map<number, Purchase>();
  const start = orderDays.starts[c] ?? 0;
  for (let row = start; row < start + orderDays.lengthOf(c) && orderDays.keys[row]! <= to; row++) {
    if (orderDays.keys[row]! < from) continue;
    const at = grainOf(orderDays.keys[row]!);
    const minor = (orderDays.sums[GROSS]?.[row] ?? 0) - (orderDays.sums[DISCOUNT]?.[row] ?? 0);
    const known = purchases.get(at);
    if (known === undefined) purchases.set(at, { at, minor });
    else known.minor += minor;
  }
  if (facts.definition.refunds === "ignore") return [...purchases.values()];
  const refunds = refundDays.starts[c] ?? 0;
  for (let row = refunds; row < refunds + refundDays.lengthOf(c); row++) {
    const key = refundDays.keys[row]!;
    const orderDay = refundOrderDay(key);
    if (orderDay === undefined || orderDay < from || refundDay(key) > to) continue;
    const purchase = purchases.get(grainOf(orderDay));
    if (purchase !== undefined) purchase.minor -= refundDays.sums[0]?.[row] ?? 0;
  }
  return [...purchases.values()];
}

function meanSpend(purchases: readonly Purchase[], digits: number): Decimal {
  const sum = purchases.reduce((total, { minor }) => total + minor, 0);
  return majorAmount(sum, digits).dividedBy(Math.max(1, purchases.length));
}

function unlinkedRefunds({ refundDays, context, size }: Facts, end: number): ClvSummary["unlinkedRefunds"] {
  let days = 0;
  let amount = majorAmount(0, context.digits);
  for (let c = 0; c < size; c++) {
    const start = refundDays.starts[c] ?? 0;
    for (let row = start; row < start + refundDays.lengthOf(c); row++) {
      const key = refundDays.keys[row]!;
      if (refundOrderDay(key) !== undefined || refundDay(key) > end) continue;
      days++;
      amount = amount.plus(majorAmount(refundDays.sums[0]?.[row] ?? 0, context.digits));
    }
  }
  return { days, amount };
}

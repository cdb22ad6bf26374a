import type { DayColumns, Facts } from "../facts/index.js";
import { addPeriods, type Duration, InvalidOptionError, isoDay, type PeriodUnit } from "../kernel/index.js";
import type { PeriodDefinition, RateDefinition } from "./definition.js";
import type { Period, PeriodOptions, PeriodTable } from "./period-table.js";
import { rateOf } from "./rate.js";
import { readDays } from "./read-days.js";

/** Who counts as active before, against a window that ends with the period: those of the window just before that window,
 * or those of a window that ends where the period starts. Where the window is one period the two are the same. */
export type ChurnComparison = "previous-window" | "period-start";

/** What churn is. */
export interface ChurnRatesOptions extends PeriodOptions {
  /** How long a customer may be silent and still be active: days, weeks, months, quarters or years.
   * @defaultValue one period */
  readonly window?: Duration;
  /** @defaultValue `"previous-window"` */
  readonly comparison?: ChurnComparison;
}

/** A stretch of whole days, both ends in it, ISO. */
export interface DayRange {
  /** First day. */
  readonly start: string;
  /** Last day, still in it. */
  readonly end: string;
}

/** One period's churn. */
export interface PeriodChurn extends Period {
  /** The days in which the customers of the denominator ordered. */
  readonly before: DayRange;
  /** The days in which those who stayed ordered; it ends with the period. */
  readonly window: DayRange;
  /** Customers with an order in `before`: the denominator. */
  readonly active: number;
  /** Of them, those without an order in `window`. In an incomplete period they may still come. */
  readonly churned: number;
  /** `churned` of `active`, 0 to 1. */
  readonly churnRate: number | undefined;
}

/** Churn period by period. */
export interface ChurnRates {
  /** Calendar, window, comparison, and what the rate divides. */
  readonly definition: PeriodDefinition & {
    readonly window: Duration;
    readonly comparison: ChurnComparison;
    readonly churnRate: RateDefinition;
  };
  /** From the first order to `now`, without a gap. Where `before` begins ahead of the first order it holds fewer days
   * than its length says. */
  readonly periods: readonly PeriodChurn[];
}

/** How many of the customers who were active bought nothing since, period by period. One pass over the order days.
 *
 * A shop without contracts never sees a customer leave: churn here is silence of a stated length, and a customer may come
 * back.
 * @throws When the zone is not the facts': {@link TimeZoneMismatchError}; when an option is not one of its values,
 *   weeks have no first day or there are more than 5,000 periods: {@link InvalidOptionError}; when `now` is not a date:
 *   {@link InvalidInstantError}.
 * @example
 * ```ts
 * import { churnRates } from "clientele/cohorts";
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
 * const { periods } = churnRates(facts, { now: new Date("2026-02-28T22:59:59.999Z"), timeZone, period: "month" });
 * if (periods[1]?.churnRate !== 0.5) throw new Error("one of January's two did not order in February");
 * ```
 */
export function churnRates(facts: Facts, options: ChurnRatesOptions): ChurnRates {
  const { window = { unit: options.period, count: 1 }, comparison = "previous-window" } = options;
  if (comparison !== "previous-window" && comparison !== "period-start")
    throw new InvalidOptionError({ path: ["comparison"], expected: "previous-window or period-start" });
  const unit = calendarUnit(window);
  const { definition, columns, customers, table } = readDays(facts, options, "first-order");
  const before = windowsOf(table, (start, end) =>
    comparison === "previous-window"
      ? [addPeriods(end, -2 * window.count, unit), addPeriods(end, -window.count, unit)]
      : [addPeriods(start, -window.count, unit), start],
  );
  const recent = windowsOf(table, (_, end) => [addPeriods(end, -window.count, unit), end]);
  const { active, stayed } = countActive(columns, customers, before, recent);
  const inPrevious = "customers-with-an-order-in-the-window-before";
  return {
    definition: {
      ...definition,
      window,
      comparison,
      churnRate: {
        numerator: "of-them-those-without-an-order-in-the-window-that-ends-with-the-period",
        denominator:
          comparison === "previous-window" ? inPrevious : "customers-with-an-order-in-the-window-up-to-the-period",
      },
    },
    periods: table.periods.map((period, i) => ({
      ...period,
      before: rangeOf(before, i),
      window: rangeOf(recent, i),
      active: active[i]!,
      churned: active[i]! - stayed[i]!,
      churnRate: rateOf(active[i]! - stayed[i]!, active[i]!),
    })),
  };
}

/** One window a period, its bounds in epoch days, never falling; and for each day the windows that hold it. */
interface Windows {
  readonly starts: readonly number[];
  /** The days after the last. */
  readonly ends: readonly number[];
  /** First day that the two columns below speak of. */
  readonly firstDay: number;
  /** By day: the first window that ends after it. */
  readonly firstHolding: Int32Array;
  /** By day: the last window that starts up to it; before `firstHolding` where none holds the day. */
  readonly lastHolding: Int32Array;
}

function windowsOf(table: PeriodTable, boundsOf: (start: number, end: number) => readonly [number, number]): Windows {
  const bounds = table.periods.map((_, i) => boundsOf(table.startDays[i]!, table.startDays[i + 1]!));
  const starts = bounds.map(([start]) => start);
  const ends = bounds.map(([, end]) => end);
  const firstDay = table.startDays[0] ?? 0;
  const span = (table.startDays[table.startDays.length - 1] ?? 0) - firstDay;
  const firstHolding = new Int32Array(span);
  const lastHolding = new Int32Array(span);
  let ended = 0;
  let started = 0;
  for (let d = 0; d < span; d++) {
    while (ended < ends.length && ends[ended]! <= firstDay + d) ended++;
    while (started < starts.length && starts[started]! <= firstDay + d) started++;
    firstHolding[d] = ended;
    lastHolding[d] = started - 1;
  }
  return { starts, ends, firstDay, firstHolding, lastHolding };
}

/** Counts, for each period, the customers in the first window, and those in both. */
function countActive({ offsets, day, orders }: DayColumns, customers: number, before: Windows, recent: Windows) {
  const size = before.starts.length;
  const active = new Int32Array(size + 1);
  const stayed = new Int32Array(size + 1);
  for (let c = 0; c < customers; c++) {
    const orderDays: number[] = [];
    for (let row = offsets[c]!; row < offsets[c + 1]!; row++) if (orders[row]! > 0) orderDays.push(day[row]!);
    const here = runsOf(orderDays, before);
    const there = runsOf(orderDays, recent);
    for (const run of here) addRun(active, run);
    for (let i = 0, j = 0; i < here.length && j < there.length; ) {
      const last = Math.min(here[i]![1], there[j]![1]);
      addRun(stayed, [Math.max(here[i]![0], there[j]![0]), last]);
      if (here[i]![1] === last) i++;
      else j++;
    }
  }
  for (let i = 1; i < size; i++) {
    active[i]! += active[i - 1]!;
    stayed[i]! += stayed[i - 1]!;
  }
  return { active, stayed };
}

/** The periods whose window holds one of the days, as runs from first to last, in order and apart. */
function runsOf(
  days: readonly number[],
  { firstDay, firstHolding, lastHolding }: Windows,
): readonly [number, number][] {
  const runs: [number, number][] = [];
  for (const day of days) {
    const first = firstHolding[day - firstDay]!;
    const last = lastHolding[day - firstDay]!;
    if (last < first) continue;
    const run = runs[runs.length - 1];
    if (run !== undefined && first <= run[1] + 1) run[1] = last;
    else runs.push([first, last]);
  }
  return runs;
}

/** Counts one more in each period of a run: as a difference, summed up once at the end. */
function addRun(differences: Int32Array, [first, last]: readonly [number, number]): void {
  if (last < first) return;
  differences[first]!++;
  differences[last + 1]!--;
}

function rangeOf({ starts, ends }: Windows, i: number): DayRange {
  return { start: isoDay(starts[i]!), end: isoDay(ends[i]! - 1) };
}

function calendarUnit({ unit, count }: Duration): PeriodUnit {
  if (unit === "minute" || unit === "hour")
    throw new InvalidOptionError({ path: ["window", "unit"], expected: "days, weeks, months, quarters or years" });
  if (!(Number.isSafeInteger(count) && count > 0))
    throw new InvalidOptionError({ path: ["window", "count"], expected: "a whole number above 0" });
  return unit;
}

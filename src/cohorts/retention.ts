import {
  addPeriods,
  InvalidInputError,
  InvalidInstantError,
  InvalidOptionError,
  instantMs,
  type PeriodUnit,
  startOfPeriod,
  type Weekday,
  zoneOf,
} from "../kernel/index.js";
import type { RateDefinition } from "./definition.js";
import { MAX_PERIODS } from "./period-table.js";
import { rateOf } from "./rate.js";

/** Somebody did something. */
export interface Activity {
  /** Who did it. */
  readonly customerId: string;
  /** When. */
  readonly at: Date;
}

/** Which activity puts a customer into a cohort: any occurrence in the period, or only the first of all. */
export type RetentionMode = "recurring" | "first-time";

/** How retention of activities is read. */
export interface RetentionOptions<A extends Activity = Activity> {
  /** @defaultValue `"first-time"` */
  readonly mode?: RetentionMode;
  /** Which activities put a customer into a cohort. @defaultValue all */
  readonly target?: (activity: A) => boolean;
  /** Which activities are a return. @defaultValue all */
  readonly returning?: (activity: A) => boolean;
  /** An hour is 60 minutes, counted from the start of the local day of `from`. */
  readonly period: PeriodUnit | "hour";
  /** First day of a week: required where the period is a week. */
  readonly weekStartsOn?: Weekday;
  /** IANA zone in whose calendar periods are cut. */
  readonly timeZone: string;
  /** The first period is the one that holds this instant. */
  readonly from: Date;
  /** How many periods, and cohorts, 1 to 5,000. */
  readonly periods: number;
  /** Later activities are not seen, and a period that is not over at `now` is incomplete. @defaultValue all are seen */
  readonly now?: Date;
}

/** What a cohort of activities did in one period. */
export interface RetentionCell {
  /** Periods since the cohort's own. */
  readonly offset: number;
  /** Offset 0: the customers of the cohort; later: of them, those who returned in this period. */
  readonly customers: number;
  /** `customers` of the cohort's, 0 to 1. */
  readonly rate: number | undefined;
  /** Whether this period was over at `now`; `true` without a `now`. */
  readonly isComplete: boolean;
}

/** The customers who did the target activity in one period. */
export interface RetentionCohort {
  /** First instant of the period. */
  readonly start: Date;
  /** First instant after the period. */
  readonly end: Date;
  /** Customers whose target activity put them into this cohort. */
  readonly customers: number;
  /** From offset 0 to the last period asked for. */
  readonly cells: readonly RetentionCell[];
}

/** Retention of activities, cohort by cohort. */
export interface Retention {
  /** Mode, calendar, and what the rate divides. */
  readonly definition: {
    readonly mode: RetentionMode;
    readonly rate: RateDefinition;
    readonly timeZone: string;
    readonly period: PeriodUnit | "hour";
    /** First day of a week, `undefined` where no period is a week. */
    readonly weekStartsOn: Weekday | undefined;
  };
  /** One a period, oldest first. */
  readonly cohorts: readonly RetentionCohort[];
}

/** Who comes back, by period: of the customers who did one thing in a period, how many did another in each later one.
 *
 * For orders take {@link cohortTable}, which also knows their revenue. Here any activity counts: visits, logins, hours.
 * @param activities - in any order; those before the first period only tell who came for the first time
 * @returns cells of the periods asked for and no later ones: a triangle
 * @throws When an option is not one of its values or weeks have no first day: {@link InvalidOptionError}; when an instant
 *   is not valid: {@link InvalidInstantError}; when an activity has no customer: {@link InvalidInputError}; when the zone
 *   is unknown: {@link TimeZoneError}.
 * @see PostHog, retention: recurring and first-time, whose figures this equals
 * @example
 * ```ts
 * import { retention } from "clientele/cohorts";
 * const visits = ["2026-06-10", "2026-06-12"].map((day) => ({ customerId: "ann", at: new Date(`${day}T09:00:00Z`) }));
 * const { cohorts } = retention(visits, { period: "day", timeZone: "UTC", from: visits[0]!.at, periods: 3 });
 * if (cohorts[0]?.cells.map((cell) => cell.customers).join() !== "1,0,1") throw new Error("back on the third day");
 * ```
 */
export function retention<A extends Activity>(activities: Iterable<A>, options: RetentionOptions<A>): Retention {
  const { mode = "first-time", period, weekStartsOn, timeZone, periods, now } = options;
  if (mode !== "first-time" && mode !== "recurring")
    throw new InvalidOptionError({ path: ["mode"], expected: "first-time or recurring" });
  if (!(Number.isSafeInteger(periods) && periods >= 1 && periods <= MAX_PERIODS))
    throw new InvalidOptionError({ path: ["periods"], expected: `a whole number from 1 to ${MAX_PERIODS}` });
  const nowMs = now === undefined ? Number.POSITIVE_INFINITY : instantMs(now, ["now"]);
  const bounds = boundsOf(options);
  const counts = Array.from({ length: periods }, (_, i) => new Int32Array(periods - i));
  for (const doings of readDoings(activities, options, bounds, nowMs)) countDoings(doings, counts);

  const cohorts = counts.map((row, i): RetentionCohort => {
    const customers = row[0]!;
    const cells = Array.from(
      row,
      (returned, offset): RetentionCell => ({
        offset,
        customers: returned,
        rate: rateOf(returned, customers),
        isComplete: bounds[i + offset + 1]! - nowMs <= 1,
      }),
    );
    return { start: new Date(bounds[i]!), end: new Date(bounds[i + 1]!), customers, cells };
  });
  return {
    definition: {
      mode,
      rate: {
        numerator: "customers-of-the-cohort-with-a-returning-activity-in-the-period",
        denominator:
          mode === "first-time"
            ? "customers-whose-first-target-activity-is-in-the-cohort's-period"
            : "customers-with-a-target-activity-in-the-cohort's-period",
      },
      timeZone,
      period,
      weekStartsOn: period === "week" ? weekStartsOn : undefined,
    },
    cohorts,
  };
}

/** What one customer did, by index of the period; −1 stands for before the first. */
interface Doings {
  readonly targets: Set<number>;
  readonly returns: Set<number>;
}

/** The first instants of the periods, and of the one after the last. */
function boundsOf({ period, weekStartsOn, timeZone, from, periods }: RetentionOptions<never>): readonly number[] {
  const zone = zoneOf(timeZone);
  const fromMs = instantMs(from, ["from"]);
  const day = zone.dayOf(fromMs);
  if (period === "hour") {
    const midnight = zone.startOfDay(day).getTime();
    const first = midnight + Math.floor((fromMs - midnight) / 3_600_000) * 3_600_000;
    return Array.from({ length: periods + 1 }, (_, i) => first + i * 3_600_000);
  }
  const first = startOfPeriod(day, period, weekStartsOn);
  return Array.from({ length: periods + 1 }, (_, i) => zone.startOfDay(addPeriods(first, i, period)).getTime());
}

function readDoings<A extends Activity>(
  activities: Iterable<A>,
  { mode = "first-time", target, returning }: RetentionOptions<A>,
  bounds: readonly number[],
  nowMs: number,
): Iterable<Doings> {
  const byCustomer = new Map<string, Doings>();
  let index = -1;
  for (const activity of activities) {
    index++;
    const { customerId, at } = activity;
    if (typeof customerId !== "string" || customerId === "")
      throw new InvalidInputError({ path: [index, "customerId"], expected: "a text that is not empty" });
    const ms = instantMs(at, [index, "at"]);
    if (ms > nowMs) continue;
    const period = periodOf(ms, bounds);
    if (period === bounds.length - 1) continue;
    let doings = byCustomer.get(customerId);
    if (doings === undefined) {
      doings = { targets: new Set(), returns: new Set() };
      byCustomer.set(customerId, doings);
    }
    if (target === undefined || target(activity)) {
      if (mode === "first-time") keepEarliest(doings.targets, period);
      else doings.targets.add(period);
    }
    if (returning === undefined || returning(activity)) doings.returns.add(period);
  }
  return byCustomer.values();
}

function keepEarliest(targets: Set<number>, period: number): void {
  for (const known of targets) if (known <= period) return;
  targets.clear();
  targets.add(period);
}

/** Index of the period of an instant: −1 before the first, their number after the last. */
function periodOf(ms: number, bounds: readonly number[]): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (bounds[middle]! <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function countDoings({ targets, returns }: Doings, counts: readonly Int32Array[]): void {
  for (const target of targets) {
    if (target < 0) continue;
    const row = counts[target]!;
    row[0]!++;
    for (const period of returns) if (period > target) row[period - target]!++;
  }
}

import {
  addPeriods,
  InvalidInstantError,
  InvalidOptionError,
  isoDay,
  type PeriodUnit,
  startOfPeriod,
  TimeZoneMismatchError,
  type Weekday,
  type Zone,
  zoneOf,
} from "../kernel/index.js";
import type { PeriodDefinition } from "./definition.js";

/** Up to when, and by which periods of whose calendar, facts are read. */
export interface PeriodOptions {
  /** Later days are not seen; the whole local day of `now` is. */
  readonly now: Date;
  /** IANA zone; the one that the facts were collected in. */
  readonly timeZone: string;
  /** What days are grouped by. */
  readonly period: PeriodUnit;
  /** First day of a week: required where the period is a week. */
  readonly weekStartsOn?: Weekday;
}

/** One period of a calendar. */
export interface Period {
  /** First day, ISO. */
  readonly start: string;
  /** Last day, ISO: still in the period. */
  readonly end: string;
  /** Whether it was over at `now`; what is counted in an incomplete period may still grow. */
  readonly isComplete: boolean;
}

/** The periods from one day to another without a gap, and the way from a day to its period. */
export interface PeriodTable {
  readonly periods: readonly Period[];
  /** First day of each period, in days since 1970-01-01, and of the one after the last. */
  readonly startDays: readonly number[];
  /** Index of the period of a day between the first day and the last. */
  indexOf(day: number): number;
}

/** The most periods that one table has: 13 years of days, and 12.5 million cells as a triangle. */
export const MAX_PERIODS = 5000;

/** Periods from the one that holds `firstDay` to the one that holds `lastDay`; none where the first is the later.
 * @throws When there are more than {@link MAX_PERIODS}: {@link InvalidOptionError}.
 */
export function periodTable(
  firstDay: number,
  lastDay: number,
  { now, timeZone, period, weekStartsOn }: PeriodOptions,
): PeriodTable {
  const zone = zoneOf(timeZone);
  const startDays: number[] = [];
  if (firstDay <= lastDay) {
    let start = startOfPeriod(firstDay, period, weekStartsOn);
    for (; start <= lastDay; start = addPeriods(start, 1, period)) {
      if (startDays.length === MAX_PERIODS)
        throw new InvalidOptionError({ path: ["period"], expected: `at most ${MAX_PERIODS} periods up to now` });
      startDays.push(start);
    }
    startDays.push(start);
  }
  const first = startDays[0] ?? 0;
  const indexes = new Int32Array((startDays[startDays.length - 1] ?? 0) - first);
  const periods = startDays.slice(1).map((next, index): Period => {
    indexes.fill(index, startDays[index]! - first, next - first);
    return { start: isoDay(startDays[index]!), end: isoDay(next - 1), isComplete: isOver(next, now, zone) };
  });
  return { periods, startDays, indexOf: (day) => indexes[day - first]! };
}

/** Checks the options against the facts, and gives what of them the answer states.
 * @throws When the zone is not the facts': {@link TimeZoneMismatchError}; when the unit is unknown or a week has no first
 *   day: {@link InvalidOptionError}; when `now` is not a date: {@link InvalidInstantError}.
 */
export function periodDefinition(
  { now, timeZone, period, weekStartsOn }: PeriodOptions,
  factsZone: string,
): PeriodDefinition {
  if (Number.isNaN(now.getTime())) throw new InvalidInstantError({ path: ["now"], expected: "a valid date" });
  if (timeZone !== factsZone)
    throw new TimeZoneMismatchError({ path: ["timeZone"], expected: `${factsZone}, the zone of the facts` });
  startOfPeriod(0, period, weekStartsOn);
  return { timeZone, period, weekStartsOn: period === "week" ? weekStartsOn : undefined };
}

/** Whether a period was over at `now`; the last millisecond of its last day counts as its end. */
function isOver(nextStart: number, now: Date, zone: Zone): boolean {
  return zone.startOfDay(nextStart).getTime() - now.getTime() <= 1;
}

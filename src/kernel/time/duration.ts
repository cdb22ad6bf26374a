import { InvalidOptionError } from "../errors.js";
import { calendarDate } from "./calendar.js";
import { instantMs } from "./instant.js";
import { instantOf, localTimeOf } from "./local-time.js";
import { addPeriods } from "./period.js";
import { zoneOf } from "./zone.js";

/** What a duration is counted in. Minutes and hours are exact; the others are of the calendar. */
export type DurationUnit = "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";

/** A length of time, as data. */
export interface Duration {
  readonly unit: DurationUnit;
  /** A whole number; negative goes back. */
  readonly count: number;
}

const EXACT_MS = { minute: 60_000, hour: 3_600_000 } as const;

/** So many minutes, of 60 seconds each.
 * @throws When the count is not whole: {@link InvalidOptionError}.
 */
export function minutes(count: number): Duration {
  return duration("minute", count);
}

/** So many hours, of 3600 seconds each, also over a change of clocks.
 * @throws When the count is not whole: {@link InvalidOptionError}.
 */
export function hours(count: number): Duration {
  return duration("hour", count);
}

/** So many calendar days: the same time of day, be the days 23, 24 or 25 hours long.
 * @throws When the count is not whole: {@link InvalidOptionError}.
 */
export function days(count: number): Duration {
  return duration("day", count);
}

/** So many weeks of seven calendar days.
 * @throws When the count is not whole: {@link InvalidOptionError}.
 */
export function weeks(count: number): Duration {
  return duration("week", count);
}

/** So many calendar months.
 * @throws When the count is not whole: {@link InvalidOptionError}.
 */
export function months(count: number): Duration {
  return duration("month", count);
}

/** So many quarters of three calendar months.
 * @throws When the count is not whole: {@link InvalidOptionError}.
 */
export function quarters(count: number): Duration {
  return duration("quarter", count);
}

/** So many calendar years.
 * @throws When the count is not whole: {@link InvalidOptionError}.
 */
export function years(count: number): Duration {
  return duration("year", count);
}

/** The instant a duration later. Calendar units keep the local time of day in the zone and end on the last day of a
 * month that is too short; a local time that clocks skip moves on by the gap, one that they show twice is the earlier.
 * @param instant - of the years 1 to 9999
 * @param duration - negative goes back
 * @param timeZone - the IANA zone whose calendar counts
 * @throws When the instant, before or after, is not valid: {@link InvalidInstantError}; when the zone is unknown:
 *   {@link TimeZoneError}; when the duration is not one: {@link InvalidOptionError}.
 * @example
 * ```ts
 * import { addDuration, months } from "clientele/kernel";
 * const due = addDuration(new Date("2026-01-31T01:00:00Z"), months(1), "Asia/Shanghai");
 * if (due.toISOString() !== "2026-02-28T01:00:00.000Z") throw new Error("not clamped");
 * ```
 */
export function addDuration(instant: Date, duration: Duration, timeZone: string): Date {
  const ms = instantMs(instant, ["instant"]);
  const zone = zoneOf(timeZone);
  const { unit, count } = duration;
  checkCount(count);
  if (unit === "minute" || unit === "hour") return new Date(instantMs(ms + count * EXACT_MS[unit]));
  const day = addPeriods(zone.dayOf(ms), count, unit);
  return count === 0 ? new Date(ms) : instantOf({ ...localTimeOf(ms, timeZone), ...calendarDate(day) }, timeZone);
}

function duration(unit: DurationUnit, count: number): Duration {
  checkCount(count);
  return { unit, count };
}

function checkCount(count: number): void {
  if (!Number.isSafeInteger(count))
    throw new InvalidOptionError({ path: ["duration", "count"], expected: "a whole number of units" });
}

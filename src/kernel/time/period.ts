import { InvalidOptionError } from "../errors.js";
import {
  calendarDate,
  checkDay,
  daysFromCivil,
  daysInMonth,
  type EpochDay,
  WEEKDAYS,
  type Weekday,
} from "./calendar.js";

/** What calendar days are grouped by. */
export type PeriodUnit = "day" | "week" | "month" | "quarter" | "year";

const MONTHS_IN: Readonly<Record<Exclude<PeriodUnit, "day" | "week">, number>> = { month: 1, quarter: 3, year: 12 };

/** The first day of the calendar period that a day lies in.
 * @param day - days since 1970-01-01
 * @param unit - quarters begin in January, April, July and October
 * @param weekStartsOn - the first day of the week; weeks need it, other units do not look at it
 * @throws When the day is not a whole number of the years 1 to 9999: {@link InvalidInstantError}; when the unit is
 *   unknown, or is a week whose first day is not named: {@link InvalidOptionError}.
 * @example
 * ```ts
 * import { epochDay, isoDay, startOfPeriod } from "clientele/kernel";
 * const sunday = epochDay("2026-11-22");
 * if (isoDay(startOfPeriod(sunday, "week", "monday")) !== "2026-11-16") throw new Error("wrong week");
 * ```
 */
export function startOfPeriod(day: EpochDay, unit: PeriodUnit, weekStartsOn?: Weekday): EpochDay {
  if (unit === "day") return checkDay(day);
  if (unit === "week") return checkDay(checkDay(day) - daysIntoWeek(day, weekStartsOn));
  const months = monthsIn(unit);
  const { year, month } = calendarDate(day);
  return daysFromCivil(year, month - ((month - 1) % months), 1);
}

/** The day that lies so many calendar periods later; months, quarters and years end on the last day where the month
 * is too short (31 January and a month is 28 February).
 * @param day - days since 1970-01-01
 * @param count - a whole number; negative goes back
 * @throws When the day, before or after, is outside the years 1 to 9999: {@link InvalidInstantError}; when the count
 *   is not whole or the unit unknown: {@link InvalidOptionError}.
 * @example
 * ```ts
 * import { addPeriods, epochDay, isoDay } from "clientele/kernel";
 * if (isoDay(addPeriods(epochDay("2024-01-31"), 1, "month")) !== "2024-02-29") throw new Error("not clamped");
 * ```
 */
export function addPeriods(day: EpochDay, count: number, unit: PeriodUnit): EpochDay {
  if (!Number.isInteger(count)) throw new InvalidOptionError({ path: ["count"], expected: "a whole number" });
  if (unit === "day") return checkDay(checkDay(day) + count);
  if (unit === "week") return checkDay(checkDay(day) + 7 * count);
  const date = calendarDate(day);
  const month0 = date.year * 12 + date.month - 1 + count * monthsIn(unit);
  const year = Math.floor(month0 / 12);
  const month = month0 - year * 12 + 1;
  return checkDay(daysFromCivil(year, month, Math.min(date.day, daysInMonth(year, month))));
}

/** How many calendar periods lie from the period of one day to the period of another: 0 in the same month, 1 from
 * 31 January to 1 February.
 * @param from - days since 1970-01-01
 * @param to - days since 1970-01-01; earlier than `from` gives a negative number
 * @param weekStartsOn - the first day of the week; weeks need it, other units do not look at it
 * @throws When a day is not a whole number of the years 1 to 9999: {@link InvalidInstantError}; when the unit is
 *   unknown, or is a week whose first day is not named: {@link InvalidOptionError}.
 */
export function periodsBetween(from: EpochDay, to: EpochDay, unit: PeriodUnit, weekStartsOn?: Weekday): number {
  if (unit === "day") return checkDay(to) - checkDay(from);
  if (unit === "week") {
    return (startOfPeriod(to, unit, weekStartsOn) - startOfPeriod(from, unit, weekStartsOn)) / 7;
  }
  const months = monthsIn(unit);
  return periodIndex(to, months) - periodIndex(from, months);
}

function periodIndex(day: EpochDay, months: number): number {
  const { year, month } = calendarDate(day);
  return Math.floor((year * 12 + month - 1) / months);
}

function monthsIn(unit: Exclude<PeriodUnit, "day" | "week">): number {
  if (Object.hasOwn(MONTHS_IN, unit)) return MONTHS_IN[unit];
  throw new InvalidOptionError({ path: ["unit"], expected: '"day", "week", "month", "quarter" or "year"' });
}

function daysIntoWeek(day: EpochDay, weekStartsOn: Weekday | undefined): number {
  const first = weekStartsOn === undefined ? -1 : WEEKDAYS.indexOf(weekStartsOn);
  if (first < 0)
    throw new InvalidOptionError({ path: ["weekStartsOn"], expected: 'the first day of the week, such as "monday"' });
  return (((day + 4 - first) % 7) + 7) % 7;
}

import { InvalidInstantError, type ValuePath } from "../errors.js";

/** A calendar day as a whole number: days since 1970-01-01, whatever the zone; the day before is −1. */
export type EpochDay = number;

/** A day of the proleptic Gregorian calendar. */
export interface CalendarDate {
  /** 1 to 9999. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** The days of the week by the number JavaScript gives them. */
export const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

const FIRST_DAY: EpochDay = -719_162; // 0001-01-01
const LAST_DAY: EpochDay = 2_932_896; // 9999-12-31
const isoDayText = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day that an ISO text names.
 * @param text - `YYYY-MM-DD`, years 0001 to 9999
 * @param path - where the text stands in the caller's data, for the error
 * @throws When the text has another form or the calendar has no such day: {@link InvalidInstantError}.
 * @example
 * ```ts
 * import { epochDay } from "clientele/kernel";
 * if (epochDay("1970-01-02") !== 1) throw new Error("wrong day");
 * ```
 */
export function epochDay(text: string, path: ValuePath = []): EpochDay {
  const match = isoDayText.exec(text);
  if (match === null) throw noSuchDay(path);
  return dayOfDate({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, path);
}

/** The number of a calendar day.
 * @param date - year 1 to 9999, month 1 to 12, day of the month from 1
 * @param path - where the date stands in the caller's data, for the error
 * @throws When the calendar has no such day: {@link InvalidInstantError}.
 */
export function dayOfDate(date: CalendarDate, path: ValuePath = []): EpochDay {
  const { year, month, day } = date;
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    throw noSuchDay(path);
  return daysFromCivil(year, month, day);
}

/** The day as ISO text: `"2026-11-22"`.
 * @throws When it is not a whole number of the years 1 to 9999: {@link InvalidInstantError}.
 */
export function isoDay(day: EpochDay): string {
  const date = calendarDate(day);
  return `${String(date.year).padStart(4, "0")}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

/** Year, month and day of the month.
 * @throws When it is not a whole number of the years 1 to 9999: {@link InvalidInstantError}.
 */
export function calendarDate(day: EpochDay): CalendarDate {
  return civilFromDays(checkDay(day));
}

/** The day of the week.
 * @throws When it is not a whole number of the years 1 to 9999: {@link InvalidInstantError}.
 * @example
 * ```ts
 * import { epochDay, weekday } from "clientele/kernel";
 * if (weekday(epochDay("2026-11-22")) !== "sunday") throw new Error("wrong weekday");
 * ```
 */
export function weekday(day: EpochDay): Weekday {
  return WEEKDAYS[(((checkDay(day) + 4) % 7) + 7) % 7]!;
}

/** The day itself, known to be a whole number of the years 1 to 9999.
 * @throws When it is not: {@link InvalidInstantError}.
 */
export function checkDay(day: EpochDay, path: ValuePath = []): EpochDay {
  if (Number.isInteger(day) && day >= FIRST_DAY && day <= LAST_DAY) return day;
  throw noSuchDay(path);
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01 of a valid date, unchecked: years are counted from 1 March of the year 0, so that a leap day
 * ends its year.
 * @see H. Hinnant, chrono-compatible low-level date algorithms, days_from_civil
 */
export function daysFromCivil(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

/** The date of a day number from 0000-03-01 on, unchecked.
 * @see H. Hinnant, chrono-compatible low-level date algorithms, civil_from_days
 */
export function civilFromDays(day: EpochDay): CalendarDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

function noSuchDay(path: ValuePath): InvalidInstantError {
  return new InvalidInstantError({ path, expected: "a calendar day of the years 0001 to 9999, such as 2026-11-22" });
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

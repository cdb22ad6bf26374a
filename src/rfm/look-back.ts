import { addPeriods, type Duration, InvalidOptionError } from "../kernel/index.js";

/** Units a day-grained window can have. */
type CalendarUnit = "day" | "week" | "month" | "quarter" | "year";

const units: readonly string[] = ["day", "week", "month", "quarter", "year"] satisfies CalendarUnit[];

/** The first day that a look-back of this length sees: its exact start is in.
 * @throws When the length is not a positive number of whole days, weeks, months or years: {@link InvalidOptionError}.
 */
export function firstDaySeen(today: number, lookBack: Duration): number {
  const { unit, count } = lookBack;
  if (!units.includes(unit) || !Number.isInteger(count) || count <= 0)
    throw new InvalidOptionError({ path: ["lookBack"], expected: "a positive number of days, weeks, months or years" });
  return addPeriods(today, -count, unit as CalendarUnit);
}

/** The first day whose look-back no longer sees a day. */
export function dayOfLeaving(day: number, lookBack: Duration): number {
  let leaving = addPeriods(day, lookBack.count, lookBack.unit as CalendarUnit);
  while (firstDaySeen(leaving, lookBack) <= day) leaving++;
  return leaving;
}

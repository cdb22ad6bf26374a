import { tz } from "@date-fns/tz";
import { addPeriods, type PeriodUnit, periodsBetween, startOfPeriod, type Weekday } from "clientele/kernel";
import {
  addMonths,
  addQuarters,
  addWeeks,
  addYears,
  differenceInCalendarMonths,
  differenceInCalendarQuarters,
  differenceInCalendarWeeks,
  differenceInCalendarYears,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../../arbitraries/runs.js";

const DAY_MS = 86_400_000;
const utc = { in: tz("UTC") };
const weekdays: readonly Weekday[] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

const dateOf = (day: number) => new Date(day * DAY_MS);
const dayOf = (date: Date) => date.getTime() / DAY_MS;

/** 1900 to 2100. */
const aDay = fc.integer({ min: -25567, max: 47847 });
const aWeekday = fc.constantFrom(...weekdays);

type Unit = Exclude<PeriodUnit, "day">;
const units: Record<
  Unit,
  {
    start: (date: Date, week: 0 | 1 | 2 | 3 | 4 | 5 | 6) => Date;
    add: (date: Date, count: number) => Date;
    between: (to: Date, from: Date, week: 0 | 1 | 2 | 3 | 4 | 5 | 6) => number;
  }
> = {
  week: {
    start: (date, weekStartsOn) => startOfWeek(date, { ...utc, weekStartsOn }),
    add: (date, count) => addWeeks(date, count, utc),
    between: (to, from, weekStartsOn) => differenceInCalendarWeeks(to, from, { ...utc, weekStartsOn }),
  },
  month: {
    start: (date) => startOfMonth(date, utc),
    add: (date, count) => addMonths(date, count, utc),
    between: (to, from) => differenceInCalendarMonths(to, from, utc),
  },
  quarter: {
    start: (date) => startOfQuarter(date, utc),
    add: (date, count) => addQuarters(date, count, utc),
    between: (to, from) => differenceInCalendarQuarters(to, from, utc),
  },
  year: {
    start: (date) => startOfYear(date, utc),
    add: (date, count) => addYears(date, count, utc),
    between: (to, from) => differenceInCalendarYears(to, from, utc),
  },
};

describe("golden: calendar periods are those of date-fns in UTC", () => {
  it.each(Object.keys(units) as Unit[])("%s", (unit) => {
    const theirs = units[unit];
    fc.assert(
      fc.property(aDay, aDay, fc.integer({ min: -60, max: 60 }), aWeekday, (day, other, count, weekStartsOn) => {
        const week = weekdays.indexOf(weekStartsOn) as 0;
        expect(startOfPeriod(day, unit, weekStartsOn)).toBe(dayOf(theirs.start(dateOf(day), week)));
        expect(addPeriods(day, count, unit)).toBe(dayOf(theirs.add(dateOf(day), count)));
        expect(periodsBetween(day, other, unit, weekStartsOn)).toBe(theirs.between(dateOf(other), dateOf(day), week));
      }),
      runs(300),
    );
  });
});

import {
  addPeriods,
  calendarDate,
  dayOfDate,
  epochDay,
  InvalidInstantError,
  InvalidOptionError,
  isoDay,
  type PeriodUnit,
  periodsBetween,
  startOfPeriod,
  type Weekday,
  weekday,
} from "clientele/kernel";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { runs } from "../../arbitraries/runs.js";

const weekdays: readonly Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const units: readonly PeriodUnit[] = ["day", "week", "month", "quarter", "year"];
const aUnit = fc.constantFrom(...units);
const aWeekday = fc.constantFrom(...weekdays);
const first = -719_162;
const last = 2_932_896;
const aDay = fc.oneof(fc.integer({ min: 10_957, max: 25_932 }), fc.integer({ min: first + 400, max: last - 400 }));
const plain = (day: number) => Temporal.PlainDate.from("1970-01-01").add({ days: day });

describe("golden", () => {
  it("counts days from 1970-01-01", () => {
    expect(epochDay("1970-01-01")).toBe(0);
    expect(epochDay("1969-12-31")).toBe(-1);
    expect(epochDay("2000-03-01")).toBe(11_017); // H. Hinnant's date algorithms: 2000-03-01 is 719468 + 11017 from the era
    expect([epochDay("0001-01-01"), epochDay("9999-12-31")]).toEqual([first, last]);
  });

  it("knows the weekday", () => {
    expect(weekday(epochDay("1970-01-01"))).toBe("thursday");
    expect(weekday(epochDay("1969-07-20"))).toBe("sunday"); // the moon landing
  });

  it("clamps to the end of a short month", () => {
    expect(isoDay(addPeriods(epochDay("2024-01-31"), 1, "month"))).toBe("2024-02-29");
    expect(isoDay(addPeriods(epochDay("2024-02-29"), 1, "year"))).toBe("2025-02-28");
    expect(isoDay(addPeriods(epochDay("2024-03-31"), -1, "month"))).toBe("2024-02-29");
    expect(isoDay(addPeriods(epochDay("2023-11-30"), 1, "quarter"))).toBe("2024-02-29");
  });

  it("begins a period on its first day", () => {
    const day = epochDay("2026-11-22"); // a Sunday
    expect(isoDay(startOfPeriod(day, "week", "sunday"))).toBe("2026-11-22");
    expect(isoDay(startOfPeriod(day, "week", "monday"))).toBe("2026-11-16");
    expect(isoDay(startOfPeriod(day, "month"))).toBe("2026-11-01");
    expect(isoDay(startOfPeriod(day, "quarter"))).toBe("2026-10-01");
    expect(isoDay(startOfPeriod(day, "year"))).toBe("2026-01-01");
  });

  it("counts the borders between periods, not their lengths", () => {
    expect(periodsBetween(epochDay("2024-01-31"), epochDay("2024-02-01"), "month")).toBe(1);
    expect(periodsBetween(epochDay("2024-01-01"), epochDay("2024-01-31"), "month")).toBe(0);
    expect(periodsBetween(epochDay("2024-01-06"), epochDay("2024-01-07"), "week", "sunday")).toBe(1);
    expect(periodsBetween(epochDay("2024-04-01"), epochDay("2024-03-31"), "quarter")).toBe(-1);
    expect(periodsBetween(epochDay("2023-12-31"), epochDay("2025-01-01"), "year")).toBe(2);
  });
});

describe("laws", () => {
  it("agrees with Temporal on every day of 1899 to 2105", () => {
    const end = epochDay("2105-12-31");
    for (let day = epochDay("1899-01-01"); day <= end; day++) {
      const date = calendarDate(day);
      expect(Date.UTC(date.year, date.month - 1, date.day)).toBe(day * 86_400_000);
    }
    const sampled = Array.from({ length: 400 }, (_, i) => epochDay("1899-01-01") + i * 189);
    for (const day of sampled)
      expect([isoDay(day), weekday(day)]).toEqual([plain(day).toString(), weekdays[plain(day).dayOfWeek - 1]]);
  });

  it("reads what it writes", () => {
    fc.assert(
      fc.property(aDay, (day) => {
        expect(isoDay(day)).toBe(plain(day).toString());
        expect(epochDay(isoDay(day))).toBe(day);
        expect(dayOfDate(calendarDate(day))).toBe(day);
        expect(weekday(day)).toBe(weekdays[plain(day).dayOfWeek - 1]);
      }),
      runs(300),
    );
  });

  it("adds periods as Temporal does", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: -600, max: 600 }),
        aUnit,
        (day, count, unit) => {
          const step = unit === "quarter" ? { months: 3 * count } : { [`${unit}s`]: count };
          expect(isoDay(addPeriods(day, count, unit))).toBe(plain(day).add(step).toString());
        },
      ),
      runs(300),
    );
  });

  it("begins a period at or before its day, with the next one after it", () => {
    fc.assert(
      fc.property(aDay, aUnit, aWeekday, (day, unit, firstOfWeek) => {
        const start = startOfPeriod(day, unit, firstOfWeek);
        const next = addPeriods(start, 1, unit);
        expect(start <= day && day < next).toBe(true);
        expect(startOfPeriod(start, unit, firstOfWeek)).toBe(start);
        expect(startOfPeriod(next, unit, firstOfWeek)).toBe(next);
        if (unit === "week") expect(weekday(start)).toBe(firstOfWeek);
      }),
      runs(300),
    );
  });

  it("counts as many periods between two days as are added to come from one to the other", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -20, max: 20 }), aUnit, aWeekday, (day, count, unit, firstOfWeek) => {
        fc.pre(day + count * 366 > first && day + count * 366 < last);
        const start = startOfPeriod(day, unit, firstOfWeek);
        expect(periodsBetween(day, addPeriods(start, count, unit), unit, firstOfWeek)).toBe(count);
        expect(periodsBetween(addPeriods(start, count, unit), day, unit, firstOfWeek)).toBe(0 - count);
      }),
      runs(300),
    );
  });
});

describe("errors", () => {
  it.each([
    "2026-02-30",
    "2025-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-01-00",
    "0000-01-01",
    "2026-1-1",
    "20260101",
    "",
    "2026-01-01T00:00:00Z",
    " 2026-01-01",
  ])("refuses %j as a day", (text) => {
    expect(() => epochDay(text, ["from"])).toThrow(InvalidInstantError);
    expect(() => epochDay(text, ["from"])).toThrow(
      expect.objectContaining({ code: "INVALID_INSTANT", path: ["from"] }),
    );
  });

  it("refuses days that are none", () => {
    for (const day of [Number.NaN, 0.5, first - 1, last + 1, Number.POSITIVE_INFINITY]) {
      expect(() => isoDay(day)).toThrow(InvalidInstantError);
      expect(() => weekday(day)).toThrow(InvalidInstantError);
      for (const unit of units) {
        expect(() => startOfPeriod(day, unit, "monday")).toThrow(InvalidInstantError);
        expect(() => addPeriods(day, 0, unit)).toThrow(InvalidInstantError);
        expect(() => periodsBetween(0, day, unit, "monday")).toThrow(InvalidInstantError);
      }
    }
    expect(() => addPeriods(last, 1, "day")).toThrow(InvalidInstantError);
    expect(() => addPeriods(last, 1, "month")).toThrow(InvalidInstantError);
    expect(() => startOfPeriod(first, "week", "sunday")).toThrow(InvalidInstantError);
  });

  it("refuses a week whose first day is not named, and units that are none", () => {
    expect(() => startOfPeriod(0, "week")).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: ["weekStartsOn"] }),
    );
    expect(() => periodsBetween(0, 7, "week")).toThrow(InvalidOptionError);
    expect(() => startOfPeriod(0, "week", "Monday" as Weekday)).toThrow(InvalidOptionError);
    expect(() => startOfPeriod(0, "decade" as PeriodUnit)).toThrow(InvalidOptionError);
    expect(() => addPeriods(0, 1, "constructor" as PeriodUnit)).toThrow(InvalidOptionError);
    expect(() => addPeriods(0, 0.5, "day")).toThrow(InvalidOptionError);
  });
});

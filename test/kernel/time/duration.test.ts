import {
  addDuration,
  addPeriods,
  type Duration,
  days,
  hours,
  InvalidInstantError,
  InvalidOptionError,
  lookBack,
  minutes,
  months,
  quarters,
  TimeZoneError,
  weeks,
  years,
  zoneOf,
} from "clientele/kernel";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { runs } from "../../arbitraries/runs.js";
import { aNastyMs, aNastyZone, nastyZones, transitionsOf } from "../../arbitraries/zones.js";

const constructors = {
  minute: minutes,
  hour: hours,
  day: days,
  week: weeks,
  month: months,
  quarter: quarters,
  year: years,
};
const aDuration: fc.Arbitrary<Duration> = fc
  .tuple(fc.constantFrom(...Object.values(constructors)), fc.integer({ min: -60, max: 60 }))
  .map(([durationOf, count]) => durationOf(count));

const temporalStep = ({ unit, count }: Duration) =>
  unit === "quarter" ? { months: 3 * count } : { [`${unit}s`]: count };

describe("golden", () => {
  it("keeps the time of day over a change of clocks in days, and the time passed in hours", () => {
    const before = new Date("2024-03-09T17:00:00Z"); // noon in New York, the day before clocks spring forward
    expect(addDuration(before, days(1), "America/New_York").toISOString()).toBe("2024-03-10T16:00:00.000Z");
    expect(addDuration(before, hours(24), "America/New_York").toISOString()).toBe("2024-03-10T17:00:00.000Z");
  });

  it("clamps to the end of a short month, of the calendar of the zone", () => {
    // 2024-01-31 00:30 in Shanghai, still the 30th in UTC.
    const late = new Date("2024-01-30T16:30:00Z");
    expect(addDuration(late, months(1), "Asia/Shanghai").toISOString()).toBe("2024-02-28T16:30:00.000Z");
    expect(addDuration(late, years(-1), "Asia/Shanghai").toISOString()).toBe("2023-01-30T16:30:00.000Z");
  });

  it("looks back with both ends in", () => {
    const now = new Date("2026-11-22T00:00:00Z");
    expect(lookBack(now, days(90), "UTC")).toEqual({ start: new Date("2026-08-24T00:00:00Z"), end: now });
    expect(lookBack(now, weeks(0), "UTC")).toEqual({ start: now, end: now });
  });

  it("is data", () => {
    expect(JSON.parse(JSON.stringify(days(90)))).toEqual({ unit: "day", count: 90 });
  });
});

describe("laws", () => {
  it("adds as Temporal does, in every zone", () => {
    fc.assert(
      fc.property(aNastyMs, aDuration, aNastyZone, (ms, duration, timeZone) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(ms)
          .toZonedDateTimeISO(timeZone)
          .add(temporalStep(duration));
        expect(addDuration(new Date(ms), duration, timeZone).getTime()).toBe(expected.epochMilliseconds);
      }),
      runs(400),
    );
  });

  it.each(nastyZones)("lands as Temporal does around every clock change of %s", (timeZone) => {
    for (const change of transitionsOf(timeZone)) {
      for (const shift of [-5_400_000, -1_800_000, -1, 0, 1_800_000, 5_400_000]) {
        const target = Temporal.Instant.fromEpochMilliseconds(change + shift).toZonedDateTimeISO(timeZone);
        for (const count of [1, -1, 7]) {
          const from = target.subtract({ days: count });
          const landed = addDuration(new Date(from.epochMilliseconds), days(count), timeZone);
          expect(landed.getTime()).toBe(from.add({ days: count }).epochMilliseconds);
        }
      }
    }
  });

  it("lands on the day that the calendar alone gives, unless the zone skipped it", () => {
    fc.assert(
      fc.property(
        aNastyMs,
        fc.integer({ min: -40, max: 40 }),
        fc.constantFrom("day", "week", "month", "quarter", "year"),
        (ms, count, unit) => {
          const zone = zoneOf("Asia/Beirut");
          const day = zone.dayOf(addDuration(new Date(ms), { unit, count }, "Asia/Beirut"));
          expect(day).toBe(addPeriods(zone.dayOf(ms), count, unit));
        },
      ),
      runs(),
    );
  });

  it("returns a plain Date, and leaves the given one as it was", () => {
    const now = new Date("2026-11-22T00:00:00Z");
    const { start, end } = lookBack(now, months(1), "Asia/Shanghai");
    expect(Object.getPrototypeOf(start)).toBe(Date.prototype);
    expect(end).not.toBe(now);
    expect(now.toISOString()).toBe("2026-11-22T00:00:00.000Z");
  });
});

describe("errors", () => {
  const now = new Date("2026-11-22T00:00:00Z");

  it("refuses what is not a whole count, an instant, a zone or a unit", () => {
    for (const durationOf of Object.values(constructors)) {
      expect(() => durationOf(1.5)).toThrow(InvalidOptionError);
      expect(() => durationOf(Number.NaN)).toThrow(InvalidOptionError);
    }
    expect(() => addDuration(new Date(Number.NaN), days(1), "UTC")).toThrow(InvalidInstantError);
    expect(() => addDuration(now, days(1), "Mars/Olympus")).toThrow(TimeZoneError);
    expect(() => addDuration(now, hours(1), "Mars/Olympus")).toThrow(TimeZoneError);
    expect(() => addDuration(now, { unit: "decade" as "year", count: 1 }, "UTC")).toThrow(InvalidOptionError);
    expect(() => addDuration(now, { unit: "constructor" as "year", count: 1 }, "UTC")).toThrow(InvalidOptionError);
    expect(() => addDuration(now, { unit: "day", count: 0.5 }, "UTC")).toThrow(InvalidOptionError);
  });

  it("refuses to leave the years 1 to 9999", () => {
    expect(() => addDuration(now, years(8000), "UTC")).toThrow(InvalidInstantError);
    expect(() => addDuration(now, days(-9_000_000), "Asia/Shanghai")).toThrow(InvalidInstantError);
    expect(() => addDuration(now, hours(Number.MAX_SAFE_INTEGER), "UTC")).toThrow(InvalidInstantError);
    expect(() => addDuration(now, months(Number.MAX_SAFE_INTEGER), "UTC")).toThrow(InvalidInstantError);
  });

  it("refuses to look back into the future", () => {
    expect(() => lookBack(now, days(-1), "UTC")).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: ["duration", "count"] }),
    );
  });
});

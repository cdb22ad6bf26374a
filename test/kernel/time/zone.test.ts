import { tzOffset } from "@date-fns/tz";
import {
  calendarDate,
  epochDay,
  InvalidInstantError,
  instantOf,
  isoDay,
  localTimeOf,
  TimeZoneError,
  zoneOf,
} from "clientele/kernel";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { runs } from "../../arbitraries/runs.js";
import { aNastyMs, aNastyZone, nastyZones, transitionsOf } from "../../arbitraries/zones.js";

const at = (ms: number, timeZone: string) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
const localOf = (zoned: Temporal.ZonedDateTime) => ({
  year: zoned.year,
  month: zoned.month,
  day: zoned.day,
  hour: zoned.hour,
  minute: zoned.minute,
  second: zoned.second,
  ms: zoned.millisecond,
});

/** Everything a zone says of an instant, held against @date-fns/tz and the Temporal polyfill. */
function expectSame(timeZone: string, ms: number): void {
  const zone = zoneOf(timeZone);
  const zoned = at(ms, timeZone);
  const said = {
    offsetMs: zone.offsetMsAt(ms),
    day: isoDay(zone.dayOf(ms)),
    sameDay: zone.dayOf(new Date(ms)) === zone.dayOf(ms),
    local: localTimeOf(ms, zone.timeZone),
    start: zone.startOfDay(zone.dayOf(ms)).getTime(),
    back: instantOf(localTimeOf(ms, zone.timeZone), zone.timeZone).getTime(),
  };
  expect(said).toEqual({
    offsetMs: zoned.offsetNanoseconds / 1e6,
    day: zoned.toPlainDate().toString(),
    sameDay: true,
    local: localOf(zoned),
    start: zoned.startOfDay().epochMilliseconds,
    back: zoned.toPlainDateTime().toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds,
  });
  expect(zone.offsetMsAt(ms)).toBe(Math.round(tzOffset(timeZone, new Date(ms)) * 60_000));
}

describe("golden", () => {
  it("gives the instant 16:00 UTC to the next day in Shanghai", () => {
    const shanghai = zoneOf("Asia/Shanghai");
    expect(isoDay(shanghai.dayOf(Date.parse("2026-11-21T15:59:59.999Z")))).toBe("2026-11-21");
    expect(isoDay(shanghai.dayOf(Date.parse("2026-11-21T16:00:00Z")))).toBe("2026-11-22");
  });

  it("starts a day at the first instant where clocks skip midnight", () => {
    // Lebanon 2024-03-31 and Brazil 2018-11-04 sprang from 00:00 to 01:00 (tzdb: asia, southamerica).
    expect(zoneOf("Asia/Beirut").startOfDay(epochDay("2024-03-31")).toISOString()).toBe("2024-03-30T22:00:00.000Z");
    expect(zoneOf("America/Sao_Paulo").startOfDay(epochDay("2018-11-04")).toISOString()).toBe(
      "2018-11-04T03:00:00.000Z",
    );
  });

  it("gives a day that Samoa skipped no instant", () => {
    const apia = zoneOf("Pacific/Apia");
    const skipped = epochDay("2011-12-30");
    // 2011-12-29 ended at 10:00 UTC, and 2011-12-31 began with it (tzdb: australasia).
    expect(apia.startOfDay(skipped)).toEqual(apia.startOfDay(skipped + 1));
    expect(apia.startOfDay(skipped).toISOString()).toBe("2011-12-30T10:00:00.000Z");
    expect(apia.dayOf(Date.parse("2011-12-30T09:59:59.999Z"))).toBe(skipped - 1);
    expect(apia.dayOf(Date.parse("2011-12-30T10:00:00Z"))).toBe(skipped + 1);
  });

  it("moves a skipped local time on by the gap, and takes the earlier of two", () => {
    expect(instantOf({ year: 2024, month: 3, day: 10, hour: 2, minute: 30 }, "America/New_York").toISOString()).toBe(
      "2024-03-10T07:30:00.000Z",
    );
    expect(instantOf({ year: 2024, month: 11, day: 3, hour: 1, minute: 30 }, "America/New_York").toISOString()).toBe(
      "2024-11-03T05:30:00.000Z",
    );
  });

  it("keeps the seconds of old offsets, also behind UTC by less than an hour", () => {
    // tzdb: Shanghai local mean time +8:05:43; Monrovia −0:44:30 until 1972-01-07; Dublin mean time −0:25:21 until 1916.
    expect(zoneOf("Asia/Shanghai").offsetMsAt(Date.parse("1890-01-01T00:00:00Z"))).toBe(29_143_000);
    expect(zoneOf("Africa/Monrovia").offsetMsAt(Date.parse("1960-01-01T00:00:00Z"))).toBe(-2_670_000);
    expect(zoneOf("Africa/Monrovia").offsetMsAt(Date.parse("1972-01-07T00:44:29.999Z"))).toBe(-2_670_000);
    expect(zoneOf("Africa/Monrovia").offsetMsAt(Date.parse("1972-01-07T00:44:30Z"))).toBe(0);
    expect(zoneOf("Europe/Dublin").offsetMsAt(Date.parse("1900-01-01T00:00:00Z"))).toBe(-1_521_000);
  });
});

describe("laws", () => {
  it.each(nastyZones)("agrees with @date-fns/tz and Temporal around every clock change of %s, 2000 to 2040", (zone) => {
    for (const ms of transitionsOf(zone)) {
      for (const shift of [-3_600_001, -1001, -1, 0, 1, 999, 3_599_999, 3_600_000]) expectSame(zone, ms + shift);
    }
  });

  it.each(nastyZones)("agrees with them at the ends of months and on every 29 February in %s", (zone) => {
    for (let month = 0; month < 41 * 12; month++) {
      const local = Temporal.PlainDate.from("2000-01-01").add({ months: month }).toZonedDateTime(zone);
      for (const shift of [-1, 0]) expectSame(zone, local.epochMilliseconds + shift);
    }
    for (let year = 2000; year <= 2040; year += 4) {
      const local = Temporal.PlainDate.from({ year, month: 2, day: 29 }).toZonedDateTime(zone);
      for (const shift of [-1, 0, 43_200_000]) expectSame(zone, local.epochMilliseconds + shift);
    }
  });

  it("agrees with them at any instant", () => {
    fc.assert(
      fc.property(aNastyZone, aNastyMs, (zone, ms) => expectSame(zone, ms)),
      runs(500),
    );
  });

  it("agrees with Temporal from 1850 to 2100", () => {
    const aMs = fc.integer({ min: Date.UTC(1850, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...nastyZones, "Africa/Monrovia", "Europe/Amsterdam"), aMs, (timeZone, ms) => {
        const zoned = at(ms, timeZone);
        expect(zoneOf(timeZone).offsetMsAt(ms)).toBe(zoned.offsetNanoseconds / 1e6);
        expect(isoDay(zoneOf(timeZone).dayOf(ms))).toBe(zoned.toPlainDate().toString());
      }),
      runs(),
    );
  });

  it("reads any local time as Temporal does", () => {
    fc.assert(
      fc.property(aNastyZone, aNastyMs, (timeZone, ms) => {
        // The local time is taken in UTC, so that it may lie in a gap of the zone.
        const local = localOf(at(ms, "UTC"));
        const plain = at(ms, "UTC").toPlainDateTime();
        expect(instantOf(local, timeZone).getTime()).toBe(plain.toZonedDateTime(timeZone).epochMilliseconds);
      }),
      runs(500),
    );
  });

  it("starts each day within it, and the instant before lies in another, unless clocks fell back over midnight", () => {
    fc.assert(
      fc.property(aNastyZone, aNastyMs, (timeZone, ms) => {
        const zone = zoneOf(timeZone);
        const day = zone.dayOf(ms);
        const start = zone.startOfDay(day);
        expect(zone.dayOf(start)).toBe(day);
        expect(zone.dayOf(start.getTime() - 1)).toBeLessThan(day);
        expect(start.getTime()).toBeLessThanOrEqual(ms);
      }),
      runs(300),
    );
  });

  it("answers in any order of questions as in order", () => {
    fc.assert(
      fc.property(aNastyZone, fc.array(aNastyMs, { minLength: 2, maxLength: 20 }), (timeZone, instants) => {
        const forward = instants.map((ms) => zoneOf(timeZone).dayOf(ms));
        const backward = [...instants].reverse().map((ms) => zoneOf(timeZone).dayOf(ms));
        expect(backward.reverse()).toEqual(forward);
      }),
      runs(),
    );
  });
});

describe("edges", () => {
  it("takes the first and the last millisecond of the years 1 to 9999", () => {
    const utc = zoneOf("UTC");
    expect(calendarDate(utc.dayOf(Date.parse("0001-01-01T00:00:00.000Z")))).toEqual({ year: 1, month: 1, day: 1 });
    expect(isoDay(utc.dayOf(Date.parse("9999-12-31T23:59:59.999Z")))).toBe("9999-12-31");
    expect(localTimeOf(Date.parse("0001-01-01T00:00:00Z"), "America/New_York")).toMatchObject({
      year: 0,
      month: 12,
    });
    expect(localTimeOf(Date.parse("9999-12-31T23:00:00Z"), "Asia/Shanghai")).toMatchObject({ year: 10_000 });
  });

  it("keeps the name it was given", () => {
    expect(zoneOf("Asia/Calcutta").timeZone).toBe("Asia/Calcutta");
  });

  it("reads parts of the time of day that are left out as 0", () => {
    expect(instantOf({ year: 2026, month: 11, day: 22 }, "UTC").toISOString()).toBe("2026-11-22T00:00:00.000Z");
  });
});

describe("spellings", () => {
  const spellings = (name: string, count: number) =>
    Array.from({ length: count }, (_, bits) =>
      [...name].map((letter, i) => ((bits >> i) & 1 ? letter.toUpperCase() : letter.toLowerCase())).join(""),
    );

  it("keeps one table for a zone, however its name is spelt", () => {
    const noon = Date.parse("2026-11-22T12:00:00Z");
    const names = spellings("Asia/Chungking", 2000);
    const offsets = new Set([zoneOf("Asia/Shanghai").offsetMsAt(noon)]);
    const before = process.memoryUsage().arrayBuffers;
    for (const name of names) offsets.add(zoneOf(name).offsetMsAt(noon));
    expect([...offsets]).toEqual([8 * 3_600_000]);
    // A table's days take 146 kB: 2,000 tables would be 292 MB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });

  it("gives the name back as it was given", () => {
    expect(zoneOf("asia/shanghai").timeZone).toBe("asia/shanghai");
  });
});

describe("errors", () => {
  it.each(["", "Mars/Olympus", "+08:00", "Nope+08:00", " UTC", "Asia"])(
    "refuses %j as a zone, without repeating it",
    (name) => {
      expect(() => zoneOf(name)).toThrow(TimeZoneError);
      try {
        zoneOf(name);
      } catch (error) {
        expect(error).toMatchObject({ code: "UNKNOWN_TIME_ZONE", path: ["timeZone"] });
        if (name.trim().length > 4) expect(String(error)).not.toContain(name);
      }
    },
  );

  it("never takes the machine's zone for a missing one", () => {
    expect(() => zoneOf(undefined as unknown as string)).toThrow(TimeZoneError);
  });

  it.each(["UTC", "Asia/Shanghai"])("refuses instants that are none, in %s", (timeZone) => {
    const zone = zoneOf(timeZone);
    const outside = [Date.parse("0001-01-01T00:00:00Z") - 1, Date.UTC(10_000, 0, 1)];
    for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, ...outside]) {
      expect(() => zone.dayOf(ms)).toThrow(InvalidInstantError);
      expect(() => zone.dayOf(new Date(ms))).toThrow(InvalidInstantError);
      expect(() => zone.offsetMsAt(ms)).toThrow(InvalidInstantError);
      expect(() => localTimeOf(ms, zone.timeZone)).toThrow(InvalidInstantError);
    }
  });

  it("refuses local times that no clock shows", () => {
    const zone = zoneOf("UTC");
    const date = { year: 2026, month: 11, day: 22 };
    for (const local of [
      { year: 2026, month: 2, day: 29 },
      { year: 2026, month: 13, day: 1 },
      { ...date, hour: 24 },
      { ...date, minute: 60 },
      { ...date, second: -1 },
      { ...date, ms: 0.5 },
    ])
      expect(() => instantOf(local, zone.timeZone)).toThrow(InvalidInstantError);
  });

  it("refuses days that are none, and local times whose instant is out of range", () => {
    expect(() => zoneOf("UTC").startOfDay(0.5)).toThrow(InvalidInstantError);
    expect(() => zoneOf("UTC").startOfDay(Number.NaN)).toThrow(InvalidInstantError);
    expect(() => zoneOf("Asia/Shanghai").startOfDay(epochDay("0001-01-01"))).toThrow(InvalidInstantError);
    expect(() => instantOf({ year: 9999, month: 12, day: 31, hour: 23 }, "America/New_York")).toThrow(
      InvalidInstantError,
    );
  });
});

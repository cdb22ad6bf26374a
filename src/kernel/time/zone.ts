import { InvalidInstantError } from "../errors.js";
import { checkDay, type EpochDay } from "./calendar.js";
import { DAY_MS, MAX_INSTANT_MS, MIN_INSTANT_MS } from "./instant.js";
import { INDEXED_DAYS, type OffsetTable, offsetTable, UNREAD } from "./offset-table.js";

/** The clock and calendar of one IANA time zone, for instants of the years 1 to 9999.
 *
 * Every member that takes an instant throws {@link InvalidInstantError} where it is not a valid one of these years.
 */
export interface Zone {
  /** The name as it was given. */
  readonly timeZone: string;
  /** What local time is ahead of UTC at an instant, in milliseconds. */
  offsetMsAt(instant: Date | number): number;
  /** The local calendar day of an instant: days since 1970-01-01. Made for millions of calls. */
  dayOf(instant: Date | number): EpochDay;
  /** The first instant of a local day, also where clocks skip midnight; of a day that the zone skipped as a whole
   * (Pacific/Apia, 2011-12-30) the first instant after it.
   * @throws When the day is not one of the years 1 to 9999: {@link InvalidInstantError}.
   */
  startOfDay(day: EpochDay): Date;
}

/** The clock and calendar of a zone.
 *
 * Offsets come from a table that is read from the runtime's zone data, four years at a time, and kept.
 * @param timeZone - an IANA name such as `Asia/Shanghai`, or `UTC`; a bare offset such as `+08:00` is not a zone
 * @throws When the runtime does not know the zone: {@link TimeZoneError}.
 * @example
 * ```ts
 * import { isoDay, zoneOf } from "clientele/kernel";
 * const shanghai = zoneOf("Asia/Shanghai");
 * if (isoDay(shanghai.dayOf(new Date("2026-11-21T16:00:00Z"))) !== "2026-11-22") throw new Error("wrong day");
 * ```
 */
export function zoneOf(timeZone: string): Zone {
  const table = offsetTable(timeZone);
  const { offsetOfDay, readOffset } = table;
  const offsetMsAt = (ms: number): number => {
    const utcDay = Math.floor(ms / DAY_MS);
    if (!(utcDay >= 0 && utcDay < INDEXED_DAYS)) return readOffset(ms); // NaN too
    const offsetMs = offsetOfDay[utcDay]!;
    return offsetMs === UNREAD ? readOffset(ms) : offsetMs;
  };
  return {
    timeZone,
    offsetMsAt: (instant) => offsetMsAt(msOf(instant)),
    dayOf(instant) {
      // As offsetMsAt, written out: one array read, and no branch that instants in random order would mislead.
      const ms = typeof instant === "number" ? instant : instant.getTime();
      const utcDay = Math.floor(ms / DAY_MS);
      if (!(utcDay >= 0 && utcDay < INDEXED_DAYS)) return Math.floor((ms + readOffset(ms)) / DAY_MS);
      const offsetMs = offsetOfDay[utcDay]!;
      return Math.floor((ms + (offsetMs === UNREAD ? readOffset(ms) : offsetMs)) / DAY_MS);
    },
    startOfDay: (day) => new Date(findLocal(table, checkDay(day) * DAY_MS).first),
  };
}

/** The instants that a local time stands for. */
export interface FoundInstant {
  /** The first instant at or after the local time. */
  readonly first: number;
  /** The instant of the local time, moved on by the gap where it lies in one. */
  readonly shifted: number;
}

/** Walks the segments around a local time, given as if it were UTC, from the earliest on. */
export function findLocal(table: OffsetTable, local: number): FoundInstant {
  const reach = 16 * 3_600_000; // no zone was ever further from UTC
  let segment = table.segmentAt(Math.min(Math.max(local - reach, MIN_INSTANT_MS), MAX_INSTANT_MS - 1));
  let beforeGap: number | undefined;
  for (;;) {
    const ms = local - segment.offsetMs;
    if (ms < segment.from) {
      if (beforeGap !== undefined) return { first: segment.from, shifted: beforeGap };
      throw new InvalidInstantError({ expected: "an instant of the years 1 to 9999" });
    }
    if (ms < segment.until) return { first: ms, shifted: ms };
    beforeGap = ms;
    segment = table.segmentAt(segment.until);
  }
}

function msOf(instant: Date | number): number {
  return typeof instant === "number" ? instant : instant.getTime();
}

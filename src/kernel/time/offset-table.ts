import { tzOffset } from "@date-fns/tz";
import { TimeZoneError } from "../errors.js";
import { DAY_MS, instantMs, MAX_INSTANT_MS, MIN_INSTANT_MS } from "./instant.js";

/** A stretch of time in which a zone keeps one offset: from `from`, up to but without `until`. */
export interface OffsetSegment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly from: number;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly until: number;
  /** What local time is ahead of UTC, in milliseconds. */
  readonly offsetMs: number;
}

/** The offsets of one zone. Its functions throw for an instant outside the years 1 to 9999. */
export interface OffsetTable {
  /** The segment that an instant lies in. */
  segmentAt(ms: number): OffsetSegment;
  /** The offset at an instant, in milliseconds; writes it down in {@link OffsetTable.offsetOfDay} if the day has one. */
  readOffset(ms: number): number;
  /** By UTC day from 1970-01-01 on: the offset of the whole day, or {@link UNREAD} where it has two or was not read. */
  readonly offsetOfDay: Int32Array;
}

/** In {@link OffsetTable.offsetOfDay}: ask {@link OffsetTable.readOffset}. */
export const UNREAD: number = -(2 ** 31);
/** How many UTC days a table keeps by day: 1970 to 2069, where nearly all instants of a shop lie. */
export const INDEXED_DAYS = 36_525;

const STRETCH_MS = 1461 * DAY_MS; // four years, read at once when first asked for
const PROBE_MS = 4 * DAY_MS; // the shortest time between two changes in the zone data (1850 to 2045) is six days

// The tables are a pure function of the zone's name and the runtime's zone data: that they are kept shows in nothing
// but speed. A zone has one table, however its name is spelt, and only so many spellings are kept beside.
const tables = new Map<string, OffsetTable>();
const MAX_SPELLINGS = 1000;

/** The table of a zone's offsets, filled four years at a time as instants are asked for.
 * @param timeZone - an IANA name
 * @throws When the runtime does not know the zone: {@link TimeZoneError}.
 */
export function offsetTable(timeZone: string): OffsetTable {
  const known = tables.get(timeZone);
  if (known !== undefined) return known;
  const name = canonicalName(timeZone);
  const table = tables.get(name) ?? indexByDay(name === "UTC" ? utcSegmentAt : segmentReader(name));
  tables.set(name, table);
  if (tables.size < MAX_SPELLINGS) tables.set(timeZone, table);
  return table;
}

const always: OffsetSegment = { from: MIN_INSTANT_MS, until: MAX_INSTANT_MS, offsetMs: 0 };

function utcSegmentAt(ms: number): OffsetSegment {
  instantMs(ms);
  return always;
}

function segmentReader(timeZone: string): OffsetTable["segmentAt"] {
  const count = Math.ceil((MAX_INSTANT_MS - MIN_INSTANT_MS) / STRETCH_MS);
  const stretches = new Array<readonly OffsetSegment[] | undefined>(count).fill(undefined);
  return (ms) => {
    const index = Math.floor((instantMs(ms) - MIN_INSTANT_MS) / STRETCH_MS);
    let segments = stretches[index];
    if (segments === undefined) {
      const from = MIN_INSTANT_MS + index * STRETCH_MS;
      segments = segmentsBetween(timeZone, from, Math.min(from + STRETCH_MS, MAX_INSTANT_MS));
      stretches[index] = segments;
    }
    let at = 0;
    while (ms >= segments[at]!.until) at++;
    return segments[at]!;
  };
}

function indexByDay(segmentAt: OffsetTable["segmentAt"]): OffsetTable {
  const offsetOfDay = new Int32Array(INDEXED_DAYS).fill(UNREAD);
  return {
    segmentAt,
    offsetOfDay,
    readOffset(ms) {
      const { from, until, offsetMs } = segmentAt(ms);
      const day = Math.floor(ms / DAY_MS);
      const hasOneOffset = from <= day * DAY_MS && (day + 1) * DAY_MS <= until;
      if (hasOneOffset && day >= 0 && day < INDEXED_DAYS) offsetOfDay[day] = offsetMs;
      return offsetMs;
    },
  };
}

function segmentsBetween(timeZone: string, start: number, end: number): readonly OffsetSegment[] {
  const segments: OffsetSegment[] = [];
  const last = end - 1000; // offsets change on whole seconds; one that changes at the end belongs to the next stretch
  let from = start;
  let offsetMs = probe(timeZone, start);
  let seen = start;
  while (seen < last) {
    const next = Math.min(seen + PROBE_MS, last);
    if (probe(timeZone, next) === offsetMs) {
      seen = next;
      continue;
    }
    seen = firstOtherOffset(timeZone, offsetMs, seen, next);
    segments.push({ from, until: seen, offsetMs });
    from = seen;
    offsetMs = probe(timeZone, seen);
  }
  segments.push({ from, until: end, offsetMs });
  return segments;
}

/** Bisects to the second: `low` has the offset, `high` has another. */
function firstOtherOffset(timeZone: string, offsetMs: number, low: number, high: number): number {
  let before = low / 1000;
  let after = high / 1000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (probe(timeZone, middle * 1000) === offsetMs) before = middle;
    else after = middle;
  }
  return after * 1000;
}

function probe(timeZone: string, ms: number): number {
  const instant = new Date(ms);
  const minutes = tzOffset(timeZone, instant);
  // tzOffset 1.5.0 loses the sign of offsets within an hour behind UTC (Africa/Monrovia before 1972): read the name.
  const behind = minutes > 0 && minutes < 60 && offsetName(timeZone).format(instant).includes("GMT-");
  return Math.round((behind ? -minutes : minutes) * 60) * 1000;
}

function offsetName(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", { timeZone, hour: "numeric", timeZoneName: "longOffset" });
}

function canonicalName(timeZone: string): string {
  try {
    // An undefined zone would be the machine's own, and a bare offset is known to some runtimes only.
    if (typeof timeZone === "string" && /^[A-Za-z]/.test(timeZone))
      return offsetName(timeZone).resolvedOptions().timeZone;
  } catch {}
  throw new TimeZoneError({ path: ["timeZone"], expected: "an IANA time zone such as Asia/Shanghai" });
}

import { InvalidInstantError, instantOf, type Zone } from "clientele/kernel";

const written =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|(\d{2})(\d{2}))(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** Reads times as order files write them: year first, `-` or `/` or nothing between, with or without a time of day.
 *
 * With an offset or `Z` the text is that instant; without, it is local time of the zone. Day-first and month-first
 * dates are not guessed at.
 * Years before 1970 and after 2099 are placeholders of other systems (0001, 1900, 9999), not days on which a shop sold.
 * @returns a reader that gives `undefined` for text that is no time of a shop
 */
export function timeReader(zone: Zone): (text: string) => Date | undefined {
  let lastText = "";
  let lastInstant: Date | undefined;
  return (text) => {
    // The lines of an order stand together, and have one time.
    if (text !== lastText) {
      lastText = text;
      lastInstant = readTime(text, zone);
    }
    return lastInstant;
  };
}

function readTime(text: string, zone: Zone): Date | undefined {
  const match = written.exec(text);
  if (match === null) return undefined;
  const [, year, m1, d1, m2, d2, m3, d3, hour = "0", minute = "0", second = "0", fraction = "", offset] = match;
  if (Number(year) < 1970 || Number(year) > 2099) return undefined;
  const local = {
    year: Number(year),
    month: Number(m1 ?? m2 ?? m3),
    day: Number(d1 ?? d2 ?? d3),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    ms: Number(fraction.padEnd(3, "0").slice(0, 3)),
  };
  try {
    if (offset === undefined) return instantOf(local, zone.timeZone);
    return new Date(instantOf(local, "UTC").getTime() - offsetMs(offset));
  } catch (error) {
    if (error instanceof InvalidInstantError) return undefined;
    throw error;
  }
}

function offsetMs(offset: string): number {
  if (offset.toUpperCase() === "Z") return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset.startsWith("-") ? -1 : 1) * minutes * 60_000;
}

import { InvalidInstantError } from "../errors.js";
import { type CalendarDate, civilFromDays, dayOfDate } from "./calendar.js";
import { DAY_MS, instantMs } from "./instant.js";
import { offsetTable } from "./offset-table.js";
import { findLocal, zoneOf } from "./zone.js";

/** A day and a time of day, as clocks in a zone show it. */
export interface LocalTime extends CalendarDate {
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
  /** 0 to 59. */
  readonly second: number;
  /** 0 to 999. */
  readonly ms: number;
}

/** What clocks in a zone show at an instant.
 * @param instant - an instant of the years 1 to 9999
 * @param timeZone - an IANA name
 * @throws When the instant is not valid: {@link InvalidInstantError}; when the zone is unknown: {@link TimeZoneError}.
 */
export function localTimeOf(instant: Date | number, timeZone: string): LocalTime {
  const ms = instantMs(instant);
  const local = ms + zoneOf(timeZone).offsetMsAt(ms);
  const day = Math.floor(local / DAY_MS);
  const rest = Math.floor(local - day * DAY_MS);
  return {
    ...civilFromDays(day),
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1000) % 60,
    ms: rest % 1000,
  };
}

/** The instant at which clocks in a zone show a local time: the earlier one where they show it twice; where they skip
 * it, as much after the gap as the time lies into it (02:30 becomes 03:30).
 * @param local - parts of the time of day that are left out are 0
 * @param timeZone - an IANA name
 * @throws When the calendar or the clock has no such time: {@link InvalidInstantError}; when the zone is unknown:
 *   {@link TimeZoneError}.
 */
export function instantOf(local: CalendarDate & Partial<LocalTime>, timeZone: string): Date {
  return new Date(findLocal(offsetTable(timeZone), localMs(local)).shifted);
}

function localMs(local: CalendarDate & Partial<LocalTime>): number {
  const { hour = 0, minute = 0, second = 0, ms = 0 } = local;
  const clock = [hour, minute, second, ms];
  const limits = [23, 59, 59, 999];
  if (!clock.every((part, i) => Number.isInteger(part) && part >= 0 && part <= limits[i]!))
    throw new InvalidInstantError({ expected: "a time of day from 00:00:00.000 to 23:59:59.999" });
  return dayOfDate(local) * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000 + ms;
}

import { InvalidOptionError } from "../errors.js";
import { addDuration, type Duration } from "./duration.js";

/** A stretch of time with both of its ends in it. */
export interface LookBack {
  /** The first instant that counts. */
  readonly start: Date;
  /** The last instant that counts. */
  readonly end: Date;
}

/** The time looked back upon from `now`: both its exact start and `now` itself count.
 * @param now - the end
 * @param duration - how far back; not negative
 * @param timeZone - the IANA zone whose calendar counts
 * @throws When `now` is not valid: {@link InvalidInstantError}; when the zone is unknown: {@link TimeZoneError}; when
 *   the duration is negative or not one: {@link InvalidOptionError}.
 * @example
 * ```ts
 * import { days, lookBack } from "clientele/kernel";
 * const { start } = lookBack(new Date("2026-11-22T00:00:00Z"), days(90), "UTC");
 * if (start.toISOString() !== "2026-08-24T00:00:00.000Z") throw new Error("wrong start");
 * ```
 */
export function lookBack(now: Date, duration: Duration, timeZone: string): LookBack {
  if (!(duration.count >= 0))
    throw new InvalidOptionError({ path: ["duration", "count"], expected: "a look-back that is not negative" });
  return { start: addDuration(now, { unit: duration.unit, count: 0 - duration.count }, timeZone), end: new Date(now) };
}

import { InvalidInstantError, type ValuePath } from "../errors.js";

/** A day in milliseconds, where the zone's clock does not change. */
export const DAY_MS = 86_400_000;
/** The first instant this library takes: the start of the year 1 in UTC. */
export const MIN_INSTANT_MS = -62_135_596_800_000;
/** The first instant past those it takes: the start of the year 10000 in UTC. */
export const MAX_INSTANT_MS = 253_402_300_800_000;

/** The milliseconds since 1970-01-01T00:00Z of an instant of the years 1 to 9999 (UTC).
 * @param instant - a date, or its milliseconds
 * @param path - where the instant stands in the caller's data, for the error
 * @throws When it is not a valid date or outside these years: {@link InvalidInstantError}.
 */
export function instantMs(instant: Date | number, path: ValuePath = []): number {
  // JavaScript callers pass text and nothing, too: those have no time either.
  const ms = typeof instant === "number" ? instant : Number((instant as Date | undefined)?.getTime?.());
  if (ms >= MIN_INSTANT_MS && ms < MAX_INSTANT_MS) return ms;
  throw new InvalidInstantError({ path, expected: "a valid instant of the years 1 to 9999" });
}

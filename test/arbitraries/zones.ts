import fc from "fast-check";
import { Temporal } from "temporal-polyfill";

/** Zones that trip calendars up: half-hour and quarter-hour offsets, clocks that change at midnight or by two hours or
 * by thirty minutes, a skipped day, changes that follow Ramadan, rules given up. */
export const nastyZones = [
  "UTC",
  "America/New_York",
  "Europe/London",
  "Asia/Shanghai",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "America/St_Johns",
  "Africa/Casablanca",
  "Pacific/Apia",
  "Asia/Beirut",
  "Asia/Gaza",
  "Antarctica/Troll",
  "Asia/Tehran",
] as const;

const from = Date.UTC(2000, 0, 1);
const until = Date.UTC(2041, 0, 1);

/** The instants from 2000 to 2040 at which a zone's clocks change, as the Temporal polyfill knows them. */
export function transitionsOf(timeZone: string): readonly number[] {
  const transitions: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).getTimeZoneTransition("next");
  while (at !== null && at.epochMilliseconds < until) {
    transitions.push(at.epochMilliseconds);
    at = at.getTimeZoneTransition("next");
  }
  return transitions;
}

const changes = nastyZones.flatMap((timeZone) => transitionsOf(timeZone));
const monthEnds = Array.from({ length: 41 * 12 }, (_, month) => Date.UTC(2000, month, 1));
const leapDays = Array.from({ length: 11 }, (_, i) => Date.UTC(2000 + 4 * i, 1, 29));

/** An instant of 2000 to 2040 in milliseconds, leaning to clock changes of any nasty zone, month ends and 29 February. */
export const aNastyMs: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: from, max: until - 1 }),
  fc
    .tuple(fc.constantFrom(...changes, ...monthEnds, ...leapDays), fc.integer({ min: -90_000_000, max: 90_000_000 }))
    .map(([ms, shift]) => Math.min(Math.max(ms + shift, from), until - 1)),
  fc.tuple(fc.constantFrom(...changes), fc.integer({ min: -2, max: 2 })).map(([ms, shift]) => ms + shift),
);

/** One of {@link nastyZones}. */
export const aNastyZone: fc.Arbitrary<string> = fc.constantFrom(...nastyZones);

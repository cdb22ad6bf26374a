import type { Facts } from "../facts/index.js";
import { InvalidInstantError, InvalidOptionError, TimeZoneMismatchError, zoneOf } from "../kernel/index.js";
import type { LifeTime } from "./survival.js";

/** Which purchase the waiting starts from. */
export interface NextPurchaseOptions {
  /** Later days are not seen; the whole local day of `now` is. */
  readonly now: Date;
  /** IANA zone; the one that the facts were collected in. */
  readonly timeZone: string;
  /** Number of the purchase day from which is waited for the next one. @defaultValue `1`, the first */
  readonly after?: number;
}

/** How many days customers took to buy again, as lives for {@link survivalCurve}: the event is the next purchase.
 *
 * One life a customer with at least `after` purchase days, in the order of the facts; who did not buy again is censored at
 * `now`. Days are whole, ≥ 1 for an event: two orders on one day are one purchase.
 * @throws When the zone is not the facts': {@link TimeZoneMismatchError}; when `after` is not a whole number ≥ 1:
 *   {@link InvalidOptionError}; when `now` is not a date: {@link InvalidInstantError}.
 * @example
 * ```ts
 * import { nextPurchaseTimes } from "clientele/cohorts";
 * import { collectFacts } from "clientele/facts";
 * const timeZone = "Europe/Berlin";
 * const order = (id: string, customerId: string, day: string) => ({
 *   id,
 *   customerId,
 *   placedAt: new Date(`${day}T10:00:00Z`),
 *   gross: "10.00",
 * });
 * const orders = [order("1", "ann", "2026-01-05"), order("2", "bob", "2026-01-20"), order("3", "ann", "2026-02-05")];
 * const facts = collectFacts(orders, { currency: "EUR", timeZone });
 * const [ann, bob] = nextPurchaseTimes(facts, { now: new Date("2026-02-28T12:00:00Z"), timeZone });
 * if (ann?.duration !== 31 || bob?.hasEvent !== false) throw new Error("ann took 31 days, bob is still out");
 * ```
 */
export function nextPurchaseTimes(facts: Facts, options: NextPurchaseOptions): readonly LifeTime[] {
  const { now, timeZone, after = 1 } = options;
  if (Number.isNaN(now.getTime())) throw new InvalidInstantError({ path: ["now"], expected: "a valid date" });
  if (timeZone !== facts.definition.timeZone)
    throw new TimeZoneMismatchError({
      path: ["timeZone"],
      expected: `${facts.definition.timeZone}, the zone of the facts`,
    });
  if (!(Number.isSafeInteger(after) && after >= 1))
    throw new InvalidOptionError({ path: ["after"], expected: "a whole number ≥ 1" });
  const today = zoneOf(timeZone).dayOf(now);
  const { offsets, day, orders } = facts.dayColumns({ now });
  const lives: LifeTime[] = [];
  for (let c = 0; c + 1 < offsets.length; c++) {
    let purchases = 0;
    let since = 0;
    let row = offsets[c]!;
    for (; row < offsets[c + 1]! && purchases <= after; row++) {
      if (orders[row] === 0) continue;
      purchases++;
      if (purchases === after) since = day[row]!;
      else if (purchases > after) lives.push({ duration: day[row]! - since, hasEvent: true });
    }
    if (purchases === after) lives.push({ duration: today - since, hasEvent: false });
  }
  return lives;
}

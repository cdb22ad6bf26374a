import type { Facts } from "../facts/index.js";
import { InvalidOptionError, instantMs, minorDigits } from "../kernel/index.js";
import type { ActivityEvent, Customer, History, Order, Subject } from "../model/index.js";
import type { Rfm, RfmRow } from "../rfm/index.js";
import type { Reason } from "../words/index.js";
import { type BuyingProfile, buyingProfile } from "./buying.js";
import { composeSubject, type SubjectParts } from "./subject.js";

/** How a profile is drawn up. */
export interface ProfileOptions {
  /** Nothing later is shown; facts and scores are as of the instant the subject was composed for. */
  readonly now: Date;
  /** How many of the last orders and events are shown. @defaultValue 5 */
  readonly recent?: number;
}

/** The 360° view of one customer, as plain data: parts that are not known are `undefined`. */
export interface Profile {
  readonly customerId: string;
  /** The instant it was drawn up for. */
  readonly at: Date;
  /** The customer as the shop keeps them, with their attributes. */
  readonly customer: Customer | undefined;
  readonly buying: BuyingProfile | undefined;
  readonly rfm: RfmRow | undefined;
  /** Newest first, none after `now`. */
  readonly recentOrders: readonly Order[];
  /** Newest first, none after `now`. */
  readonly recentEvents: readonly ActivityEvent[];
  /** Why: the reasons of every part, in the order of the parts. `clientele/words` puts them into sentences. */
  readonly reasons: readonly Reason[];
  /** The earliest instant at which time alone changes a score; days since the last order count on at every midnight. */
  readonly nextChangeAt: Date | undefined;
}

/** Draws up the 360° view of one customer from their subject.
 * @param subject - what `composeSubject` gave, or a caller's own record of the same shape
 * @param options - the instant; money and days are those of the facts
 * @throws When an option is not one of its values: {@link InvalidOptionError}, {@link InvalidInstantError}.
 * @example
 * ```ts
 * import { collectFacts } from "clientele/facts";
 * import { composeSubject, profileCustomer } from "clientele/profile";
 * const when = { now: new Date("2026-11-22T00:00:00Z"), timeZone: "Asia/Shanghai" };
 * const facts = collectFacts(
 *   [{ id: "o1", customerId: "c42", placedAt: new Date("2026-11-20T10:00:00Z"), gross: "12.40" }],
 *   { currency: "CNY", timeZone: when.timeZone },
 * );
 * const profile = profileCustomer(composeSubject("c42", { facts, now: when.now }), when);
 * if (profile.buying?.daysSinceLast !== 2) throw new Error("wrong day");
 * ```
 */
export function profileCustomer(subject: Subject<SubjectParts>, options: ProfileOptions): Profile {
  const { now, recent = 5 } = options;
  if (!Number.isInteger(recent) || recent < 0)
    throw new InvalidOptionError({ path: ["recent"], expected: "a whole number ≥ 0" });
  instantMs(now, ["now"]);
  const { customerId, customer, facts, rfm, history } = subject;
  const buying = facts === undefined ? undefined : buyingProfile(facts);
  return {
    customerId,
    at: now,
    customer,
    buying,
    rfm,
    recentOrders: newest(history?.orders({ to: now }) ?? [], recent),
    recentEvents: newest(history?.events({ to: now }) ?? [], recent),
    reasons: [...(buying === undefined ? [] : buyingReasons(buying)), ...(rfm?.reasons ?? [])],
    nextChangeAt: earliest([rfm?.nextChangeAt]),
  };
}

/** What {@link profileAll} draws on. */
export interface ProfileSources {
  readonly facts: Facts;
  readonly rfm?: Rfm;
  /** The customer of an id, where the shop keeps them. */
  readonly customerOf?: (customerId: string) => Customer | undefined;
  /** The history of an id, where single orders and events are to be shown. */
  readonly historyOf?: (customerId: string) => History | undefined;
}

/** Draws up the view of every customer that has facts, one at a time, in the facts' order.
 * @param sources - facts, and what else is at hand
 * @param options - as of which instant
 */
export function* profileAll(sources: ProfileSources, options: ProfileOptions): Generator<Profile> {
  const { facts, rfm, customerOf, historyOf } = sources;
  for (let index = 0; index < facts.size; index++) {
    const id = facts.customerId(index);
    const history = historyOf?.(id);
    const subject = composeSubject(customerOf?.(id) ?? id, {
      now: options.now,
      facts,
      ...(rfm && { rfm }),
      ...(history && { history }),
    });
    yield profileCustomer(subject, options);
  }
}

function buyingReasons({ orders, net, currency, firstDay, daysSinceLast, medianGapDays }: BuyingProfile): Reason[] {
  if (firstDay === undefined || daysSinceLast === undefined) return [{ code: "NO_ORDER", values: {} }];
  const amount = net.toFixed(minorDigits(currency));
  const bought: Reason = { code: "BOUGHT", values: { orders, amount, currency, firstDay } };
  if (medianGapDays === undefined) return [bought];
  return [bought, { code: "USUAL_GAP", values: { gapDays: medianGapDays, sinceDays: daysSinceLast } }];
}

function newest<T>(oldestFirst: readonly T[], count: number): readonly T[] {
  return oldestFirst.slice(Math.max(0, oldestFirst.length - count)).reverse();
}

function earliest(instants: readonly (Date | undefined)[]): Date | undefined {
  return instants.reduce(
    (first, at) => (at !== undefined && (first === undefined || at < first) ? at : first),
    undefined,
  );
}

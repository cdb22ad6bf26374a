import type { CustomerFacts, Facts } from "../facts/index.js";
import type { Customer, History, Subject } from "../model/index.js";
import type { Rfm, RfmRow } from "../rfm/index.js";

/** What the rooms know of one customer, as far as they were asked. */
export interface SubjectParts {
  readonly facts?: CustomerFacts | undefined;
  readonly rfm?: RfmRow | undefined;
}

/** What a subject is composed from: each part for all customers, and the customer's own record. */
export interface SubjectSources {
  /** As of which instant the facts are read. */
  readonly now: Date;
  readonly facts?: Facts;
  readonly rfm?: Rfm;
  readonly history?: History;
}

/** One customer's open record, composed of the parts at hand. Costs the customer's own data, not the shop's.
 * @param customer - the customer as the shop keeps them, or their id alone
 * @param sources - what each room computed for all customers; a part left out, or without this customer, is `undefined`
 * @example
 * ```ts
 * import { collectFacts } from "clientele/facts";
 * import { composeSubject } from "clientele/profile";
 * const facts = collectFacts(
 *   [{ id: "o1", customerId: "c42", placedAt: new Date("2026-11-20T10:00:00Z"), gross: "12.40" }],
 *   { currency: "CNY", timeZone: "Asia/Shanghai" },
 * );
 * const subject = composeSubject("c42", { facts, now: new Date("2026-11-22T00:00:00Z") });
 * if (subject.facts?.orders !== 1) throw new Error("no facts");
 * ```
 */
export function composeSubject(customer: Customer | string, sources: SubjectSources): Subject<SubjectParts> {
  const customerId = typeof customer === "string" ? customer : customer.id;
  return {
    customerId,
    customer: typeof customer === "string" ? undefined : customer,
    history: sources.history,
    facts: sources.facts?.of(customerId, { now: sources.now }),
    rfm: sources.rfm?.of(customerId),
  };
}

import { atPath, CrmError, InvalidInputError } from "../kernel/index.js";
import { Facts } from "./facts.js";
import type { FactsOptions } from "./options.js";
import type { FactsRow } from "./order-row.js";

/** Reads orders once into one row of facts a customer.
 *
 * Any order of the rows gives the same facts; so does any split of them merged again, and the same orders as columns
 * ({@link collectFactsFromColumns}). Facts carry no `now`: ask any date of them. Linear in the rows.
 * @param orders - orders and stand-alone refunds as rows, in any order
 * @param options - currency and zone, and what counts as spend
 * @returns a collector; in `"collect"` mode the refused rows are in its `setAside`. No orders give facts of nobody
 * @throws When an option is wrong; in `"strict"` mode at the first row that is not fit to count, with its path:
 *   {@link NoCustomerError}, {@link DuplicateOrderError}, {@link OrderAfterNowError}, and the kernel's errors of
 *   amounts, currencies and instants.
 * @example
 * ```ts
 * import { collectFacts } from "clientele/facts";
 * const facts = collectFacts(
 *   [{ id: "o1", customerId: "c42", placedAt: new Date("2026-03-01T10:00:00Z"), gross: "12.40" }],
 *   { currency: "CNY", timeZone: "Asia/Shanghai" },
 * );
 * const c42 = facts.of("c42", { now: new Date("2026-11-22T00:00:00Z") });
 * if (c42?.net.toFixed(2) !== "12.40") throw new Error("wrong net");
 * ```
 */
export function collectFacts(orders: Iterable<FactsRow>, options: FactsOptions): Facts {
  const facts = new Facts(options);
  if (typeof orders?.[Symbol.iterator] !== "function")
    throw new InvalidInputError({ path: ["orders"], expected: "rows that can be iterated" });
  let index = 0;
  for (const row of orders) {
    try {
      facts.add(row);
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      const located = atPath(error, [index]);
      if (facts.context.mode === "strict") throw located;
      facts.refused.push({ index, code: located.code, error: located });
    }
    index++;
  }
  facts.compact();
  return facts;
}

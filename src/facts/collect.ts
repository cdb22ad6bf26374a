import { atPath, CrmError, InvalidInputError } from "../kernel/index.js";
import { collectColumns } from "./collect-columns.js";
import { Facts } from "./facts.js";
import type { FactsOptions } from "./options.js";
import { OrderBuffer } from "./order-buffer.js";
import type { OrderColumns } from "./order-columns.js";
import type { FactsRow } from "./order-row.js";

/** Reads orders once into one row of facts a customer.
 *
 * Rows and columns give the same facts; so does any order of the rows, and any split of them merged again. Facts carry
 * no `now`: ask any date of them. Linear in the rows.
 * @param orders - orders and stand-alone refunds as rows, in any order, or orders as columns
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
export function collectFacts(orders: Iterable<FactsRow> | OrderColumns, options: FactsOptions): Facts {
  if (typeof orders !== "object" || orders === null)
    throw new InvalidInputError({ path: ["orders"], expected: "rows that can be iterated, or columns" });
  return Symbol.iterator in orders ? collectRows(orders, options) : collectColumns(orders, options);
}

function collectRows(rows: Iterable<FactsRow>, options: FactsOptions): Facts {
  const facts = new Facts(options);
  const buffer = new OrderBuffer();
  let index = 0;
  for (const row of rows) {
    try {
      const { contribution, rounding } = facts.read(row);
      facts.claim(contribution);
      const customer = facts.customers.add(contribution.customerId);
      if (contribution.day !== undefined) buffer.push(customer, contribution.day, contribution);
      for (const { key, minor } of contribution.refunds)
        facts.refundDays.add(customer, key, { count: 1, sums: [minor] });
      if (rounding !== undefined) facts.enter(rounding);
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      const located = atPath(error, [index]);
      if (facts.context.mode === "strict") throw located;
      facts.setAside.push({ index, code: located.code, error: located });
    }
    index++;
  }
  facts.orderDays = buffer.build(facts.size);
  return facts;
}

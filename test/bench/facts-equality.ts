import { collectFacts, collectFactsFromColumns, type FactsRow } from "clientele/facts";
import fc from "fast-check";
import { anInstant, someOrders, someRows, timeZones } from "../arbitraries/orders.js";
import { cents, recompute } from "../facts/recomputed.js";
import { atMost, type Figure } from "./figure.js";

/** How many of many random histories differ between facts and a plain recomputation, and between rows and columns. */
export function equality(histories: number): Figure[] {
  let seen = 0;
  let different = 0;
  for (let seed = 0; seen < histories; seed++) {
    const [[rows, now, timeZone]] = fc.sample(fc.tuple(someRows, anInstant, fc.constantFrom(...timeZones)), {
      numRuns: 1,
      seed,
    }) as [[FactsRow[], Date, string]];
    const facts = collectFacts(rows, { currency: "USD", timeZone });
    for (const [id, expected] of recompute(rows, { now, timeZone, policy: "net-by-day" })) {
      const ours = facts.of(id, { now });
      const minor = (key: "gross" | "discount" | "refunds") => ours && BigInt(ours[key].times(100).toFixed());
      seen++;
      const equal =
        ours?.orders === expected.orders &&
        ours.purchaseDays === expected.purchaseDays &&
        ours.items === expected.items &&
        ours.firstDay === expected.firstDay &&
        ours.lastDay === expected.lastDay &&
        minor("gross") === expected.gross &&
        minor("discount") === expected.discount &&
        minor("refunds") === expected.refunds;
      if (!equal) different++;
    }
  }
  return [
    atMost(0, {
      figure: "facts: random histories that differ from a straightforward recomputation",
      value: different,
      against: "filters, sets and sums over plain objects, days by Temporal",
      note: `${seen} histories in ${timeZones.length} zones`,
    }),
    rowsAndColumns(histories),
  ];
}

function rowsAndColumns(histories: number): Figure {
  const options = { currency: "USD", timeZone: "America/New_York" };
  let seen = 0;
  let different = 0;
  for (let seed = 0; seen < histories; seed++) {
    const [orders] = fc.sample(someOrders, { numRuns: 1, seed }) as [FactsRow[]];
    const paid = orders.flatMap((order) =>
      "gross" in order && order.status !== "cancelled"
        ? [{ ...order, customerId: order.customerId!, refunds: [] }]
        : [],
    );
    const byRow = collectFacts(paid, options);
    const byColumn = collectFactsFromColumns(
      {
        customerIds: paid.map(({ customerId }) => customerId),
        placedAt: Float64Array.from(paid, ({ placedAt }) => placedAt.getTime()),
        gross: Float64Array.from(paid, ({ gross }) => Number(cents(gross))),
        discount: Float64Array.from(paid, ({ discount = "0" }) => Number(cents(discount))),
        items: Int32Array.from(paid, ({ items = 0 }) => items),
      },
      options,
    );
    const now = new Date("2025-01-01T00:00:00Z");
    const text = (facts: typeof byRow, id: string) => JSON.stringify(facts.of(id, { now }));
    for (const id of byRow.customerIds()) {
      seen++;
      if (text(byRow, id) !== text(byColumn, id)) different++;
    }
  }
  return atMost(0, {
    figure: "facts: random histories that differ between rows and columns",
    value: different,
    against: "itself",
    note: `${seen} histories`,
  });
}

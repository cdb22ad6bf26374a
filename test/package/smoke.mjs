/** What every runtime must answer the same: the same few rooms in use, from whichever copy they were loaded.
 * @param {{ kernel: typeof import("clientele/kernel"), facts: typeof import("clientele/facts"),
 *   rfm: typeof import("clientele/rfm"), en: import("clientele/words").Words }} rooms
 * @returns {number} how many things were asserted
 */
export function smoke({ kernel, facts, rfm, en }) {
  let asserted = 0;
  /** @param {string} what @param {unknown} actual @param {unknown} expected */
  const equal = (what, actual, expected) => {
    if (actual !== expected) throw new Error(`${what}: ${actual} is not ${expected}`);
    asserted++;
  };

  equal("0.1 + 0.2", new kernel.Decimal("0.1").plus("0.2").toFixed(), "0.3");

  const when = { now: new Date("2026-03-01T12:00:00Z"), timeZone: "Asia/Shanghai" };
  const orders = [
    { id: "o1", customerId: "ann", placedAt: new Date("2026-01-31T15:59:59Z"), gross: "10.00", discount: "0.10" },
    { id: "o2", customerId: "ann", placedAt: new Date("2026-02-28T16:00:00Z"), gross: "20.20" },
    { id: "o3", customerId: "bob", placedAt: new Date("2026-02-01T00:00:00Z"), gross: "0.30" },
  ];
  const collected = facts.collectFacts(orders, { currency: "CNY", timeZone: when.timeZone });
  equal("customers", collected.size, 2);
  equal("Ann's first day", collected.of("ann", when)?.firstDay, "2026-01-31");
  equal("Ann's last day", collected.of("ann", when)?.lastDay, "2026-03-01");

  const scores = rfm.scoreRfm(collected, { ...when, segments: rfm.rfmSegments11 });
  const ann = scores.of("ann");
  equal("Ann's recency", ann?.recencyDays, 0);
  equal("Ann's orders", ann?.frequency, 2);
  equal("Ann's spend", ann?.monetary.toFixed(2), "30.10");
  // The better of two stands at (1 + 0.5) / 2 of the ranks, in the fourth fifth; the other at 0.25, in the second.
  equal("Ann's cell", `${ann?.r}${ann?.f}${ann?.m}`, "444");
  equal("Bob's cell", scores.of("bob")?.cell, "222");
  equal("a label", en.labels[ann?.segment ?? ""] === undefined, false);

  equal("the code of a typed error", kernel.isCrmError(errorOf(facts)) && errorOf(facts).code, "UNKNOWN_TIME_ZONE");
  return asserted;
}

/** A typed error as this copy of the library throws it.
 * @param {typeof import("clientele/facts")} facts
 * @returns {any}
 */
export function errorOf(facts) {
  try {
    facts.collectFacts([], { currency: "CNY", timeZone: "Mars/Olympus" });
  } catch (error) {
    return error;
  }
  throw new Error("an unknown zone was taken");
}

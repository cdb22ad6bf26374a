import { collectFacts } from "clientele/facts";
import { rfmSegments11, scoreRfm } from "clientele/rfm";
import { label } from "clientele/words";
import { en } from "clientele/words/en";

const when = { now: new Date("2026-11-22T00:00:00Z"), timeZone: "Europe/London" };
const orders = [
  { id: "o1", customerId: "ann", placedAt: new Date("2026-09-02T09:30:00Z"), gross: "80.00" },
  { id: "o2", customerId: "ann", placedAt: new Date("2026-11-20T17:10:00Z"), gross: "120.00", discount: "12.00" },
  { id: "o3", customerId: "bob", placedAt: new Date("2026-03-14T12:00:00Z"), gross: "35.50" },
  { id: "o4", customerId: "cem", placedAt: new Date("2026-10-01T08:00:00Z"), gross: "49.90" },
];

const facts = collectFacts(orders, { currency: "GBP", timeZone: when.timeZone });
const rfm = scoreRfm(facts, { ...when, segments: rfmSegments11 });

for (const { customerId, recencyDays, frequency, monetary, cell, segment } of rfm.rows()) {
  console.log(
    `${customerId}: ${recencyDays} days ago, F ${frequency}, M ${monetary.toFixed(2)} GBP → ${cell} ${label(segment, en)}`,
  );
}

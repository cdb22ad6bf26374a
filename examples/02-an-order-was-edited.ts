import { collectFacts } from "clientele/facts";

const timeZone = "America/New_York";
const before = { id: "o1", customerId: "ann", placedAt: new Date("2026-03-02T15:00:00Z"), gross: "60.00" };
const facts = collectFacts([before], { currency: "USD", timeZone });

const after = {
  ...before,
  gross: "75.00",
  refunds: [{ refundedAt: new Date("2026-04-10T15:00:00Z"), amount: "25.00" }],
};
facts.amend(before, after);
facts.add({ id: "o2", customerId: "ann", placedAt: new Date("2026-05-01T03:30:00Z"), gross: "12.50" });

for (const now of [
  new Date("2026-03-31T12:00:00Z"),
  new Date("2026-04-30T12:00:00Z"),
  new Date("2026-05-31T12:00:00Z"),
]) {
  const ann = facts.of("ann", { now });
  console.log(
    `${now.toISOString().slice(0, 10)}: orders: ${ann?.orders}, net ${ann?.net.toFixed(2)} USD, last on ${ann?.lastDay}`,
  );
}

import { cohortTable } from "clientele/cohorts";
import { collectFacts } from "clientele/facts";
import { simulateShop } from "clientele/simulate";

const timeZone = "Asia/Shanghai";
const shop = simulateShop({
  seed: "who comes back",
  customers: 500,
  from: new Date("2025-12-31T16:00:00Z"),
  to: new Date("2026-06-30T16:00:00Z"),
  timeZone,
  currency: "CNY",
});
const facts = collectFacts(shop.orders(), { currency: "CNY", timeZone });
const { cohorts } = cohortTable(facts, { now: new Date("2026-06-30T15:59:59Z"), timeZone, period: "month" });

for (const { start, customers, cells } of cohorts) {
  const kept = cells.map(({ retained }) => `${Math.round((100 * retained) / customers)}%`.padStart(5));
  console.log(`${start} ${String(customers).padStart(4)} new ${kept.join("")}`);
}

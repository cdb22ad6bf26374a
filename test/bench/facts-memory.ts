/** Collects facts once in a fresh process and prints what that took beside the input: at its peak, and kept after it. */
import { collectFacts } from "clientele/facts";
import { seededRandom } from "clientele/kernel";

const [orders = 0, customers = 0] = process.argv.slice(2).map(Number);
const random = seededRandom("memory");
const columns = {
  customerIds: Int32Array.from({ length: orders }, () => Math.floor(random() * customers)),
  placedAt: Float64Array.from({ length: orders }, () => Date.UTC(2022, 0, 1) + random() * 126_144_000_000),
  gross: Float64Array.from({ length: orders }, () => Math.floor(random() * 20_000) + 1),
};
const used = () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
collectFacts({ customerIds: ["a"], placedAt: [new Date(0)], gross: ["1"] }, { currency: "USD", timeZone: "UTC" });
globalThis.gc?.();
const before = used();
const rss = process.memoryUsage().rss;
const facts = collectFacts(columns, { currency: "USD", timeZone: "UTC" });
const peak = process.resourceUsage().maxRSS * 1024 - rss;
globalThis.gc?.();
const kept = used() - before;
const orderDays = facts.dayColumns({ now: new Date("2030-01-01") }).day.length;
console.log(JSON.stringify({ kept, peak, orderDays, inputRows: columns.gross.length }));

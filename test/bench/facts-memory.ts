/** Collects facts once in a fresh process and prints what that took beside the input: at its peak, and kept after it. */
import { readFileSync, writeFileSync } from "node:fs";
import { collectFactsFromColumns } from "clientele/facts";
import { seededRandom } from "clientele/kernel";

const [orders = 0, customers = 0] = process.argv.slice(2).map(Number);
const random = seededRandom("memory");
const columns = {
  customerIds: new Int32Array(orders),
  placedAt: new Float64Array(orders),
  gross: new Float64Array(orders),
};
for (let i = 0; i < orders; i++) {
  columns.customerIds[i] = Math.floor(random() * customers);
  columns.placedAt[i] = Date.UTC(2022, 0, 1) + random() * 126_144_000_000;
  columns.gross[i] = Math.floor(random() * 20_000) + 1;
}
const used = () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
collectFactsFromColumns(
  { customerIds: ["a"], placedAt: [new Date(0)], gross: ["1"] },
  { currency: "USD", timeZone: "UTC" },
);
globalThis.gc?.();
const before = used();
// The kernel forgets the peak so far, so that only what collecting takes is seen (Linux).
writeFileSync("/proc/self/clear_refs", "5");
const { rss } = process.memoryUsage();
const facts = collectFactsFromColumns(columns, { currency: "USD", timeZone: "UTC" });
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) * 1024 - rss;
for (let i = 0; i < 3; i++) {
  globalThis.gc?.();
  await new Promise((resolve) => setTimeout(resolve, 50));
}
const kept = used() - before;
const orderDays = facts.dayColumns({ now: new Date("2030-01-01") }).day.length;
console.log(JSON.stringify({ kept, peak, orderDays, inputRows: columns.gross.length }));

/** `npm run bench [-- ROOM …] [-- --small]`: measures, prints every figure, and writes bench-results/ROOM.json. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Figure, Size } from "./figure.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const words = process.argv.slice(2);
const size: Size = words.includes("--small") ? "small" : "full";
const known = readdirSync(here)
  .filter((name) => name.endsWith(".bench.ts"))
  .map((name) => name.replace(".bench.ts", ""));
const asked = words.filter((word) => !word.startsWith("--"));
const unknown = asked.filter((room) => !known.includes(room));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(", ")}. There are: ${known.join(", ")}.`);
  process.exit(2);
}
if (!existsSync(`${here}node_modules`)) spawnSync("npm", ["ci", "--prefix", here], { stdio: "inherit" });

let failed = 0;
for (const room of asked.length > 0 ? asked : known) {
  const { figures } = (await import(`./${room}.bench.ts`)) as { figures(size: Size): Promise<readonly Figure[]> };
  const results = await figures(size);
  for (const { figure, value, bound, holds, note } of results)
    console.log(
      `${holds ? "holds " : "FAILS "} ${figure}: ${Number(value.toPrecision(4))} (at most ${bound}). ${note}`,
    );
  failed += results.filter(({ holds }) => !holds).length;
  mkdirSync("bench-results", { recursive: true });
  writeFileSync(`bench-results/${room}.json`, `${JSON.stringify(results, null, 2)}\n`);
}
// A small run shows that the benches run; its figures prove nothing.
process.exitCode = size === "full" && failed > 0 ? 1 : 0;

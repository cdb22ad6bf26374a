import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "1000000" } },
});
if (positionals.length === 0) {
  console.error("Usage: npm run soak -- ROOM … [--runs N]   (N: runs of a usual property, default 1000000)");
  process.exit(2);
}
const paths = positionals.map((room) => `test/${room}/`);
const { status } = spawnSync("npx", ["vitest", "run", "--testTimeout=0", "-t", "laws", ...paths], {
  stdio: "inherit",
  env: { ...process.env, CLIENTELE_RUNS: values.runs },
});
process.exitCode = status ?? 1;

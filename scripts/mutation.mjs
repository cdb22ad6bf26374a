import { spawnSync } from "node:child_process";

const [room, ...rest] = process.argv.slice(2);
if (room === undefined) {
  console.error("Usage: npm run mutation -- ROOM [stryker's own options]");
  process.exit(2);
}
const { status } = spawnSync("npx", ["stryker", "run", ...rest], {
  stdio: "inherit",
  env: { ...process.env, CLIENTELE_ROOM: room },
});
process.exitCode = status ?? 1;

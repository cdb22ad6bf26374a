// Type-checks and runs the examples of the docstrings, by deno, which knows how; it is installed beside the package tests.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readHouse, sourcesOf } from "./house.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const deno = `${root}test/package/node_modules/.bin/deno`;
if (!existsSync(deno))
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: `${root}test/package`, stdio: "inherit" });

const imports = Object.entries(sourcesOf(readHouse(root))).map(([entry, source]) => [
  entry === "index" ? "clientele" : `clientele/${entry}`,
  `./${source}`,
]);
// In the root, since deno looks for node_modules beside its configuration.
const config = `${root}.deno-docstrings.json`;
writeFileSync(
  config,
  JSON.stringify({
    imports: Object.fromEntries(imports),
    nodeModulesDir: "manual",
    unstable: ["sloppy-imports"],
    compilerOptions: { noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true },
  }),
);
const sources = process.argv.length > 2 ? process.argv.slice(2) : ["src"];
const { status } = spawnSync(
  deno,
  ["test", "--doc", "--no-remote", "--quiet", "--no-lock", "-A", "--config", config, ...sources],
  {
    cwd: root,
    stdio: "inherit",
  },
);
rmSync(config);
process.exitCode = status ?? 1;

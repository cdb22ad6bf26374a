import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { readHouse, sourcesOf } from "./house.mjs";

/** What an entry weighs: gzip bytes of all our own code that it pulls in, minified, runtime dependencies apart.
 * An entry may be weighed with names of another (`with`), as it is used, and may have to do `without` a package.
 * @typedef {{ maxBytes: number, with?: Record<string, string[]>, without?: string[] }} Budget
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const house = readHouse(root);
/** @type {Record<string, Budget>} */
const budgets = JSON.parse(readFileSync(`${root}size-budget.json`, "utf8"));

/** Left outside, and known to do nothing when only imported, as their own package.json says.
 * @type {import("esbuild").Plugin}
 */
const runtimePackages = {
  name: "runtime packages",
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) => ({ path, external: true, sideEffects: false }));
  },
};

/** @param {string} entry @param {Budget} budget */
async function weigh(entry, budget) {
  const others = Object.entries(budget.with ?? {}).map(
    ([other, names]) => `export { ${names.join(", ")} } from "./dist/${other}.js";`,
  );
  const { outputFiles, metafile } = await build({
    stdin: { contents: [`export * from "./dist/${entry}.js";`, ...others].join("\n"), resolveDir: root },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    plugins: [runtimePackages],
    metafile: true,
    logLevel: "error",
  });
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  return { bytes: gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).byteLength, imported };
}

let faults = 0;
for (const entry of Object.keys(sourcesOf(house))) {
  const budget = budgets[entry] ?? { maxBytes: 0 };
  const { bytes, imported } = await weigh(entry, budget);
  const unwanted = imported.filter((name) => budget.without?.includes(name));
  const holds = bytes <= budget.maxBytes && unwanted.length === 0;
  if (!holds) faults++;
  const note = unwanted.length > 0 ? `, and imports ${unwanted.join(", ")}` : "";
  console.log(
    `${holds ? "ok  " : "OVER"} ${entry.padEnd(14)} ${String(bytes).padStart(6)} of ${budget.maxBytes}${note}`,
  );
}
process.exitCode = faults === 0 ? 0 : 1;

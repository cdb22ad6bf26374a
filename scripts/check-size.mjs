import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What may be imported together, and what all our own code that comes with it may weigh: gzip bytes, minified, runtime
 * dependencies apart. `without` names packages that it must not pull in.
 * @typedef {{ import: Record<string, "*" | string[]>, maxBytes: number, without?: string[] }} Budget
 */
const root = fileURLToPath(new URL("..", import.meta.url));
/** @type {Budget[]} */
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

/** @param {Budget} budget */
async function weigh(budget) {
  const lines = Object.entries(budget.import).map(
    ([entry, names]) => `export ${names === "*" ? "*" : `{ ${names.join(", ")} }`} from "./dist/${entry}.js";`,
  );
  const { outputFiles, metafile } = await build({
    stdin: { contents: lines.join("\n"), resolveDir: root },
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
for (const budget of budgets) {
  const { bytes, imported } = await weigh(budget);
  const unwanted = imported.filter((name) => budget.without?.includes(name));
  const holds = bytes <= budget.maxBytes && unwanted.length === 0;
  if (!holds) faults++;
  const what = Object.entries(budget.import).map(([entry, names]) => (names === "*" ? entry : names.join(", ")));
  const note = unwanted.length > 0 ? `, and imports ${unwanted.join(", ")}` : "";
  console.log(`${holds ? "ok  " : "OVER"} ${what.join(" with ").padEnd(36)} ${bytes} of ${budget.maxBytes}${note}`);
}
process.exitCode = faults === 0 ? 0 : 1;

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";

const entries = { kernel: "clientele/kernel", facts: "clientele/facts", rfm: "clientele/rfm" };
const rooms = "{ kernel, facts, rfm, en }";

/** Writes the programs that load the installed package in each way beside its `node_modules`.
 * @param {string} folder
 */
export async function writePrograms(folder) {
  const smoke = readFileSync(new URL("./smoke.mjs", import.meta.url), "utf8");
  const { code } = await transform(smoke, { format: "cjs" });
  const imports = Object.entries(entries).map(([name, entry]) => `import * as ${name} from "${entry}";`);
  const requires = Object.entries(entries).map(([name, entry]) => `const ${name} = require("${entry}");`);
  const esm = [...imports, 'import { en } from "clientele/words/en";', 'import { smoke } from "./smoke.mjs";'];
  const cjs = [
    ...requires,
    'const { en } = require("clientele/words/en");',
    'const { smoke } = require("./smoke.cjs");',
  ];
  const programs = {
    "smoke.mjs": smoke,
    "smoke.cjs": code,
    "esm.mjs": [...esm, `console.log("asserted", smoke(${rooms}));`],
    "cjs.cjs": [...cjs, `console.log("asserted", smoke(${rooms}));`],
    "both.mjs": [
      'import { createRequire } from "node:module";',
      'import { CrmError, isCrmError } from "clientele/kernel";',
      'import { errorOf } from "./smoke.mjs";',
      'const error = errorOf(createRequire(import.meta.url)("clientele/facts"));',
      'if (error instanceof CrmError) throw new Error("the two copies are one: this proves nothing");',
      'if (!isCrmError(error)) throw new Error("the brand is lost between CJS and ESM");',
      'console.log("asserted", 2);',
    ],
    "worker-esm.mjs": [...esm, worker(`smoke(${rooms})`)],
    "worker-cjs.mjs": ['import smoked from "./value.cjs";', worker("smoked()")],
    "value.cjs": [...cjs, `module.exports = () => smoke(${rooms});`],
    "page-esm.mjs": [...esm, `globalThis.smoked = smoke(${rooms});`],
    "page-cjs.cjs": [...cjs, `globalThis.smoked = smoke(${rooms});`],
    "types.mts": [
      'import { collectFacts } from "clientele/facts";',
      'import { scoreRfm, type RfmRow } from "clientele/rfm";',
      'const when = { now: new Date(0), timeZone: "UTC" };',
      'const row: RfmRow | undefined = scoreRfm(collectFacts([], { currency: "CNY", timeZone: "UTC" }), when).of("c");',
      "export const days: number | undefined = row?.recencyDays;",
      "// @ts-expect-error a zone has no default",
      'collectFacts([], { currency: "CNY" });',
    ],
    "types.cts": ['import facts = require("clientele/facts");', "export const day: number = facts.NO_DAY;"],
    "package.json": ['{ "name": "smoke", "private": true }'],
  };
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(folder, name), typeof text === "string" ? text : `${text.join("\n")}\n`);
  }
}

/** @param {string} value */
function worker(value) {
  return `export default { fetch: () => new Response("asserted " + ${value}) };`;
}

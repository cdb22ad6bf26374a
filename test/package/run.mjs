// Packs the library, installs the tarball as a user would, and runs it on every runtime it is for.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundledInChromium, launchChromium, unbundledInChromium } from "./in-chromium.mjs";
import { inWorkerd } from "./in-workerd.mjs";
import { writePrograms } from "./programs.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "clientele-smoke-"));
let passed = 0;
let failed = 0;

/** @param {string} file @param {string[]} args @param {string} [cwd] */
function run(file, args, cwd = folder) {
  return execFileSync(file, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

/** @param {string} name @param {() => string | Promise<string>} check */
async function check(name, check) {
  try {
    const said = await check();
    if (!/^(asserted [1-9]\d*|ok)$/u.test(said)) throw new Error(`said: ${said}`);
    passed++;
    console.log(`ok   ${name.padEnd(28)} ${said}`);
  } catch (error) {
    failed++;
    const { stderr = "", message } = /** @type {Error & { stderr?: string }} */ (error);
    console.log(`FAIL ${name.padEnd(28)} ${message}\n${stderr}`);
  }
}

function installRuntimes() {
  if (!existsSync(join(here, "node_modules/.bin/workerd"))) run("npm", ["ci", "--no-audit", "--no-fund"], here);
  return (/** @type {string} */ name) => join(here, "node_modules/.bin", name);
}

async function installTarball() {
  const [{ filename }] = JSON.parse(
    run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root),
  );
  await writePrograms(folder);
  const { zod } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).devDependencies;
  run("npm", ["install", "--no-audit", "--no-fund", `./${filename}`, `zod@${zod}`]);
}

const bin = installRuntimes();
await installTarball();

const tsc = [
  "--noEmit",
  "--strict",
  "--skipLibCheck",
  "--target",
  "es2022",
  "--module",
  "node16",
  "types.mts",
  "types.cts",
];
await check("types, ESM and CJS", () => run(join(root, "node_modules/.bin/tsc"), tsc) || "ok");
const programs = { ESM: "esm.mjs", CJS: "cjs.cjs", "ESM beside CJS": "both.mjs" };
for (const [format, program] of Object.entries(programs)) {
  for (const version of ["20", "22", "24"]) {
    await check(`Node ${version} ${format}`, () =>
      process.versions.node.startsWith(`${version}.`)
        ? run(process.execPath, [program])
        : run("npx", ["-y", "-p", `node@${version}`, "node", program]),
    );
  }
  await check(`Bun ${format}`, () => run(bin("bun"), [program]));
  await check(`Deno ${format}`, () => run(bin("deno"), ["run", "--no-remote", "--allow-read", "--allow-env", program]));
}
await check("workerd ESM", () => inWorkerd(bin("workerd"), folder, "worker-esm.mjs"));
await check("workerd CJS", () => inWorkerd(bin("workerd"), folder, "worker-cjs.mjs"));
const browser = await launchChromium();
await check("Chromium ESM, bundled", () => bundledInChromium(browser, folder, "page-esm.mjs"));
await check("Chromium CJS, bundled", () => bundledInChromium(browser, folder, "page-cjs.cjs"));
await check("Chromium ESM, as it is", () => unbundledInChromium(browser, folder));
await browser.close();

rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

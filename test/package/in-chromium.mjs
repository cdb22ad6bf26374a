import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

// With an icon of its own, or the browser asks for one.
const blankPage = '<!doctype html><title>smoke</title><link rel="icon" href="data:,">';

/** A headless browser: Debian's, or the one that CHROMIUM names. */
export function launchChromium() {
  const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, args: flags.split(" ") });
}

/** Runs a program bundled into one script.
 * @param {import("playwright-core").Browser} browser @param {string} folder @param {string} program
 */
export async function bundledInChromium(browser, folder, program) {
  const { outputFiles } = await build({
    entryPoints: [join(folder, program)],
    bundle: true,
    write: false,
    format: "iife",
    logLevel: "error",
  });
  return inPage(browser, (page) => page.addScriptTag({ content: outputFiles[0]?.text ?? "" }));
}

/** Runs the ESM program as it is: no bundler, the packages found by an import map.
 * @param {import("playwright-core").Browser} browser @param {string} folder
 */
export async function unbundledInChromium(browser, folder) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    response.setHeader("content-type", path === "/" ? "text/html" : "text/javascript");
    response.end(path === "/" ? blankPage : readFileSync(join(folder, path)));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  try {
    return await inPage(browser, async (page) => {
      await page.goto(`http://127.0.0.1:${address.port}/`);
      await page.addScriptTag({ type: "importmap", content: JSON.stringify({ imports: importMap(folder) }) });
      await page.addScriptTag({ type: "module", url: "/page-esm.mjs" });
    });
  } finally {
    server.close();
  }
}

/** @param {string} folder */
function importMap(folder) {
  const installed = (/** @type {string} */ name) => join(folder, "node_modules", name);
  const manifest = (/** @type {string} */ name) => JSON.parse(readFileSync(installed(`${name}/package.json`), "utf8"));
  const own = manifest("clientele");
  const entries = Object.entries(own.exports)
    .filter(([, target]) => typeof target === "object")
    .map(([entry, target]) => [join("clientele", entry), installed(join("clientele", target.import.default))]);
  const packages = Object.keys({ ...own.dependencies, ...own.peerDependencies }).map((name) => {
    const { exports, module, main } = manifest(name);
    const target = exports?.["."]?.import ?? exports?.["."] ?? module ?? main;
    return [name, installed(join(name, target.default ?? target))];
  });
  return Object.fromEntries(
    [...entries, ...packages].map(([name = "", file = ""]) => [name, `/${relative(folder, file)}`]),
  );
}

/** @param {import("playwright-core").Browser} browser @param {(page: import("playwright-core").Page) => Promise<unknown>} load */
async function inPage(browser, load) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await load(page);
  await page
    .waitForFunction(() => "smoked" in globalThis, undefined, { timeout: 15_000 })
    .catch((error) => faults.push(String(error)));
  if (faults.length > 0) throw new Error(faults.join("\n"));
  const asserted = await page.evaluate("globalThis.smoked");
  await page.close();
  return `asserted ${asserted}`;
}

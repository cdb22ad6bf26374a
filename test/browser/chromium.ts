import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const quiet =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** The machine's own Chromium, without a screen. `CHROMIUM_PATH` names another than Debian's. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: quiet.split(" "),
  });
}

/** A page opened from disk, and everything it should not have done. */
export interface OpenPage {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors, and requests for anything but the page itself. */
  readonly complaints: readonly string[];
}

/** Opens a report's page from disk. Motion is reduced, so that nothing is looked at halfway. */
export async function openReport(browser: Browser, folder: string, options: BrowserContextOptions): Promise<OpenPage> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const url = pathToFileURL(join(folder, "index.html")).href;
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== url) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  await chartsDrawn(page);
  return { page, complaints };
}

/** Waits until every chart of the page stands. */
export async function chartsDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const drawings = [...document.querySelectorAll(".drawing")];
    return drawings.length > 0 && drawings.every((drawing) => drawing.querySelector("svg") !== null);
  });
}

/** What axe-core finds wrong, one line each. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    interface Violation {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 200)}`);
  });
}

/** Switches the page's language as a reader does. */
export async function speak(page: Page, language: "en" | "zh-CN"): Promise<void> {
  await page.locator(`input[type=radio][value="${language}"]`).check({ force: true });
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
  await chartsDrawn(page);
}

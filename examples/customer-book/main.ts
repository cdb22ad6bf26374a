import { basename } from "node:path";
import { isCrmError } from "clientele/kernel";
import { readArguments, usage } from "./arguments.js";
import { samplePath } from "./presets.js";
import { progressBar } from "./progress.js";
import { readOrders } from "./read-orders.js";
import { scoreBook } from "./score-book.js";
import { summarize } from "./summary.js";
import { writeReport } from "./write-report.js";

/** From a file of order lines to a customer book: read, score, write, say. */
async function run(argv: readonly string[]): Promise<void> {
  const asked = readArguments(argv);
  if (asked.help) {
    process.stdout.write(usage);
    return;
  }
  const startMs = performance.now();
  const path = asked.input ?? samplePath();
  const orders = await readOrders(path, asked, progressBar(process.stderr));
  const book = scoreBook(orders.lines, { ...orders, language: asked.language, source: basename(path) });
  const files = await writeReport(asked.out, book, orders.reconciliation);
  process.stdout.write(summarize(book, orders, files, (performance.now() - startMs) / 1000));
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!isCrmError(error)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exitCode = error.code === "USAGE" ? 2 : 1;
}

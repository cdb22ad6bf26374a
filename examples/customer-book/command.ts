import { basename } from "node:path";
import { isCrmError } from "clientele/kernel";
import { readArguments, usage } from "./arguments.js";
import { samplePath } from "./presets.js";
import { progressBar, type Screen } from "./progress.js";
import { readOrders } from "./read-orders.js";
import { scoreBook } from "./score-book.js";
import { summarize } from "./summary.js";
import { writeReport } from "./write-report.js";

/** Runs the command: from a file of order lines to a report folder and a summary.
 * @param argv - what follows the script's name
 * @returns the exit code: 0; 1 where the file cannot become a book; 2 for a wrong option
 */
export async function runCommand(argv: readonly string[], stdout: Screen, stderr: Screen): Promise<0 | 1 | 2> {
  try {
    stdout.write(await makeBook(argv, stderr));
    return 0;
  } catch (error) {
    if (!isCrmError(error)) throw error;
    stderr.write(`${error.code}: ${error.message}\n`);
    return error.code === "USAGE" ? 2 : 1;
  }
}

/** Read, score, write; and what is to be said of it. */
async function makeBook(argv: readonly string[], stderr: Screen): Promise<string> {
  const asked = readArguments(argv);
  if (asked.help) return usage;
  const startMs = performance.now();
  const path = asked.input ?? samplePath();
  const orders = await readOrders(path, asked, progressBar(stderr));
  const book = scoreBook(orders.lines, { ...orders, language: asked.language, source: basename(path) });
  const files = await writeReport(asked.out, book, orders.reconciliation);
  return summarize(book, orders, files, (performance.now() - startMs) / 1000);
}

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Book } from "./book-data.js";
import { customersCsv } from "./customers-csv.js";
import { UnwritableFolderError } from "./errors.js";
import { renderPage } from "./page.js";
import type { Reconciliation } from "./reconciliation.js";

/** Writes the page, the customers as JSON and CSV, and the reconciliation into a folder, which is made where needed.
 * @returns the files' paths, the page first
 * @throws When the folder cannot be written: {@link UnwritableFolderError}.
 */
export async function writeReport(
  folder: string,
  book: Book,
  reconciliation: Reconciliation,
): Promise<readonly string[]> {
  const files: readonly (readonly [name: string, text: string])[] = [
    ["index.html", await renderPage(book)],
    ["customers.json", `${JSON.stringify(book.customers, null, 1)}\n`],
    ["customers.csv", customersCsv(book.customers)],
    ["reconciliation.json", `${JSON.stringify(reconciliation, null, 2)}\n`],
  ];
  try {
    await mkdir(folder, { recursive: true });
    await Promise.all(files.map(([name, text]) => writeFile(join(folder, name), text)));
  } catch (cause) {
    throw new UnwritableFolderError({ expected: `a folder to write to at ${folder}`, cause });
  }
  return files.map(([name]) => join(folder, name));
}

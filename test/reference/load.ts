import { existsSync, readFileSync } from "node:fs";

/** A file of worked figures, as JSON. */
export function reference<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8")) as T;
}

/** The rows of a real data set (plain comma-separated, no quotes), or `undefined` where the sets are not at hand.
 *
 * They are found by CLIENTELE_DATA. In CI their absence is a failure.
 */
export function dataRows(file: string): Record<string, string>[] | undefined {
  const folder = process.env["CLIENTELE_DATA"];
  const path = `${folder}/${file}`;
  if (folder === undefined || !existsSync(path)) {
    if (process.env["CI"] !== undefined) throw new Error(`CLIENTELE_DATA holds no ${file}`);
    console.warn(`Not run: what needs ${file}. Set CLIENTELE_DATA to the folder of the data sets.`);
    return undefined;
  }
  const [header = "", ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i]!, cell])));
}

import { Readable } from "node:stream";
import { CsvError, type Options, parse } from "csv-parse";
import { decodeText } from "./decode-text.js";
import { BrokenCsvError, EmptyFileError } from "./errors.js";
import type { FileBytes } from "./read-bytes.js";

/** A CSV file row by row: its header first, then an iterable of the rows under it. */
export interface CsvRows {
  readonly header: readonly string[];
  /** Fields in the file's order; a short or long row comes as it is. */
  readonly rows: AsyncIterable<readonly string[]>;
}

/** Streams the rows of a CSV file (RFC 4180; comma, semicolon, tab or bar, whichever the header has most of).
 * @param encoding - label of the WHATWG encoding standard
 * @throws When there is no header: {@link EmptyFileError}; while reading, when quotes are broken:
 *   {@link BrokenCsvError}, and what {@link decodeText} throws.
 */
export async function readLines(file: FileBytes, encoding: string): Promise<CsvRows> {
  const text = decodeText(file.chunks, encoding);
  const first = await text.next();
  if (first.done === true || first.value.toString("utf8").trim() === "")
    throw new EmptyFileError({ expected: "a CSV file with a header, this one is empty" });
  const rows = parseRows(first.value, text);
  const header = await rows.next();
  if (header.done === true) throw new EmptyFileError({ expected: "a CSV file with a header" });
  return { header: header.value.map((name) => name.trim()), rows };
}

async function* parseRows(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  const options: Options = { delimiter: delimiterOf(first), relax_column_count: true, skip_empty_lines: true };
  const source = Readable.from(rejoin(first, rest));
  const parser = parse(options);
  source.on("error", (error) => parser.destroy(error)); // pipe alone would leave the parser waiting for ever
  try {
    yield* source.pipe(parser) as AsyncIterable<readonly string[]>;
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new BrokenCsvError({ expected: `CSV as RFC 4180 has it (${cause.code} at line ${cause["lines"]})`, cause });
  } finally {
    source.destroy();
  }
}

async function* rejoin(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

function delimiterOf(bytes: Buffer): string {
  const end = bytes.indexOf("\n");
  const header = bytes.subarray(0, end < 0 ? bytes.length : end).toString("utf8");
  const counts = [",", ";", "\t", "|"].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

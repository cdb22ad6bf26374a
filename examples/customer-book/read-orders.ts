import { minorDigits, zoneOf } from "clientele/kernel";
import type { BookArguments } from "./arguments.js";
import { endOfDay, readNow } from "./as-of.js";
import { findColumns } from "./columns.js";
import { NoOrderLinesError, UsageError } from "./errors.js";
import { type GroupedLines, groupLines } from "./lines-to-orders.js";
import { readOrderLine } from "./order-line.js";
import { recognisePreset } from "./presets.js";
import type { Progress } from "./progress.js";
import { readBytes } from "./read-bytes.js";
import { readLines } from "./read-lines.js";
import { timeReader } from "./read-time.js";
import { openLedger, type Reconciliation } from "./reconciliation.js";

/** A file's orders, and what is known of how they were read. */
export interface ReadOrders {
  readonly lines: GroupedLines;
  readonly reconciliation: Reconciliation;
  /** Lines whose money was finer than the currency. */
  readonly rowsRounded: number;
  /** Used lines whose money is below zero. */
  readonly rowsReturned: number;
  readonly currency: string;
  readonly timeZone: string;
  readonly now: Date;
  /** Whether `now` is the end of the file's last day, for want of another. */
  readonly asOfIsLastDay: boolean;
  /** How the money of a known file is to be read. */
  readonly note: string | undefined;
}

/** Reads an order file in one pass, line by line.
 * @param path - CSV, plain or gzip
 * @throws When the file, its text or its columns cannot be read, when a needed option is absent: {@link UsageError};
 *   when no line is there or none can be used: {@link NoOrderLinesError}.
 */
export async function readOrders(path: string, asked: BookArguments, progress: Progress): Promise<ReadOrders> {
  const file = await readBytes(path);
  const { header, rows } = await readLines(file, asked.encoding);
  const preset = recognisePreset(header);
  const columns = findColumns(header, { ...preset.columns, ...asked.columns });
  const { currency = preset.currency, timeZone = preset.timeZone } = asked;
  if (currency === undefined || timeZone === undefined)
    throw new UsageError({
      expected: "--currency and --time-zone, since this is neither of the two files that are known (see --help)",
    });
  const zone = zoneOf(timeZone);
  const digits = minorDigits(currency);
  const askedNow = asked.now === undefined ? undefined : readNow(asked.now, zone);
  const ledger = openLedger(currency, digits);
  const lines = groupLines({ rules: preset.setAside, digits, now: askedNow, readTime: timeReader(zone), ledger });

  let rowsRead = 0;
  try {
    for await (const row of rows) {
      rowsRead++;
      const line = readOrderLine(row, columns, rowsRead + 1);
      if (row.length === header.length) lines.add(line);
      else ledger.setAside("WRONG_COLUMN_COUNT", line.amount);
      if (rowsRead % 4096 === 0) progress.show(file.bytesRead() / file.size, rowsRead);
    }
  } finally {
    progress.end();
  }

  const reconciliation = ledger.state();
  const { lastInstant } = lines;
  if (rowsRead === 0) throw new NoOrderLinesError({ expected: "order lines under the header, there are none" });
  if (reconciliation.rowsUsed === 0 || lastInstant === undefined)
    throw new NoOrderLinesError({
      expected: `order lines that can be used, all ${rowsRead} were set aside: ${counts(reconciliation)}`,
    });
  return {
    lines,
    reconciliation,
    rowsRounded: ledger.rowsRounded,
    rowsReturned: ledger.rowsReturned,
    currency,
    timeZone,
    now: askedNow ?? endOfDay(zone.dayOf(lastInstant), zone),
    asOfIsLastDay: askedNow === undefined,
    note: preset.note,
  };
}

function counts({ setAside }: Reconciliation): string {
  return Object.entries(setAside)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(", ");
}

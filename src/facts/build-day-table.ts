import { DayTable, outOfRange } from "./day-table.js";

/** A column of whole numbers, in whichever typed array the caller has it. */
export type IntegerColumn = Int32Array | Uint32Array | Float64Array;

/** Builds the table of many entries at once, in time linear in their number.
 *
 * Rows are taken in the order of their days (a counting sort where they are not so already), then dealt to their
 * customers, so that each customer's block comes out sorted and equal days meet side by side.
 * @param customerOf - dense customer index of each entry, `-1` for an entry set aside; **used up**: overwritten
 * @param days - day of each entry
 * @param sums - the columns to sum, `undefined` where all is zero
 * @param customers - how many customers the indexes speak of
 */
export function buildDayTable(
  customerOf: Int32Array,
  days: Int32Array,
  sums: readonly (IntegerColumn | undefined)[],
  customers: number,
): DayTable {
  const table = new DayTable("int32", sums.length);
  table.starts = new Uint32Array(customers);
  table.lengths = new Uint32Array(customers);
  countEntries(customerOf, table.lengths);
  const kept = startBlocks(table);
  const keys = new Int32Array(kept);
  const counts = new Int32Array(kept);
  const order = daysAscend(days) ? undefined : orderByDay(days);
  deal(customerOf, days, order, table, keys, counts);

  table.keys = keys;
  table.counts = counts;
  sums.forEach((column, s) => {
    if (column !== undefined) table.sums[s] = addColumn(column, customerOf, kept);
  });
  closeGaps(table);
  return table;
}

function countEntries(customerOf: Int32Array, lengths: Uint32Array): void {
  for (let i = 0; i < customerOf.length; i++) {
    const customer = customerOf[i]!;
    if (customer >= 0) lengths[customer]!++;
  }
}

/** Turns lengths into starts, and sets the lengths back to zero; gives the number of entries. */
function startBlocks({ starts, lengths }: DayTable): number {
  let next = 0;
  for (let c = 0; c < starts.length; c++) {
    starts[c] = next;
    next += lengths[c]!;
    lengths[c] = 0;
  }
  return next;
}

function daysAscend(days: Int32Array): boolean {
  for (let i = 1; i < days.length; i++) if (days[i]! < days[i - 1]!) return false;
  return true;
}

/** The indexes of the entries in the order of their days, equal days as they stand: a counting sort. */
function orderByDay(days: Int32Array): Int32Array {
  let first = days[0] ?? 0;
  let last = first;
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const next = new Int32Array(last - first + 2);
  for (let i = 0; i < days.length; i++) next[days[i]! - first + 1]!++;
  for (let d = 1; d < next.length; d++) next[d]! += next[d - 1]!;
  const order = new Int32Array(days.length);
  for (let i = 0; i < days.length; i++) order[next[days[i]! - first]!++] = i;
  return order;
}

/** Gives every entry its row: writes keys and counts, and the row in place of the customer index. */
function deal(
  customerOf: Int32Array,
  days: Int32Array,
  order: Int32Array | undefined,
  { starts, lengths }: DayTable,
  keys: Int32Array,
  counts: Int32Array,
): void {
  for (let n = 0; n < customerOf.length; n++) {
    const i = order === undefined ? n : order[n]!;
    const customer = customerOf[i]!;
    if (customer < 0) continue;
    const day = days[i]!;
    let row = starts[customer]! + lengths[customer]!;
    if (lengths[customer]! > 0 && keys[row - 1] === day) row--;
    else {
      keys[row] = day;
      lengths[customer]!++;
    }
    counts[row]!++;
    customerOf[i] = row;
  }
}

function addColumn(column: IntegerColumn, rowOf: Int32Array, rows: number): Float64Array {
  const sums = new Float64Array(rows);
  for (let i = 0; i < rowOf.length; i++) {
    const row = rowOf[i]!;
    if (row >= 0) sums[row]! += column[i]!;
  }
  return sums;
}

/** Moves the blocks together where equal days left room between them, and checks every sum. */
function closeGaps(table: DayTable): void {
  const { starts, lengths, keys, counts, sums } = table;
  const columns = sums.filter((column) => column !== undefined);
  let to = 0;
  for (let c = 0; c < starts.length; c++) {
    const from = starts[c]!;
    const length = lengths[c]!;
    starts[c] = to;
    if (from !== to)
      for (let i = 0; i < length; i++) {
        keys[to + i] = keys[from + i]!;
        counts[to + i] = counts[from + i]!;
        for (const column of columns) column[to + i] = column[from + i]!;
      }
    to += length;
  }
  for (const column of columns)
    for (let row = 0; row < to; row++) if (column[row]! > Number.MAX_SAFE_INTEGER) throw outOfRange();
  table.capacities = lengths.slice();
  table.used = to;
  if (to < keys.length * 0.9) shrink(table, to);
}

function shrink(table: DayTable, rows: number): void {
  table.keys = table.keys.slice(0, rows);
  table.counts = table.counts.slice(0, rows);
  table.sums.forEach((column, s) => {
    if (column !== undefined) table.sums[s] = column.slice(0, rows);
  });
}

import { DayTable, outOfRange } from "./day-table.js";
import { RadixOrder } from "./radix-order.js";

/** A column of whole numbers, in whichever typed array the caller has it. */
export type IntegerColumn = Int32Array | Uint32Array | Float64Array;

/** Customers are dealt to this many parts, so that what one part touches stays in the processor's cache. */
const PART_BITS = 10;

/** Builds the table of many entries at once, in time linear in their number.
 *
 * Entries are first dealt to parts of neighbouring customers; each part, small enough to stay in cache, is then sorted
 * by day and by customer (radix), and equal days are added up. Input and output share their arrays where they can.
 * @param customerOf - dense customer index of each entry, `-1` for an entry set aside
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
  const shift = Math.max(0, Math.ceil(Math.log2(Math.max(1, customers))) - PART_BITS);
  const parts = partition(customerOf, shift, customers);
  const keys = deal(days, parts, Int32Array);
  const counts = deal(customerOf, parts, Int32Array);
  const table = new DayTable("int32", sums.length);
  table.starts = new Uint32Array(customers);
  table.lengths = new Uint32Array(customers);
  table.used = addUpParts(keys, counts, parts, shift, table);
  table.keys = shrunk(keys, table.used);
  table.counts = shrunk(counts, table.used);
  table.capacities = table.lengths.slice();
  sums.forEach((column, s) => {
    if (column !== undefined) table.sums[s] = shrunk(addUpColumn(deal(column, parts, Float64Array), parts), table.used);
  });
  return table;
}

/** Entries by part. */
interface Parts {
  /** Part `p` owns the places from `starts[p]` up to, without, `starts[p + 1]`. */
  readonly starts: Int32Array;
  /** Place of each entry, `-1` for one set aside. */
  readonly place: Int32Array;
  /** The table row of each place; set once the parts are added up. */
  readonly rowAt: Int32Array;
}

function partition(customerOf: Int32Array, shift: number, customers: number): Parts {
  const starts = new Int32Array((Math.max(0, customers - 1) >>> shift) + 2);
  for (let i = 0; i < customerOf.length; i++) {
    const customer = customerOf[i]!;
    if (customer >= 0) starts[(customer >>> shift) + 1]!++;
  }
  for (let p = 1; p < starts.length; p++) starts[p]! += starts[p - 1]!;
  const next = starts.slice();
  const place = new Int32Array(customerOf.length);
  for (let i = 0; i < customerOf.length; i++) {
    const customer = customerOf[i]!;
    place[i] = customer < 0 ? -1 : next[customer >>> shift]!++;
  }
  return { starts, place, rowAt: new Int32Array(starts[starts.length - 1]!) };
}

/** A column in the order of the parts. */
function deal<A extends Int32Array | Float64Array>(
  column: IntegerColumn,
  { place, rowAt }: Parts,
  Column: new (size: number) => A,
): A {
  const dealt = new Column(rowAt.length);
  for (let i = 0; i < place.length; i++) if (place[i]! >= 0) dealt[place[i]!] = column[i]!;
  return dealt;
}

/** Sorts every part and adds its equal days up: days turn into keys and customers into counts, in the same arrays.
 * @returns the number of rows
 */
function addUpParts(
  daysToKeys: Int32Array,
  customersToCounts: Int32Array,
  { starts, rowAt }: Parts,
  shift: number,
  table: DayTable,
): number {
  const largest = starts.reduce((most, start, p) => Math.max(most, start - (starts[p - 1] ?? 0)), 0);
  const sorter = new RadixOrder(largest);
  const days = new Int32Array(largest);
  const customers = new Int32Array(largest);
  let row = -1;
  for (let p = 0; p + 1 < starts.length; p++) {
    const start = starts[p]!;
    const count = starts[p + 1]! - start;
    if (count === 0) continue;
    days.set(daysToKeys.subarray(start, start + count));
    customers.set(customersToCounts.subarray(start, start + count));
    sorter.start(count);
    sortByDay(sorter, days, count);
    sorter.by(customers, count, p << shift, (p << shift) + (1 << shift) - 1);
    const { order } = sorter;
    let lastCustomer = -1;
    let lastDay = 0;
    for (let n = 0; n < count; n++) {
      const i = order[n]!;
      const customer = customers[i]!;
      const day = days[i]!;
      if (customer !== lastCustomer || day !== lastDay) {
        row++;
        daysToKeys[row] = day;
        customersToCounts[row] = 0;
        if (customer !== lastCustomer) table.starts[customer] = row;
        table.lengths[customer]!++;
        lastCustomer = customer;
        lastDay = day;
      }
      customersToCounts[row]!++;
      rowAt[start + i] = row;
    }
  }
  return row + 1;
}

function sortByDay(sorter: RadixOrder, days: Int32Array, count: number): void {
  let least = days[0]!;
  let most = least;
  let ascends = true;
  for (let i = 1; i < count; i++) {
    const day = days[i]!;
    if (day < days[i - 1]!) ascends = false;
    if (day < least) least = day;
    if (day > most) most = day;
  }
  if (!ascends) sorter.by(days, count, least, most);
}

/** Adds a dealt column up by row, in its own array: a row never lies behind the entries it is made of. */
function addUpColumn(column: Float64Array, { starts, rowAt }: Parts): Float64Array {
  const largest = starts.reduce((most, start, p) => Math.max(most, start - (starts[p - 1] ?? 0)), 0);
  const part = new Float64Array(largest);
  let cleared = 0;
  for (let p = 0; p + 1 < starts.length; p++) {
    const start = starts[p]!;
    const end = starts[p + 1]!;
    part.set(column.subarray(start, end));
    column.fill(0, Math.max(start, cleared), end);
    cleared = end;
    for (let i = start; i < end; i++) column[rowAt[i]!]! += part[i - start]!;
  }
  for (let row = 0; row < column.length; row++) if (column[row]! > Number.MAX_SAFE_INTEGER) throw outOfRange();
  return column;
}

function shrunk<A extends Int32Array | Float64Array>(array: A, rows: number): A {
  return (rows < array.length * 0.9 ? array.slice(0, rows) : array) as A;
}

import { AmountOutOfRangeError } from "../kernel/index.js";

/** What a table holds of one customer's one key: how many entries, and their sums in whole units. */
export interface DayEntry {
  readonly count: number;
  readonly sums: readonly number[];
}

const FIRST_CAPACITY = 2;
/** The most a count column holds. */
const MAX_COUNT = 2 ** 31 - 1;

/** Rows of one customer's day series side by side in typed arrays, sorted by key within the customer.
 *
 * Each customer owns a block of the pool: `[starts[c], starts[c] + lengths[c])`, with room up to `capacities[c]`. A full
 * block moves to the pool's end with twice the room, so that one more entry costs what its customer's block costs and
 * never the table. A sum column that was only ever zero is not allocated.
 */
export class DayTable {
  keys: Int32Array | Float64Array;
  counts: Int32Array;
  readonly sums: (Float64Array | undefined)[];
  starts: Uint32Array = new Uint32Array(0);
  lengths: Uint32Array = new Uint32Array(0);
  capacities: Uint32Array = new Uint32Array(0);
  /** Rows of the pool in use, abandoned blocks included. */
  used = 0;

  constructor(keyWidth: "int32" | "float64", sumCount: number) {
    this.keys = keyWidth === "int32" ? new Int32Array(0) : new Float64Array(0);
    this.counts = new Int32Array(0);
    this.sums = Array.from({ length: sumCount }, () => undefined);
  }

  /** Rows of a customer: 0 for one the table has never seen. */
  lengthOf(customer: number): number {
    return this.lengths[customer] ?? 0;
  }

  /** The row of a key, or the bitwise complement of the row it would be inserted at. */
  find(customer: number, key: number): number {
    let low = this.starts[customer] ?? 0;
    let high = low + this.lengthOf(customer);
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.keys[middle]! < key) low = middle + 1;
      else high = middle;
    }
    const end = (this.starts[customer] ?? 0) + this.lengthOf(customer);
    return low < end && this.keys[low] === key ? low : ~low;
  }

  /** Adds an entry to a customer's key, or takes one away where `sign` is −1; a row left without count goes.
   * @returns whether it was done: not where a count or sum would fall below zero, a sum would be left without a count, or
   *   one would pass the safe integers; nothing has changed then
   */
  add(customer: number, key: number, { count, sums }: DayEntry, sign: 1 | -1 = 1): boolean {
    const found = this.find(customer, key);
    const nextCount = (found < 0 ? 0 : this.counts[found]!) + sign * count;
    if (!(nextCount >= 0 && nextCount <= MAX_COUNT)) return false;
    for (let s = 0; s < sums.length; s++) {
      const next = (found < 0 ? 0 : (this.sums[s]?.[found] ?? 0)) + sign * sums[s]!;
      if (!(next >= 0 && next <= Number.MAX_SAFE_INTEGER) || (nextCount === 0 && next !== 0)) return false;
    }
    if (nextCount === 0) {
      if (found >= 0) this.remove(customer, found);
      return true;
    }
    const row = found < 0 ? this.insert(customer, ~found - (this.starts[customer] ?? 0), key) : found;
    this.counts[row] = nextCount;
    for (let s = 0; s < sums.length; s++) if (sums[s] !== 0) this.sumColumn(s)[row]! += sign * sums[s]!;
    return true;
  }

  /** The column of a sum, allocated on first use. */
  private sumColumn(s: number): Float64Array {
    let column = this.sums[s];
    if (column === undefined) {
      column = new Float64Array(this.keys.length);
      this.sums[s] = column;
    }
    return column;
  }

  /** Moves the blocks together in the order of the customers and gives the rest of the room back. */
  compact(): void {
    const from = this.starts.slice();
    const rows = this.lengths.reduce((sum, length) => sum + length, 0);
    const packed = <A extends Int32Array | Float64Array>(column: A): A => {
      const to = new (column.constructor as new (size: number) => A)(rows);
      for (let c = 0; c < from.length; c++)
        for (let i = 0; i < this.lengths[c]!; i++) to[this.starts[c]! + i] = column[from[c]! + i]!;
      return to;
    };
    for (let c = 0, start = 0; c < from.length; start += this.lengths[c++]!) this.starts[c] = start;
    this.keys = packed(this.keys);
    this.counts = packed(this.counts);
    this.sums.forEach((column, s) => {
      if (column !== undefined) this.sums[s] = packed(column);
    });
    this.capacities = this.lengths.slice();
    this.used = rows;
  }

  private insert(customer: number, offset: number, key: number): number {
    this.growCustomers(customer + 1);
    const length = this.lengths[customer]!;
    if (length === this.capacities[customer]!) this.move(customer, Math.max(FIRST_CAPACITY, length * 2));
    const start = this.starts[customer]!;
    const row = start + offset;
    const end = start + length;
    this.keys.copyWithin(row + 1, row, end);
    this.counts.copyWithin(row + 1, row, end);
    this.keys[row] = key;
    this.counts[row] = 0;
    for (const column of this.sums) {
      if (column === undefined) continue;
      column.copyWithin(row + 1, row, end);
      column[row] = 0;
    }
    this.lengths[customer] = length + 1;
    return row;
  }

  private remove(customer: number, row: number): void {
    const end = this.starts[customer]! + this.lengths[customer]!;
    this.keys.copyWithin(row, row + 1, end);
    this.counts.copyWithin(row, row + 1, end);
    for (const column of this.sums) column?.copyWithin(row, row + 1, end);
    this.lengths[customer]! -= 1;
  }

  /** Moves a customer's block to the pool's end, with room for `capacity` rows. */
  private move(customer: number, capacity: number): void {
    const from = this.starts[customer]!;
    const end = from + this.lengths[customer]!;
    const to = this.used;
    this.growRows(to + capacity);
    this.keys.copyWithin(to, from, end);
    this.counts.copyWithin(to, from, end);
    for (const column of this.sums) column?.copyWithin(to, from, end);
    this.starts[customer] = to;
    this.capacities[customer] = capacity;
    this.used = to + capacity;
  }

  private growRows(rows: number): void {
    if (rows <= this.keys.length) return;
    const size = Math.max(rows, Math.ceil(this.keys.length * 1.5), 16);
    this.keys = grown(this.keys, size);
    this.counts = grown(this.counts, size);
    this.sums.forEach((column, s) => {
      if (column !== undefined) this.sums[s] = grown(column, size);
    });
  }

  private growCustomers(customers: number): void {
    if (customers <= this.starts.length) return;
    const size = Math.max(customers, Math.ceil(this.starts.length * 1.5), 16);
    this.starts = grown(this.starts, size);
    this.lengths = grown(this.lengths, size);
    this.capacities = grown(this.capacities, size);
  }
}

/** The error of a sum that no longer fits a safe integer. */
export function outOfRange(): AmountOutOfRangeError {
  return new AmountOutOfRangeError({ expected: "at most 2^53 − 1 minor units a customer" });
}

function grown<A extends Int32Array | Uint32Array | Float64Array>(array: A, size: number): A {
  const larger = new (array.constructor as new (size: number) => A)(size);
  larger.set(array);
  return larger;
}

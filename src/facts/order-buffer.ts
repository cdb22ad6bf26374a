import { buildDayTable } from "./build-day-table.js";
import type { Contribution } from "./contribution.js";
import type { DayTable } from "./day-table.js";

/** Order rows on their way into a table: columns that grow, so that rows and columns are built by the same code. */
export class OrderBuffer {
  private length = 0;
  private customerOf = new Int32Array(1024);
  private day = new Int32Array(1024);
  private readonly sums: (Float64Array | undefined)[] = [undefined, undefined, undefined];

  /** Takes an order that counts. */
  push(customer: number, day: number, { items, gross, discount }: Contribution): void {
    if (this.length === this.day.length) this.grow();
    this.customerOf[this.length] = customer;
    this.day[this.length] = day;
    this.put(0, items);
    this.put(1, gross);
    this.put(2, discount);
    this.length++;
  }

  /** Builds the table; the buffer is used up. */
  build(customers: number): DayTable {
    return buildDayTable(
      this.customerOf.subarray(0, this.length),
      this.day.subarray(0, this.length),
      this.sums.map((column) => column?.subarray(0, this.length)),
      customers,
    );
  }

  private put(s: number, sum: number): void {
    if (sum === 0) return;
    let column = this.sums[s];
    if (column === undefined) {
      column = new Float64Array(this.day.length);
      this.sums[s] = column;
    }
    column[this.length] = sum;
  }

  private grow(): void {
    const size = this.day.length * 2;
    this.customerOf = resized(this.customerOf, size);
    this.day = resized(this.day, size);
    this.sums.forEach((column, s) => {
      if (column !== undefined) this.sums[s] = resized(column, size);
    });
  }
}

function resized<A extends Int32Array | Float64Array>(array: A, size: number): A {
  const larger = new (array.constructor as new (size: number) => A)(size);
  larger.set(array);
  return larger;
}

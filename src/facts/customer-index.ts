import { AmountOutOfRangeError, type ValuePath } from "../kernel/index.js";

/** The most keys that a JavaScript map or set holds. */
export const MOST_KEYS: number = 2 ** 24 - 1;

/** The error of one key more. */
export function tooMany(path: ValuePath): AmountOutOfRangeError {
  return new AmountOutOfRangeError({ path, expected: "at most 2^24 − 1 of them in one table of facts" });
}

/** The customers of a facts table by the order in which they were first seen, and back.
 *
 * Whole-number ids given as a column stay numbers until somebody asks for the text, and the way back is built on the
 * first question: a table of columns costs no strings that nobody reads.
 */
export class CustomerIndex {
  private readonly texts: (string | undefined)[] = [];
  private numbers: Float64Array | undefined;
  private byId: Map<string, number> | undefined = new Map();
  private count = 0;

  /** How many customers there are. */
  get size(): number {
    return this.count;
  }

  /** Customers by whole-number ids, in the order of their index. */
  static ofNumbers(numbers: Float64Array): CustomerIndex {
    const index = new CustomerIndex();
    index.numbers = numbers;
    index.count = numbers.length;
    index.byId = undefined;
    return index;
  }

  /** The id of an index in `[0, size)`. */
  idAt(index: number): string {
    const known = this.texts[index];
    if (known !== undefined) return known;
    const text = String(this.numbers![index]);
    this.texts[index] = text;
    return text;
  }

  /** The index of an id, `undefined` where unknown. */
  indexOf(id: string): number | undefined {
    return this.map().get(id);
  }

  /** The index of an id, a new one where unknown. */
  add(id: string): number {
    const map = this.map();
    const known = map.get(id);
    if (known !== undefined) return known;
    if (this.count === MOST_KEYS) throw tooMany(["customerId"]);
    map.set(id, this.count);
    this.texts[this.count] = id;
    return this.count++;
  }

  /** All ids in the order of their index; a new array. */
  ids(): string[] {
    return Array.from({ length: this.count }, (_, i) => this.idAt(i));
  }

  private map(): Map<string, number> {
    if (this.byId === undefined) {
      this.byId = new Map();
      for (let i = 0; i < this.count; i++) this.byId.set(this.idAt(i), i);
    }
    return this.byId;
  }
}

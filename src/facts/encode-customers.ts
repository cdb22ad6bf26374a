import { CustomerIndex } from "./customer-index.js";
import type { IdColumn } from "./order-columns.js";

/** A column's customers, numbered in the order they are first seen. */
export interface EncodedCustomers {
  readonly customers: CustomerIndex;
  /** Index of each row's customer, `-1` for a row set aside. */
  readonly customerOf: Int32Array;
}

/** Numbers the customers of a column. Rows that are refused number nobody.
 * @param refused - truthy for every row to leave out
 */
export function encodeCustomers(ids: IdColumn, refused: Uint8Array | undefined): EncodedCustomers {
  if ("indices" in ids) return encodeDictionary(ids.dictionary, ids.indices, refused);
  if (Array.isArray(ids)) return encodeTexts(ids as readonly string[], refused);
  if (!(ids instanceof BigInt64Array)) return encodeNumbers(ids as Int32Array | Float64Array, refused);
  const numbers = Float64Array.from(ids, Number);
  // A number past 2^53 would be another customer's, too.
  return numbers.every(Number.isSafeInteger)
    ? encodeNumbers(numbers, refused)
    : encodeTexts(Array.from(ids, String), refused);
}

function encodeTexts(ids: readonly string[], refused: Uint8Array | undefined): EncodedCustomers {
  const customers = new CustomerIndex();
  const customerOf = new Int32Array(ids.length);
  for (let i = 0; i < ids.length; i++) customerOf[i] = refused?.[i] ? -1 : customers.add(ids[i]!);
  return { customers, customerOf };
}

/** Dictionaries may repeat a text, so that an index is not yet a customer. */
function encodeDictionary(
  dictionary: readonly string[],
  indices: Int32Array | Uint32Array,
  refused: Uint8Array | undefined,
): EncodedCustomers {
  const customers = new CustomerIndex();
  const seen = new Int32Array(dictionary.length).fill(-1);
  const customerOf = new Int32Array(indices.length);
  for (let i = 0; i < indices.length; i++) {
    const word = indices[i]!;
    if (refused?.[i]) customerOf[i] = -1;
    else {
      if (seen[word] === -1) seen[word] = customers.add(dictionary[word]!);
      customerOf[i] = seen[word]!;
    }
  }
  return { customers, customerOf };
}

function encodeNumbers(ids: Int32Array | Float64Array, refused: Uint8Array | undefined): EncodedCustomers {
  const customerOf = new Int32Array(ids.length);
  const { least, most } = rangeOf(ids, refused);
  const span = most - least + 1;
  const count =
    span <= 8 * ids.length + 65536
      ? numberByTable(ids, refused, customerOf, least, span)
      : numberByMap(ids, refused, customerOf);
  const numbers = new Float64Array(count);
  for (let i = 0; i < ids.length; i++) if (customerOf[i]! >= 0) numbers[customerOf[i]!] = ids[i]!;
  return { customers: CustomerIndex.ofNumbers(numbers), customerOf };
}

function rangeOf(ids: Int32Array | Float64Array, refused: Uint8Array | undefined): { least: number; most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < ids.length; i++) {
    if (refused?.[i]) continue;
    const id = ids[i]!;
    if (id < least) least = id;
    if (id > most) most = id;
  }
  return least <= most ? { least, most } : { least: 0, most: -1 };
}

function numberByTable(
  ids: Int32Array | Float64Array,
  refused: Uint8Array | undefined,
  customerOf: Int32Array,
  least: number,
  span: number,
): number {
  const seen = new Int32Array(span);
  let count = 0;
  for (let i = 0; i < ids.length; i++) {
    if (refused?.[i]) {
      customerOf[i] = -1;
      continue;
    }
    const slot = ids[i]! - least;
    if (seen[slot] === 0) seen[slot] = ++count;
    customerOf[i] = seen[slot]! - 1;
  }
  return count;
}

function numberByMap(ids: Int32Array | Float64Array, refused: Uint8Array | undefined, customerOf: Int32Array): number {
  const seen = new Map<number, number>();
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    let index = refused?.[i] ? -1 : seen.get(id);
    if (index === undefined) {
      index = seen.size;
      seen.set(id, index);
    }
    customerOf[i] = index;
  }
  return seen.size;
}

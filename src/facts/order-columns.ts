import type { AmountInput } from "../kernel/index.js";

/** Customer or order ids, one a row: texts, whole numbers, or Arrow's dictionary encoding. A whole number is the id of its decimal text. */
export type IdColumn =
  | readonly (string | null | undefined)[]
  | Int32Array
  | Float64Array
  | BigInt64Array
  | { readonly dictionary: readonly string[]; readonly indices: Int32Array | Uint32Array };

/** Instants, one a row. */
export type TimeColumn = Float64Array | BigInt64Array | Int32Array | readonly Date[];

/** Amounts, one a row: whole **minor** units in a typed array, or major units as text or decimals in a plain array. */
export type AmountColumn = Int32Array | Float64Array | BigInt64Array | readonly AmountInput[];

/** What a number in a time column counts since 1970-01-01T00:00:00Z; `"day"` counts local calendar days since 1970-01-01. */
export type TimeUnit = "second" | "millisecond" | "microsecond" | "nanosecond" | "day";

/** Refunds as columns, one a row, all of one length. */
export interface RefundColumns {
  readonly customerIds: IdColumn;
  readonly refundedAt: TimeColumn;
  /** When the order of the refund was placed; without the column the refunds stand alone. */
  readonly placedAt?: TimeColumn;
  readonly amount: AmountColumn;
}

/** Orders as columns, one order a row, all of one length and one currency. */
export interface OrderColumns {
  readonly customerIds: IdColumn;
  readonly placedAt: TimeColumn;
  /** What the numbers of the time columns count. @defaultValue `"millisecond"` */
  readonly timeUnit?: TimeUnit;
  /** Ids to find duplicates by; without the column none are looked for. */
  readonly orderIds?: IdColumn;
  /** What counts as spend, before discounts, ≥ 0: merchandise, or with tax or shipping where those count. */
  readonly gross: AmountColumn;
  /** @defaultValue zero */
  readonly discount?: AmountColumn;
  /** Whole units. @defaultValue zero */
  readonly items?: Int32Array | Float64Array;
  readonly refunds?: RefundColumns;
}

/** How many rows a column of ids has. */
export function idCount(ids: IdColumn): number {
  return "indices" in ids ? ids.indices.length : ids.length;
}

import { DISCOUNT, type FactsTables, GROSS, ITEMS } from "./facts-tables.js";
import { refundDay, refundOrderDay } from "./refund-key.js";

/** One row a customer and day, customers by index and days ascending. Money is in whole minor units. */
export interface DayColumns {
  /** Customer `c` owns the rows from `offsets[c]` up to, without, `offsets[c + 1]`. */
  readonly offsets: Uint32Array;
  /** Days since 1970-01-01 of the facts' zone. */
  readonly day: Int32Array;
  /** Orders placed; 0 on a day with refunds alone. */
  readonly orders: Int32Array;
  readonly items: Float64Array;
  readonly gross: Float64Array;
  readonly discount: Float64Array;
  /** Refunds on the day that the policy gives them. */
  readonly refunds: Float64Array;
  /** Gross less discount and refunds; may be below zero. */
  readonly net: Float64Array;
}

/** The day series of all customers up to a day. @internal */
export function dayColumnsAt(facts: FactsTables, today: number): DayColumns {
  return daySeries(facts, 0, facts.customers.size, today);
}

/** The day series of the customers `[from, to)` up to a day. @internal */
export function daySeries(facts: FactsTables, from: number, to: number, today: number): DayColumns {
  const { orderDays } = facts;
  const refunds = Array.from({ length: to - from }, (_, i) => refundsByDay(facts, from + i, today));
  let rows = 0;
  const offsets = new Uint32Array(to - from + 1);
  for (let c = from; c < to; c++) {
    const start = orderDays.starts[c] ?? 0;
    const end = start + orderDays.lengthOf(c);
    let length = 0;
    for (let row = start; row < end && orderDays.keys[row]! <= today; row++) length++;
    const byDay = refunds[c - from];
    if (byDay !== undefined) for (const day of byDay.keys()) if (orderDays.find(c, day) < 0) length++;
    rows += length;
    offsets[c - from + 1] = rows;
  }
  const columns: DayColumns = {
    offsets,
    day: new Int32Array(rows),
    orders: new Int32Array(rows),
    items: new Float64Array(rows),
    gross: new Float64Array(rows),
    discount: new Float64Array(rows),
    refunds: new Float64Array(rows),
    net: new Float64Array(rows),
  };
  for (let c = from; c < to; c++) fillSeries(facts, c, offsets[c - from]!, columns, refunds[c - from], today);
  return columns;
}

function fillSeries(
  { orderDays }: FactsTables,
  c: number,
  first: number,
  columns: DayColumns,
  refunds: ReadonlyMap<number, number> | undefined,
  today: number,
): void {
  const start = orderDays.starts[c] ?? 0;
  const end = start + orderDays.lengthOf(c);
  const refundOnly = refunds === undefined ? [] : [...refunds.keys()].filter((day) => orderDays.find(c, day) < 0);
  let out = first;
  let next = 0;
  const addRefundDays = (before: number) => {
    while (next < refundOnly.length && refundOnly[next]! < before) columns.day[out++] = refundOnly[next++]!;
  };
  for (let row = start; row < end && orderDays.keys[row]! <= today; row++) {
    const day = orderDays.keys[row]!;
    addRefundDays(day);
    columns.day[out] = day;
    columns.orders[out] = orderDays.counts[row]!;
    columns.items[out] = orderDays.sums[ITEMS]?.[row] ?? 0;
    columns.gross[out] = orderDays.sums[GROSS]?.[row] ?? 0;
    columns.discount[out] = orderDays.sums[DISCOUNT]?.[row] ?? 0;
    out++;
  }
  addRefundDays(Number.POSITIVE_INFINITY);
  for (let row = first; row < out; row++) {
    columns.refunds[row] = refunds?.get(columns.day[row]!) ?? 0;
    columns.net[row] = columns.gross[row]! - columns.discount[row]! - columns.refunds[row]!;
  }
}

/** A customer's refunds by the day that the policy gives them, days ascending; `undefined` where there is none. */
function refundsByDay(
  { refundDays, definition }: FactsTables,
  c: number,
  today: number,
): Map<number, number> | undefined {
  const length = refundDays.lengthOf(c);
  if (length === 0 || definition.refunds === "ignore") return undefined;
  const byOrder = definition.refunds === "net-by-order";
  const pairs: [number, number][] = [];
  for (let row = refundDays.starts[c]!; row < refundDays.starts[c]! + length; row++) {
    const key = refundDays.keys[row]!;
    const own = refundDay(key);
    const ordered = refundOrderDay(key) ?? own;
    if (own <= today && ordered <= today) pairs.push([byOrder ? ordered : own, refundDays.sums[0]?.[row] ?? 0]);
  }
  const byDay = new Map<number, number>();
  for (const [day, minor] of pairs.sort((a, b) => a[0] - b[0])) byDay.set(day, (byDay.get(day) ?? 0) + minor);
  return byDay;
}

import { AmountOutOfRangeError, checkDay } from "../kernel/index.js";
import { DISCOUNT, type FactsTables, GROSS, ITEMS, todayOf } from "./facts-tables.js";
import { refundDay, refundOrderDay } from "./refund-key.js";

/** Which days are summed. */
export interface TotalsOptions {
  /** Days after the local day of `now` are not seen; the whole day of `now` is. */
  readonly now: Date;
  /** First day that is summed, in days since 1970-01-01; earlier orders are not counted. @defaultValue all history */
  readonly fromDay?: number;
}

/** The value of a day column where there was no purchase. */
export const NO_DAY = -2147483648;

/** One row a customer, in the order of their index in the facts. Money is in whole minor units, exact. */
export interface FactsColumns {
  /** Orders placed. */
  readonly orders: Int32Array;
  /** Distinct local days with an order. */
  readonly purchaseDays: Int32Array;
  /** Units bought; returned units are not taken off. */
  readonly items: Float64Array;
  /** First day with an order, in days since 1970-01-01, {@link NO_DAY} without one. */
  readonly firstDay: Int32Array;
  /** Last day with an order, {@link NO_DAY} without one. */
  readonly lastDay: Int32Array;
  readonly gross: Float64Array;
  readonly discount: Float64Array;
  readonly refunds: Float64Array;
  /** Gross less discount and refunds; below zero where more was given back than bought. */
  readonly net: Float64Array;
}

/** Sums every customer's days. @internal */
export function totalsAt(facts: FactsTables, { now, fromDay = NO_DAY }: TotalsOptions): FactsColumns {
  const customers = facts.customers.size;
  const columns: FactsColumns = {
    orders: new Int32Array(customers),
    purchaseDays: new Int32Array(customers),
    items: new Float64Array(customers),
    firstDay: new Int32Array(customers),
    lastDay: new Int32Array(customers),
    gross: new Float64Array(customers),
    discount: new Float64Array(customers),
    refunds: new Float64Array(customers),
    net: new Float64Array(customers),
  };
  if (fromDay !== NO_DAY) checkDay(fromDay, ["fromDay"]);
  const today = todayOf(facts, now);
  sumOrderDays(facts, fromDay, today, columns);
  sumRefunds(facts, fromDay, today, columns);
  for (let c = 0; c < customers; c++) {
    const [gross, discount, refunds] = [columns.gross[c]!, columns.discount[c]!, columns.refunds[c]!];
    columns.net[c] = gross - discount - refunds;
    // Sums of amounts ≥ 0: one that left the safe integers can't come back into them.
    if (Math.max(gross, discount + refunds, columns.items[c]!) > Number.MAX_SAFE_INTEGER)
      throw new AmountOutOfRangeError({ expected: "at most 2^53 − 1 minor units a customer" });
  }
  return columns;
}

function sumOrderDays({ orderDays }: FactsTables, fromDay: number, today: number, columns: FactsColumns): void {
  const { starts, keys, counts } = orderDays;
  const { orders, purchaseDays, firstDay, lastDay } = columns;
  for (let c = 0; c < orders.length; c++) {
    let row = starts[c] ?? 0;
    let end = row + orderDays.lengthOf(c);
    while (end > row && keys[end - 1]! > today) end--;
    while (row < end && keys[row]! < fromDay) row++;
    firstDay[c] = row < end ? keys[row]! : NO_DAY;
    lastDay[c] = row < end ? keys[end - 1]! : NO_DAY;
    purchaseDays[c] = end - row;
    let placed = 0;
    for (let r = row; r < end; r++) placed += counts[r]!;
    orders[c] = placed;
    addSums(orderDays.sums[ITEMS], columns.items, c, row, end);
    addSums(orderDays.sums[GROSS], columns.gross, c, row, end);
    addSums(orderDays.sums[DISCOUNT], columns.discount, c, row, end);
  }
}

function addSums(from: Float64Array | undefined, to: Float64Array, c: number, row: number, end: number): void {
  if (from === undefined) return;
  let sum = 0;
  for (let r = row; r < end; r++) sum += from[r]!;
  to[c] = sum;
}

function sumRefunds(
  { refundDays, definition }: FactsTables,
  fromDay: number,
  today: number,
  columns: FactsColumns,
): void {
  const amounts = refundDays.sums[0];
  if (amounts === undefined || definition.refunds === "ignore") return;
  const byOrder = definition.refunds === "net-by-order";
  for (let c = 0; c < columns.refunds.length; c++) {
    const start = refundDays.starts[c] ?? 0;
    for (let row = start; row < start + refundDays.lengthOf(c); row++) {
      const key = refundDays.keys[row]!;
      const own = refundDay(key);
      const ordered = refundOrderDay(key) ?? own;
      const day = byOrder ? ordered : own;
      if (own <= today && ordered <= today && day >= fromDay) columns.refunds[c]! += amounts[row]!;
    }
  }
}

import { checkDay, InvalidInputError, parseDecimal, UnknownVersionError } from "../kernel/index.js";
import type { DayTable } from "./day-table.js";
import { Facts } from "./facts.js";
import { DISCOUNT, GROSS, ITEMS } from "./facts-tables.js";
import type { FactsDefinition } from "./options.js";
import { refundDay, refundKey, refundOrderDay } from "./refund-key.js";
import { NO_DAY } from "./totals.js";

/** Facts as columns, for Arrow, Parquet or a binary store. Customer `c` owns the rows `[offsets[c], offsets[c + 1])`. */
export interface FactsColumnStore extends FactsDefinition {
  readonly version: 1;
  readonly kind: "facts-columns";
  /** What rounding took from the amounts as they entered, major units. */
  readonly rounding: string;
  readonly customerIds: readonly string[];
  /** Days since 1970-01-01 of the facts' zone, ascending within a customer; money in whole minor units. */
  readonly orderDays: {
    readonly offsets: Uint32Array;
    readonly day: Int32Array;
    readonly orders: Int32Array;
    readonly items: Float64Array;
    readonly gross: Float64Array;
    readonly discount: Float64Array;
  };
  readonly refundDays: {
    readonly offsets: Uint32Array;
    readonly day: Int32Array;
    /** Day of the refund's order; −2147483648 where it has none. */
    readonly orderDay: Int32Array;
    readonly refunds: Int32Array;
    readonly minor: Float64Array;
  };
}

/** Facts as columns: everything but the ids of the orders, customers by index. The arrays are copies. */
export function factsToColumns(facts: Facts): FactsColumnStore {
  const { orderDays, refundDays } = facts;
  const orders = rowsOf(orderDays, facts.size);
  const refunds = rowsOf(refundDays, facts.size);
  const sum = (table: DayTable, s: number, rows: Uint32Array) =>
    Float64Array.from(rows, (row) => table.sums[s]?.[row] ?? 0);
  return {
    version: 1,
    kind: "facts-columns",
    ...facts.definition,
    rounding: facts.rounding.toFixed(),
    customerIds: facts.customerIds(),
    orderDays: {
      offsets: orders.offsets,
      day: Int32Array.from(orders.rows, (row) => orderDays.keys[row]!),
      orders: Int32Array.from(orders.rows, (row) => orderDays.counts[row]!),
      items: sum(orderDays, ITEMS, orders.rows),
      gross: sum(orderDays, GROSS, orders.rows),
      discount: sum(orderDays, DISCOUNT, orders.rows),
    },
    refundDays: {
      offsets: refunds.offsets,
      day: Int32Array.from(refunds.rows, (row) => refundDay(refundDays.keys[row]!)),
      orderDay: Int32Array.from(refunds.rows, (row) => refundOrderDay(refundDays.keys[row]!) ?? NO_DAY),
      refunds: Int32Array.from(refunds.rows, (row) => refundDays.counts[row]!),
      minor: sum(refundDays, 0, refunds.rows),
    },
  };
}

/** Facts from their columns. They do not know the ids of their orders: duplicates are found among new orders only.
 * @throws When the version is not known: {@link UnknownVersionError}; when the columns do not fit together or hold
 *   anything but whole numbers: {@link InvalidInputError}.
 */
export function factsFromColumns(store: FactsColumnStore): Facts {
  if (store?.kind !== "facts-columns") throw new InvalidInputError({ path: ["kind"], expected: '"facts-columns"' });
  if (store.version !== 1) throw new UnknownVersionError({ path: ["version"], expected: "version 1" });
  const { currency, timeZone, refunds: policy, spend } = store;
  const facts = new Facts({ currency, timeZone, refunds: policy, spend });
  facts.idsAreKnown = false;
  facts.enter(parseDecimal(store.rounding, ["rounding"]));
  store.customerIds.forEach((id, c) => {
    if (typeof id !== "string" || id === "" || facts.customers.add(id) !== c)
      throw new InvalidInputError({ path: ["customerIds", c], expected: "a text that is not empty, once" });
  });
  const { day, orders, items, gross, discount, offsets } = store.orderDays;
  load(facts.orderDays, "orderDays", offsets, facts.size, day, orders, [items, gross, discount]);
  const refunds = store.refundDays;
  day.forEach((each, row) => {
    checkDay(each, ["orderDays", "day", row]);
  });
  const keys = Float64Array.from(refunds.day, (own, row) => {
    const orderDay = refunds.orderDay[row] ?? NO_DAY;
    checkDay(own, ["refundDays", "day", row]);
    return refundKey(own, orderDay === NO_DAY ? undefined : checkDay(orderDay, ["refundDays", "orderDay", row]));
  });
  load(facts.refundDays, "refundDays", refunds.offsets, facts.size, keys, refunds.refunds, [refunds.minor]);
  return facts;
}

/** Rows of a table by customer, as they lie in the pool. */
function rowsOf(table: DayTable, customers: number): { readonly offsets: Uint32Array; readonly rows: Uint32Array } {
  const offsets = new Uint32Array(customers + 1);
  for (let c = 0; c < customers; c++) offsets[c + 1] = offsets[c]! + table.lengthOf(c);
  const rows = new Uint32Array(offsets[customers]!);
  for (let c = 0; c < customers; c++)
    for (let i = 0; i < table.lengthOf(c); i++) rows[offsets[c]! + i] = table.starts[c]! + i;
  return { offsets, rows };
}

function load(
  table: DayTable,
  name: string,
  offsets: Uint32Array,
  customers: number,
  keys: Int32Array | Float64Array,
  counts: Int32Array,
  sums: readonly Float64Array[],
): void {
  const rows = keys.length;
  const fits =
    offsets.length === customers + 1 &&
    offsets.every((offset, c) => (c === 0 ? offset === 0 : offset >= offsets[c - 1]!)) &&
    offsets[customers] === rows &&
    counts.length === rows;
  if (!fits || sums.some((sum) => sum.length !== rows))
    throw new InvalidInputError({ path: [name], expected: "columns of one length, and offsets that end at it" });
  for (let c = 0; c < customers; c++)
    for (let row = offsets[c]!; row < offsets[c + 1]!; row++) {
      const ascends = row === offsets[c] || keys[row]! > keys[row - 1]!;
      const whole = sums.every((sum) => Number.isSafeInteger(sum[row]) && sum[row]! >= 0);
      if (!ascends || !whole || !(counts[row]! > 0) || !Number.isSafeInteger(keys[row]))
        throw new InvalidInputError({ path: [name, row], expected: "ascending days with whole numbers ≥ 0" });
    }
  table.keys = keys.slice();
  table.counts = counts.slice();
  sums.forEach((sum, s) => {
    if (sum.some((value) => value !== 0)) table.sums[s] = sum.slice();
  });
  table.starts = offsets.slice(0, customers);
  table.lengths = Uint32Array.from({ length: customers }, (_, c) => offsets[c + 1]! - offsets[c]!);
  table.capacities = table.lengths.slice();
  table.used = rows;
}

import {
  type AmountInput,
  amountReader,
  atPath,
  CrmError,
  type Decimal,
  InvalidAmountError,
  InvalidInputError,
  InvalidInstantError,
  InvalidOptionError,
} from "../kernel/index.js";
import { buildDayTable, type IntegerColumn } from "./build-day-table.js";
import { outOfRange } from "./day-table.js";
import { encodeCustomers } from "./encode-customers.js";
import { duplicateOrder, NoCustomerError, OrderAfterNowError } from "./errors.js";
import { Facts } from "./facts.js";
import type { FactsOptions } from "./options.js";
import {
  type AmountColumn,
  type IdColumn,
  idCount,
  type OrderColumns,
  type RefundColumns,
  type TimeColumn,
  type TimeUnit,
} from "./order-columns.js";
import { refundKey } from "./refund-key.js";

/** Reads orders given as columns once into one row of facts a customer; the same facts as {@link collectFacts} gives.
 *
 * A function of its own, so that who has rows carries no code for columns. Linear in the orders; memory above the input
 * is a few bytes an order.
 * @param columns - one order a row, all of one length; what `gross` holds is what counts as spend
 * @param options - currency and zone; `spend` and `rates` have nothing to say about columns
 * @throws When an option is wrong or the columns are not of one length; in `"strict"` mode at the first row that is not
 *   fit to count, with its path `[row, column]`.
 * @example
 * ```ts
 * import { collectFactsFromColumns } from "clientele/facts";
 * const facts = collectFactsFromColumns(
 *   { customerIds: ["c42"], placedAt: Float64Array.of(Date.UTC(2026, 2, 1)), gross: Int32Array.of(1240) },
 *   { currency: "CNY", timeZone: "Asia/Shanghai" },
 * );
 * if (facts.columns({ now: new Date("2026-11-22T00:00:00Z") }).net[0] !== 1240) throw new Error("wrong net");
 * ```
 */
export function collectFactsFromColumns(columns: OrderColumns, options: FactsOptions): Facts {
  const facts = new Facts(options);
  const rows = idCount(columns.customerIds);
  const check = new ColumnCheck(facts, rows);
  const unit = columns.timeUnit ?? "millisecond";
  if (!Object.hasOwn(MS_PER_UNIT, unit))
    throw new InvalidOptionError({ path: ["timeUnit"], expected: `one of ${Object.keys(MS_PER_UNIT).join(", ")}` });

  check.customers(columns.customerIds);
  const days = check.days(columns.placedAt, unit, "placedAt", facts.context.nowMs);
  const discount = columns.discount && check.amounts(columns.discount, "discount");
  const gross = check.amounts(columns.gross, "gross");
  if (columns.items) check.items(columns.items);
  if (columns.orderIds) check.duplicates(columns.orderIds);

  const { customers, customerOf } = encodeCustomers(columns.customerIds, check.refused);
  facts.customers = customers;
  facts.idsAreKnown = columns.orderIds !== undefined && columns.refunds === undefined;
  facts.orderDays = buildDayTable(customerOf, days, [columns.items, gross, discount], customers.size);
  check.finish();
  if (columns.refunds) addRefunds(facts, columns.refunds, unit);
  return facts;
}

function addRefunds(facts: Facts, columns: RefundColumns, unit: TimeUnit): void {
  const rows = idCount(columns.customerIds);
  const check = new ColumnCheck(facts, rows, ["refunds"]);
  check.customers(columns.customerIds);
  // As in rows: a refund that stands alone is dated up to now; one of an order waits for its day.
  const latest = columns.placedAt === undefined ? facts.context.nowMs : Number.POSITIVE_INFINITY;
  const days = check.days(columns.refundedAt, unit, "refundedAt", latest);
  const orderDays = columns.placedAt && check.days(columns.placedAt, unit, "placedAt", Number.POSITIVE_INFINITY);
  const amounts = check.amounts(columns.amount, "amount");
  const { customers, customerOf } = encodeCustomers(columns.customerIds, check.refused);
  for (let i = 0; i < rows; i++) {
    if (customerOf[i] === -1) continue;
    const customer = facts.customers.add(customers.idAt(customerOf[i]!));
    if (!facts.refundDays.add(customer, refundKey(days[i]!, orderDays?.[i]), { count: 1, sums: [amounts[i]!] }))
      throw outOfRange();
  }
  check.finish();
}

/** Checks columns row by row: the first error of a row throws, or sets the row aside. */
class ColumnCheck {
  /** 1 for a row that was set aside; `undefined` while there is none. */
  refused: Uint8Array | undefined;
  private readonly errors = new Map<number, CrmError>();
  private readonly roundings: { readonly row: number; readonly rounding: Decimal }[] = [];
  private readonly facts: Facts;
  private readonly rows: number;
  private readonly prefix: readonly string[];

  constructor(facts: Facts, rows: number, prefix: readonly string[] = []) {
    this.facts = facts;
    this.rows = rows;
    this.prefix = prefix;
  }

  customers(ids: IdColumn): void {
    if ("indices" in ids) {
      for (let i = 0; i < this.rows; i++) if (!ids.dictionary[ids.indices[i]!]) this.refuse(i, noCustomer());
    } else if (Array.isArray(ids)) {
      for (let i = 0; i < this.rows; i++) if (typeof ids[i] !== "string" || ids[i] === "") this.refuse(i, noCustomer());
    } else if (ids instanceof Float64Array) {
      for (let i = 0; i < this.rows; i++) if (!Number.isSafeInteger(ids[i])) this.refuse(i, noCustomer());
    }
  }

  days(times: TimeColumn, unit: TimeUnit, name: string, nowMs: number): Int32Array {
    this.mustHaveRows(times?.length, name);
    const { zone } = this.facts.context;
    if (unit === "day" && !Array.isArray(times)) return this.localDays(times as Int32Array, name, nowMs);
    const days = new Int32Array(this.rows);
    const instants = millisecondsOf(times, unit);
    for (let i = 0; i < this.rows; i++) {
      const ms = instants[i]!;
      const day = ms >= MIN_MS && ms <= MAX_MS ? zone.dayOf(ms) : Number.NaN;
      if (day >= MIN_DAY && day <= MAX_DAY && ms <= nowMs) days[i] = day;
      else if (ms > nowMs && ms <= MAX_MS)
        this.refuse(i, new OrderAfterNowError({ path: [name], expected: "an instant up to now" }));
      else this.refuse(i, new InvalidInstantError({ path: [name], expected: "a valid date of the years 1 to 9999" }));
    }
    return days;
  }

  private localDays(values: Int32Array | Float64Array | BigInt64Array, name: string, nowMs: number): Int32Array {
    const today = nowMs === Number.POSITIVE_INFINITY ? MAX_DAY : this.facts.context.zone.dayOf(nowMs);
    const days = new Int32Array(this.rows);
    for (let i = 0; i < this.rows; i++) {
      const day = Number(values[i]!);
      if (Number.isInteger(day) && day >= MIN_DAY && day <= today) days[i] = day;
      else if (day > today && day <= MAX_DAY)
        this.refuse(i, new OrderAfterNowError({ path: [name], expected: "a day up to the day of now" }));
      else this.refuse(i, new InvalidInstantError({ path: [name], expected: "a whole day of the years 1 to 9999" }));
    }
    return days;
  }

  amounts(column: AmountColumn, name: string): IntegerColumn {
    this.mustHaveRows(column?.length, name);
    if (column instanceof Int32Array || column instanceof Float64Array) return this.minorAmounts(column, name);
    if (ArrayBuffer.isView(column))
      return this.minorAmounts(Float64Array.from(column as unknown as ArrayLike<number>, Number), name);
    const { digits } = this.facts.context;
    const reader = amountReader(digits);
    const path = [name];
    const minors = new Float64Array(this.rows);
    for (let i = 0; i < this.rows; i++) {
      const before = reader.rounding();
      try {
        const minor = reader.read((column as readonly AmountInput[])[i]!, path);
        if (minor < 0 || (minor === 0 && Number(column[i]) < 0)) throw negative(path);
        minors[i] = minor;
        if (reader.rounding() !== before) this.roundings.push({ row: i, rounding: reader.rounding().minus(before) });
      } catch (error) {
        if (!(error instanceof CrmError)) throw error;
        this.refuse(i, error);
      }
    }
    return minors;
  }

  private minorAmounts(column: Int32Array | Float64Array, name: string): IntegerColumn {
    for (let i = 0; i < column.length; i++) {
      const minor = column[i]!;
      if (minor >= 0 && minor <= Number.MAX_SAFE_INTEGER && Math.floor(minor) === minor) continue;
      this.refuse(i, new InvalidAmountError({ path: [name], expected: "whole minor units ≥ 0, a safe integer" }));
    }
    return column;
  }

  items(column: Int32Array | Float64Array): void {
    this.mustHaveRows(column.length, "items");
    for (let i = 0; i < column.length; i++)
      if (!(column[i]! >= 0 && Number.isSafeInteger(column[i])))
        this.refuse(i, new InvalidInputError({ path: ["items"], expected: "a whole number of units ≥ 0" }));
  }

  duplicates(ids: IdColumn): void {
    this.mustHaveRows(idCount(ids), "orderIds");
    for (let i = 0; i < this.rows; i++) {
      if (this.refused?.[i]) continue;
      const id = "indices" in ids ? ids.dictionary[ids.indices[i]!] : ids[i];
      if (id === undefined || id === null || id === "" || (typeof id === "number" && !Number.isSafeInteger(id)))
        this.refuse(i, new InvalidInputError({ path: ["id"], expected: "a text that is not empty" }));
      else if (!this.facts.claimId("order", String(id))) this.refuse(i, duplicateOrder());
    }
  }

  /** Hands the rows set aside to the facts, by index, and what rounding took from the others. */
  finish(): void {
    for (const { row, rounding } of this.roundings) if (!this.refused?.[row]) this.facts.enter(rounding);
    for (const [index, error] of [...this.errors].sort(([a], [b]) => a - b))
      this.facts.refused.push({ index, code: error.code, error });
  }

  private refuse(row: number, error: CrmError): void {
    const located = atPath(error, [...this.prefix, row]);
    if (this.facts.context.mode === "strict") throw located;
    this.refused ??= new Uint8Array(this.rows);
    if (this.refused[row]) return;
    this.refused[row] = 1;
    this.errors.set(row, located);
  }

  private mustHaveRows(length: number | undefined, name: string): void {
    if (length !== this.rows)
      throw new InvalidInputError({ path: [...this.prefix, name], expected: "as many rows as customerIds" });
  }
}

const MS_PER_UNIT: Readonly<Record<TimeUnit, number>> = {
  second: 1000,
  millisecond: 1,
  microsecond: 1e-3,
  nanosecond: 1e-6,
  day: 86_400_000,
};
const MIN_DAY = -719162;
const MAX_DAY = 2932896;
const MIN_MS = MIN_DAY * 86_400_000;
const MAX_MS = MAX_DAY * 86_400_000 + 86_399_999;

/** Milliseconds since 1970; the column itself where it holds them. */
function millisecondsOf(times: TimeColumn, unit: TimeUnit): Float64Array {
  if (Array.isArray(times))
    return Float64Array.from(times as readonly Date[], (at: Date | null) => at?.getTime?.() ?? Number.NaN);
  if (times instanceof Float64Array && unit === "millisecond") return times;
  return Float64Array.from(times as ArrayLike<number | bigint>, (count) => milliseconds(count, unit));
}

function milliseconds(count: number | bigint, unit: TimeUnit): number {
  // A 64-bit count of nanoseconds is past the safe integers.
  if (unit === "nanosecond" && typeof count === "bigint")
    return Number((count - (((count % 1_000_000n) + 1_000_000n) % 1_000_000n)) / 1_000_000n);
  return Math.floor(Number(count) * MS_PER_UNIT[unit]);
}

function noCustomer(): NoCustomerError {
  return new NoCustomerError({ path: ["customerId"], expected: "the id of a customer" });
}

function negative(path: readonly string[]): InvalidAmountError {
  return new InvalidAmountError({ path, expected: "an amount ≥ 0" });
}

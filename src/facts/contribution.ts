import {
  type AmountInput,
  AmountOutOfRangeError,
  type AmountReader,
  CurrencyMismatchError,
  checkDay,
  Decimal,
  InvalidAmountError,
  InvalidInputError,
  InvalidInstantError,
  instantMs,
  minorDigits,
  parseDecimal,
  type ValuePath,
} from "../kernel/index.js";
import type { DayEntry } from "./day-table.js";
import { NoCustomerError, OrderAfterNowError } from "./errors.js";
import type { FactsContext } from "./options.js";
import type { FactsRow, OrderSummary, OrderWithLines, RefundRow } from "./order-row.js";
import { refundKey } from "./refund-key.js";

/** What one row adds to its customer's facts. */
export interface Contribution {
  readonly kind: "order" | "refund";
  readonly id: string;
  readonly customerId: string;
  /** Epoch day of the order; `undefined` for a refund and for an order that counts nothing. */
  readonly day: number | undefined;
  /** What the order adds to its day: items, gross and discount, money in minor units. */
  readonly order: DayEntry;
  /** What the refunds add to their keys, minor units. */
  readonly refunds: readonly { readonly key: number; readonly entry: DayEntry }[];
}

/** Reads an amount ≥ 0 in the facts' currency. */
type Read = (amount: AmountInput, path: ValuePath) => number;

const NOTHING: DayEntry = { count: 0, sums: [] };
const NO_REFUNDS: Contribution["refunds"] = [];
const AT_GROSS = ["gross"];
const AT_PLACED = ["placedAt"];

/** Reads a row: checks it whole, and changes nothing but the reader's rounding.
 * @throws When the row is not fit to count, a {@link CrmError} whose path starts at the row.
 */
export function contributionOf(row: FactsRow, context: FactsContext, reader: AmountReader): Contribution {
  mustBeObject(row, []);
  const { id, customerId } = row;
  if (typeof id !== "string" || id === "") throw new InvalidInputError({ path: ["id"], expected: notEmpty });
  if (customerId === undefined || customerId === null || customerId === "")
    throw new NoCustomerError({ path: ["customerId"], expected: "the id of a customer" });
  if (typeof customerId !== "string") throw new InvalidInputError({ path: ["customerId"], expected: notEmpty });
  if (!("refundedAt" in row)) return { kind: "order", id, customerId, ...orderPart(row, context, reader) };
  const day = dayOf(row.refundedAt, ["refundedAt"], context, context.nowMs);
  const read = amountsOf(row.currency, row.refundedAt, context, reader);
  const refund = refundEntry(refundKey(day, undefined), row, row.taxIncluded ?? false, context, read, []);
  return { kind: "refund", id, customerId, day: undefined, order: NOTHING, refunds: [refund] };
}

const orderStatuses: readonly string[] = ["pending", "paid", "fulfilled", "completed", "cancelled"];
const notEmpty = "a text that is not empty";

function orderPart(
  row: OrderWithLines | OrderSummary,
  context: FactsContext,
  reader: AmountReader,
): Pick<Contribution, "day" | "order" | "refunds"> {
  const day = dayOf(row.placedAt, AT_PLACED, context, context.nowMs);
  const read = amountsOf(row.currency, row.placedAt, context, reader);
  const taxIncluded = row.taxIncluded ?? false;
  let items = 0;
  let gross = 0;
  let discount = row.discount == null ? 0 : read(row.discount, ["discount"]);
  let tax = row.tax == null ? 0 : read(row.tax, ["tax"]);
  const shipping = row.shipping == null ? 0 : read(row.shipping, ["shipping"]);
  if ("lines" in row && row.lines != null) {
    if ("gross" in row) throw new InvalidInputError({ path: AT_GROSS, expected: "no gross beside lines" });
    listOf(row.lines, ["lines"]).forEach((line, i) => {
      const at = (name: string) => ["lines", i, name];
      items += wholeItems(line.quantity, at("quantity"));
      gross += read(line.amount, at("amount"));
      if (line.discount != null) discount += read(line.discount, at("discount"));
      if (line.tax != null) tax += read(line.tax, at("tax"));
    });
  } else {
    const { gross: whole, items: count } = row as OrderSummary;
    gross = read(whole, AT_GROSS);
    if (count != null) items = wholeItems(count, ["items"]);
  }
  gross = counted(gross, tax, shipping, taxIncluded, context, []);
  const refunds =
    row.refunds == null || row.refunds.length === 0
      ? NO_REFUNDS
      : listOf(row.refunds, ["refunds"]).map((refund, i) => {
          const path = ["refunds", i];
          const own = dayOf(refund.refundedAt, [...path, "refundedAt"], context, Number.POSITIVE_INFINITY);
          return refundEntry(refundKey(own, day), refund, taxIncluded, context, read, path);
        });
  if (row.status != null && !orderStatuses.includes(row.status))
    throw new InvalidInputError({ path: ["status"], expected: `one of ${orderStatuses.join(", ")}` });
  if (row.status === "cancelled") return { day: undefined, order: NOTHING, refunds: NO_REFUNDS };
  return { day, order: { count: 1, sums: [items, gross, discount] }, refunds };
}

function refundEntry(
  key: number,
  refund: RefundRow,
  taxIncluded: boolean,
  context: FactsContext,
  read: Read,
  path: ValuePath,
): Contribution["refunds"][number] {
  const amount = read(refund.amount, [...path, "amount"]);
  const tax = refund.tax == null ? 0 : read(refund.tax, [...path, "tax"]);
  const shipping = refund.shipping == null ? 0 : read(refund.shipping, [...path, "shipping"]);
  return { key, entry: { count: 1, sums: [counted(amount, tax, shipping, taxIncluded, context, path)] } };
}

/** The money that counts. Tax adds itself where it counts and lies outside, and goes off where it does not and lies inside. */
function counted(
  merchandise: number,
  tax: number,
  shipping: number,
  taxIncluded: boolean,
  { spend }: FactsContext,
  path: ValuePath,
): number {
  const sum = merchandise + (spend.tax === taxIncluded ? 0 : spend.tax ? tax : -tax) + (spend.shipping ? shipping : 0);
  if (Math.max(merchandise, tax, sum) > Number.MAX_SAFE_INTEGER)
    throw new AmountOutOfRangeError({ path, expected: "at most 2^53 − 1 minor units a customer" });
  if (taxIncluded && tax > merchandise)
    throw new InvalidAmountError({ path: [...path, "tax"], expected: "no more tax than the amount" });
  return sum;
}

function amountsOf(currency: string | undefined, at: Date, context: FactsContext, reader: AmountReader): Read {
  const rate = currency == null || currency === context.currency ? undefined : rateOf(currency, at, context);
  return (amount, path) => {
    const minor = reader.read(rate === undefined ? amount : converted(amount, rate, path), path);
    if (minor < 0 || (minor === 0 && Number(amount) < 0))
      throw new InvalidAmountError({ path, expected: "an amount ≥ 0" });
    return minor;
  };
}

/** The product to 40 decimals, as many as an amount may have. */
function converted(amount: AmountInput, rate: Decimal, path: ValuePath): Decimal {
  return parseDecimal(amount, path).times(rate).toDecimalPlaces(40);
}

function rateOf(currency: string, at: Date, context: FactsContext): Decimal {
  minorDigits(currency);
  const rate = context.rates?.(currency, at);
  if (rate === undefined)
    throw new CurrencyMismatchError({
      path: ["currency"],
      expected: `${context.currency}, or a rate for that currency`,
    });
  // A rate may be a quotient with more digits than an amount.
  const decimal = Decimal.isDecimal(rate) ? new Decimal(rate) : parseDecimal(rate, ["rates"]);
  if (decimal.isFinite() && decimal.greaterThan(0)) return decimal;
  throw new InvalidAmountError({ path: ["rates"], expected: "a finite rate above 0" });
}

function dayOf(instant: Date, path: ValuePath, context: FactsContext, nowMs: number): number {
  if (typeof instant === "number") throw new InvalidInstantError({ path, expected: "a Date" });
  const ms = instantMs(instant, path);
  if (ms > nowMs) throw new OrderAfterNowError({ path, expected: "an instant up to now" });
  return checkDay(context.zone.dayOf(ms), path);
}

function wholeItems(items: number, path: ValuePath): number {
  if (Number.isSafeInteger(items) && items >= 0) return items;
  throw new InvalidInputError({ path, expected: "a whole number of units ≥ 0" });
}

function listOf<T>(list: readonly T[], path: ValuePath): readonly T[] {
  if (!Array.isArray(list)) throw new InvalidInputError({ path, expected: "a list" });
  list.forEach((each, i) => {
    mustBeObject(each, [...path, i]);
  });
  return list;
}

function mustBeObject(value: unknown, path: ValuePath): void {
  if (typeof value !== "object" || value === null) throw new InvalidInputError({ path, expected: "an object" });
}

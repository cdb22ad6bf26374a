import {
  type AmountInput,
  type AmountReader,
  CurrencyMismatchError,
  type Decimal,
  InvalidAmountError,
  InvalidInputError,
  InvalidInstantError,
  minorDigits,
  parseDecimal,
  type ValuePath,
} from "../kernel/index.js";
import type { DayEntry } from "./day-table.js";
import { NoCustomerError, OrderAfterNowError } from "./errors.js";
import type { FactsContext } from "./options.js";
import type { FactsRow, OrderSummary, OrderWithLines, RefundRow, StandAloneRefund } from "./order-row.js";
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

type Read = (amount: AmountInput, path: ValuePath) => number;

const NOTHING: DayEntry = { count: 0, sums: [] };
const NO_REFUNDS: Contribution["refunds"] = [];
const AT_GROSS = ["gross"];
const AT_DISCOUNT = ["discount"];
const AT_TAX = ["tax"];
const AT_SHIPPING = ["shipping"];
const AT_PLACED = ["placedAt"];

/** Reads a row: checks it whole, and changes nothing but the reader's rounding.
 * @throws When the row is not fit to count, a {@link CrmError} whose path starts at the row.
 */
export function contributionOf(row: FactsRow, context: FactsContext, reader: AmountReader): Contribution {
  if (typeof row !== "object" || row === null) throw new InvalidInputError({ expected: "an order or a refund" });
  if (typeof row.id !== "string" || row.id === "")
    throw new InvalidInputError({ path: ["id"], expected: "a text that is not empty" });
  if (row.customerId === undefined || row.customerId === null || row.customerId === "")
    throw new NoCustomerError({ path: ["customerId"], expected: "the id of a customer" });
  if (typeof row.customerId !== "string")
    throw new InvalidInputError({ path: ["customerId"], expected: "a text that is not empty" });
  return "refundedAt" in row ? refundContribution(row, context, reader) : orderContribution(row, context, reader);
}

function refundContribution(row: StandAloneRefund, context: FactsContext, reader: AmountReader): Contribution {
  const day = dayOf(row.refundedAt, ["refundedAt"], context, context.nowMs);
  const read = amountsOf(row.currency, row.refundedAt, context, reader);
  const minor = refundMinor(row, row.taxIncluded ?? false, context, read, []);
  return {
    kind: "refund",
    id: row.id,
    customerId: row.customerId!,
    day: undefined,
    order: NOTHING,
    refunds: [refundEntry(refundKey(day, undefined), minor)],
  };
}

function orderContribution(
  row: OrderWithLines | OrderSummary,
  context: FactsContext,
  reader: AmountReader,
): Contribution {
  const day = dayOf(row.placedAt, AT_PLACED, context, context.nowMs);
  const read = amountsOf(row.currency, row.placedAt, context, reader);
  const taxIncluded = row.taxIncluded ?? false;
  let items = 0;
  let gross = 0;
  let discount = row.discount === undefined ? 0 : read(row.discount, AT_DISCOUNT);
  let tax = row.tax === undefined ? 0 : read(row.tax, AT_TAX);
  if ("lines" in row) {
    for (let i = 0; i < row.lines.length; i++) {
      const line = row.lines[i]!;
      items += wholeItems(line.quantity, ["lines", i, "quantity"]);
      gross += read(line.amount, ["lines", i, "amount"]);
      if (line.discount !== undefined) discount += read(line.discount, ["lines", i, "discount"]);
      if (line.tax !== undefined) tax += read(line.tax, ["lines", i, "tax"]);
    }
  } else {
    gross = read(row.gross, AT_GROSS);
    if (row.items !== undefined) items = wholeItems(row.items, ["items"]);
  }
  gross += countedExtra(tax, taxIncluded, context);
  if (gross < 0) throw new InvalidAmountError({ path: AT_TAX, expected: "no more tax than the amounts contain" });
  if (row.shipping !== undefined) {
    const shipping = read(row.shipping, AT_SHIPPING);
    if (context.spend.shipping) gross += shipping;
  }
  const refunds =
    row.refunds === undefined || row.refunds.length === 0
      ? NO_REFUNDS
      : row.refunds.map((refund, i) => {
          const path = ["refunds", i];
          const ownDay = dayOf(refund.refundedAt, [...path, "refundedAt"], context, Number.POSITIVE_INFINITY);
          return refundEntry(refundKey(ownDay, day), refundMinor(refund, taxIncluded, context, read, path));
        });
  const counts = row.status !== "cancelled";
  return {
    kind: "order",
    id: row.id,
    customerId: row.customerId!,
    day: counts ? day : undefined,
    order: { count: 1, sums: [items, gross, discount] },
    refunds: counts ? refunds : NO_REFUNDS,
  };
}

function refundEntry(key: number, minor: number): Contribution["refunds"][number] {
  return { key, entry: { count: 1, sums: [minor] } };
}

/** What tax adds to the merchandise amounts: itself where it counts and lies outside, minus itself where it does not count and lies inside. */
function countedExtra(tax: number, taxIncluded: boolean, { spend }: FactsContext): number {
  if (spend.tax) return taxIncluded ? 0 : tax;
  return taxIncluded ? -tax : 0;
}

function refundMinor(
  refund: RefundRow,
  taxIncluded: boolean,
  context: FactsContext,
  read: Read,
  path: ValuePath,
): number {
  const amount = read(refund.amount, [...path, "amount"]);
  const tax = refund.tax === undefined ? 0 : read(refund.tax, [...path, "tax"]);
  const shipping = refund.shipping === undefined ? 0 : read(refund.shipping, [...path, "shipping"]);
  const minor = amount + countedExtra(tax, taxIncluded, context) + (context.spend.shipping ? shipping : 0);
  if (minor < 0) throw new InvalidAmountError({ path: [...path, "tax"], expected: "no more tax than the amount" });
  return minor;
}

/** Reads the amounts of a row in the facts' currency, ≥ 0. */
function amountsOf(currency: string | undefined, at: Date, context: FactsContext, reader: AmountReader): Read {
  const rate = currency === undefined || currency === context.currency ? undefined : rateOf(currency, at, context);
  return (amount, path) => {
    const minor = reader.read(rate === undefined ? amount : parseDecimal(amount, path).times(rate), path);
    if (minor < 0) throw new InvalidAmountError({ path, expected: "an amount ≥ 0" });
    return minor;
  };
}

function rateOf(currency: string, at: Date, context: FactsContext): Decimal {
  minorDigits(currency);
  const rate = context.rates?.(currency, at);
  if (rate === undefined)
    throw new CurrencyMismatchError({
      path: ["currency"],
      expected: `${context.currency}, or a rate for the order's currency on its date`,
    });
  const decimal = parseDecimal(rate, ["rates"]);
  if (!decimal.greaterThan(0)) throw new InvalidAmountError({ path: ["rates"], expected: "a rate above 0" });
  return decimal;
}

function dayOf(instant: Date, path: ValuePath, context: FactsContext, nowMs: number): number {
  if (!(instant instanceof Date) && Object.prototype.toString.call(instant) !== "[object Date]")
    throw new InvalidInstantError({ path, expected: "a Date" });
  const ms = instant.getTime();
  if (Number.isNaN(ms)) throw new InvalidInstantError({ path, expected: "a valid date" });
  if (ms > nowMs) throw new OrderAfterNowError({ path, expected: "an instant up to now" });
  return context.zone.dayOf(ms);
}

function wholeItems(items: number, path: ValuePath): number {
  if (Number.isSafeInteger(items) && items >= 0) return items;
  throw new InvalidInputError({ path, expected: "a whole number of units ≥ 0" });
}

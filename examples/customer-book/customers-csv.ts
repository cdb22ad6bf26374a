import type { BookCustomer } from "./book-data.js";

type Column = Exclude<keyof BookCustomer, "reasons">;

const columns: readonly Column[] = [
  "customerId",
  "name",
  "segment",
  "cell",
  "r",
  "f",
  "m",
  "score",
  "recencyDays",
  "frequency",
  "monetary",
  "currency",
  "orders",
  "purchaseDays",
  "items",
  "gross",
  "discount",
  "refunds",
  "net",
  "averageOrderValue",
  "refundShare",
  "firstDay",
  "lastDay",
  "medianGapDays",
  "nextChangeAt",
];

/** Columns whose text came with the file; the others are made here. */
const foreign: ReadonlySet<Column> = new Set(["customerId", "name"]);

/** The customers as CSV (RFC 4180), with a header; absent values are empty. */
export function customersCsv(customers: readonly BookCustomer[]): string {
  const rows = customers.map((customer) =>
    columns.map((column) => {
      const text = String(customer[column] ?? "");
      return quote(foreign.has(column) ? harmless(text) : text);
    }),
  );
  return `${[columns, ...rows].map((row) => row.join(",")).join("\r\n")}\r\n`;
}

/** Text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

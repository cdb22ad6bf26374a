import { label } from "clientele/words";
import { en } from "clientele/words/en";
import type { Book } from "./book-data.js";
import type { ReadOrders } from "./read-orders.js";

const count = (value: number) => value.toLocaleString("en");
const percent = (share: number | null) => (share === null ? "–" : `${(share * 100).toFixed(1)} %`);

/** One screen on what was read, who the customers are, and where everything went.
 * @param files - paths of the report, the page first
 */
export function summarize(book: Book, orders: ReadOrders, files: readonly string[], seconds: number): string {
  const { totals, currency } = book;
  const segments = book.segments
    .filter(({ customers }) => customers > 0)
    .map(
      ({ segment, customers, customerShare, revenueShare }) =>
        `  ${label(segment, en).padEnd(20)}${count(customers).padStart(7)}${percent(customerShare).padStart(9)}${percent(revenueShare).padStart(11)}`,
    );
  const asOf = `${book.asOf}${book.asOfIsLastDay ? " (the end of the last day in the file)" : ""}`;
  return [
    "",
    `${book.source}: ${count(totals.customers)} customers, ${count(totals.orders)} orders, ${decimals(totals.net)} ${currency} net`,
    `as of ${asOf}, ${book.timeZone}; ${percent(totals.repeatCustomerShare)} of customers came back`,
    ...(orders.note === undefined ? [] : [orders.note]),
    "",
    `  ${"Segment".padEnd(20)}${"Customers".padStart(9)}${"Share".padStart(7)}${"Revenue".padStart(11)}`,
    ...segments,
    "",
    ...reconciled(orders),
    "",
    ...files.map((file) => `  ${file}`),
    "",
    `Done in ${seconds.toFixed(1)} s. Open ${files[0]} in a browser.`,
    "",
  ].join("\n");
}

function reconciled({ reconciliation, rowsReturned, rowsRounded }: ReadOrders): readonly string[] {
  const { rowsRead, rowsUsed, setAside, money } = reconciliation;
  const line = (name: string, rows: number | undefined, amount: string) =>
    `  ${name.padEnd(26)}${(rows === undefined ? "" : count(rows)).padStart(9)}${amount.padStart(20)}`;
  const total = Object.values(setAside).reduce((a, b) => a + b, 0);
  return [
    line("Reconciliation", undefined, money.currency).replace(" ".repeat(9), "    lines"),
    line("read", rowsRead, decimals(money.read)),
    line("= used", rowsUsed, decimals(money.used)),
    line("+ set aside", total, decimals(money.setAside)),
    ...Object.entries(setAside).map(([reason, rows]) => line(`    ${reason}`, rows, "")),
    line("+ rounding, once a line", undefined, decimals(money.rounding)),
    `  ${count(rowsReturned)} used lines are returns; ${count(rowsRounded)} lines were finer than the currency, rounded half up`,
  ];
}

/** Decimal text with its thousands apart. */
function decimals(text: string): string {
  const [whole = "", fraction] = text.split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction === undefined ? "" : `.${fraction}`}`;
}

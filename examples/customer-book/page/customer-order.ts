import type { Book, BookCustomer } from "../book-data.js";
import type { PageState, SortKey } from "./state.js";

type Compare = (a: BookCustomer, b: BookCustomer) => number;

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const ascending: Readonly<Record<SortKey, Compare>> = {
  customer: (a, b) => compareText(a.customerId, b.customerId),
  segment: (a, b) => compareText(a.segment ?? "", b.segment ?? ""),
  scores: (a, b) => compareText(a.cell ?? "", b.cell ?? ""),
  last: (a, b) => compareText(a.lastDay ?? "", b.lastDay ?? ""),
  orders: (a, b) => a.orders - b.orders,
  net: (a, b) => Number(a.net) - Number(b.net),
};

/** The customers that the reader asked for, in the order asked for; equal ones stay as they stand in the book.
 * @returns places in `book.customers`
 */
export function chosenCustomers({ customers }: Book, { search, segment, sort, ascending: up }: PageState): number[] {
  const words = search.trim().toLowerCase();
  const matches = (customer: BookCustomer) =>
    (segment === "" || (customer.segment ?? "none") === segment) &&
    (words === "" || `${customer.customerId} ${customer.name ?? ""}`.toLowerCase().includes(words));
  const places = customers.flatMap((customer, place) => (matches(customer) ? [place] : []));
  const compare = ascending[sort];
  const sign = up ? 1 : -1;
  return places.sort((a, b) => sign * compare(customers[a] as BookCustomer, customers[b] as BookCustomer) || a - b);
}

import type { SetAsideRow } from "../kernel/index.js";
import { type Order, orderSchema } from "./order.js";
import {
  type BulkParseOptions,
  type ParseOptions,
  parseRecord,
  parseRecords,
  type SafeParse,
  safeParseRecord,
} from "./parse.js";

/** Reads an order.
 * @throws When it is not an order: as {@link parseRecord}.
 */
export function parseOrder(row: unknown, options?: ParseOptions): Order {
  return parseRecord(orderSchema, row, options);
}

/** Reads an order, and returns the error instead of throwing it. */
export function safeParseOrder(row: unknown, options?: ParseOptions): SafeParse<Order> {
  return safeParseRecord(orderSchema, row, options);
}

/** Reads many, each an order: the good ones in their order, and those set aside in `collect` mode.
 * @throws When a row is bad and the mode is strict: as {@link parseRecords}.
 */
export function parseOrders(
  rows: Iterable<unknown>,
  options?: BulkParseOptions,
): { readonly orders: Order[]; readonly setAside: readonly SetAsideRow[] } {
  const { records, setAside } = parseRecords(orderSchema, rows, options);
  return { orders: records, setAside };
}

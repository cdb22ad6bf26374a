import type { SetAsideRow } from "../kernel/index.js";
import { type Customer, customerSchema } from "./customer.js";
import {
  type BulkParseOptions,
  type ParseOptions,
  parseRecord,
  parseRecords,
  type SafeParse,
  safeParseRecord,
} from "./parse.js";

/** Reads a customer.
 * @throws When it is not a customer: as {@link parseRecord}.
 */
export function parseCustomer(row: unknown, options?: ParseOptions): Customer {
  return parseRecord(customerSchema, row, options);
}

/** Reads a customer, and returns the error instead of throwing it. */
export function safeParseCustomer(row: unknown, options?: ParseOptions): SafeParse<Customer> {
  return safeParseRecord(customerSchema, row, options);
}

/** Reads many, each a customer: the good ones in their order, and those set aside in `collect` mode.
 * @throws When a row is bad and the mode is strict: as {@link parseRecords}.
 */
export function parseCustomers(
  rows: Iterable<unknown>,
  options?: BulkParseOptions,
): { readonly customers: Customer[]; readonly setAside: readonly SetAsideRow[] } {
  const { records, setAside } = parseRecords(customerSchema, rows, options);
  return { customers: records, setAside };
}

import type { SetAsideRow } from "../kernel/index.js";
import {
  type BulkParseOptions,
  type ParseOptions,
  parseRecord,
  parseRecords,
  type SafeParse,
  safeParseRecord,
} from "./parse.js";
import { type Product, productSchema } from "./product.js";

/** Reads a product.
 * @throws When it is not a product: as {@link parseRecord}.
 */
export function parseProduct(row: unknown, options?: ParseOptions): Product {
  return parseRecord(productSchema, row, options);
}

/** Reads a product, and returns the error instead of throwing it. */
export function safeParseProduct(row: unknown, options?: ParseOptions): SafeParse<Product> {
  return safeParseRecord(productSchema, row, options);
}

/** Reads many, each a product: the good ones in their order, and those set aside in `collect` mode.
 * @throws When a row is bad and the mode is strict: as {@link parseRecords}.
 */
export function parseProducts(
  rows: Iterable<unknown>,
  options?: BulkParseOptions,
): { readonly products: Product[]; readonly setAside: readonly SetAsideRow[] } {
  const { records, setAside } = parseRecords(productSchema, rows, options);
  return { products: records, setAside };
}

import type { SetAsideRow } from "../kernel/index.js";
import {
  type BulkParseOptions,
  type ParseOptions,
  parseRecord,
  parseRecords,
  type SafeParse,
  safeParseRecord,
} from "./parse.js";
import { type Refund, refundSchema } from "./refund.js";

/** Reads a return that stands alone.
 * @throws When it is not a return that stands alone: as {@link parseRecord}.
 */
export function parseRefund(row: unknown, options?: ParseOptions): Refund {
  return parseRecord(refundSchema, row, options);
}

/** Reads a return that stands alone, and returns the error instead of throwing it. */
export function safeParseRefund(row: unknown, options?: ParseOptions): SafeParse<Refund> {
  return safeParseRecord(refundSchema, row, options);
}

/** Reads many, each a return that stands alone: the good ones in their order, and those set aside in `collect` mode.
 * @throws When a row is bad and the mode is strict: as {@link parseRecords}.
 */
export function parseRefunds(
  rows: Iterable<unknown>,
  options?: BulkParseOptions,
): { readonly refunds: Refund[]; readonly setAside: readonly SetAsideRow[] } {
  const { records, setAside } = parseRecords(refundSchema, rows, options);
  return { refunds: records, setAside };
}

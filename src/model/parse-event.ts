import type { SetAsideRow } from "../kernel/index.js";
import { type ActivityEvent, eventSchema } from "./event.js";
import {
  type BulkParseOptions,
  type ParseOptions,
  parseRecord,
  parseRecords,
  type SafeParse,
  safeParseRecord,
} from "./parse.js";

/** Reads an event.
 * @throws When it is not an event: as {@link parseRecord}.
 */
export function parseEvent(row: unknown, options?: ParseOptions): ActivityEvent {
  return parseRecord(eventSchema, row, options);
}

/** Reads an event, and returns the error instead of throwing it. */
export function safeParseEvent(row: unknown, options?: ParseOptions): SafeParse<ActivityEvent> {
  return safeParseRecord(eventSchema, row, options);
}

/** Reads many, each an event: the good ones in their order, and those set aside in `collect` mode.
 * @throws When a row is bad and the mode is strict: as {@link parseRecords}.
 */
export function parseEvents(
  rows: Iterable<unknown>,
  options?: BulkParseOptions,
): { readonly events: ActivityEvent[]; readonly setAside: readonly SetAsideRow[] } {
  const { records, setAside } = parseRecords(eventSchema, rows, options);
  return { events: records, setAside };
}

import type { Ok, Refusal } from "../kernel/index.js";

/** A stored value and the version it was read at. */
export interface Versioned<T> {
  readonly value: T;
  /** A safe integer that grows with every write of the record and never comes again, not after an erasure either. */
  readonly version: number;
}

/** What a write answers.
 *
 * `CONFLICT`: the stored version is not the expected one; nothing was written. `IDEMPOTENCY_CONFLICT`: the key was used
 * for another input; nothing was written.
 */
export type SaveResult =
  | Ok<{ readonly version: number }>
  | Refusal<"CONFLICT", { readonly currentVersion: number | undefined }>
  | Refusal<"IDEMPOTENCY_CONFLICT">;

/** How a record is written. */
export interface SaveOptions {
  /** Names this write, so that it may be sent again when its answer was lost. The same key with the same record and the
   * same expected version gives the first answer again and writes nothing, not after an erasure either; with another
   * input it is refused. Only a write that was done takes its key. Keys are the repository's own.
   */
  readonly key?: string | undefined;
}

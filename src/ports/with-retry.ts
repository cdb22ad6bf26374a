import { InvalidOptionError, type Ok, type Refusal } from "../kernel/index.js";
import type { SaveResult, Versioned } from "./versioned.js";

/** How often a change is tried. */
export interface RetryOptions {
  /** Most attempts, ≥ 1. @defaultValue 5 */
  readonly attempts?: number | undefined;
}

/** What was written at last, or why nothing was. */
export type RetryResult<T> =
  | Ok<{ readonly value: T; readonly version: number; readonly attempts: number }>
  | Refusal<"CONFLICT", { readonly currentVersion: number | undefined; readonly attempts: number }>
  | Refusal<"IDEMPOTENCY_CONFLICT", { readonly attempts: number }>;

/** Reads, changes and writes; reads anew and changes anew where another writer came first.
 * @param read - the record as it is now, or `undefined` where there is none
 * @param change - pure: it may run several times, each time with what was read last
 * @param save - writes with the version that was read
 * @returns what was written, or `CONFLICT` when every attempt met another writer
 * @throws When attempts is not a whole number ≥ 1: {@link InvalidOptionError}. What `read`, `change` or `save` throws
 *   goes through.
 * @example
 * ```ts
 * import { withRetry } from "clientele/ports";
 * let stored = { value: 1, version: 7 };
 * const result = await withRetry(
 *   async () => stored,
 *   (n) => (n ?? 0) + 1,
 *   async (value, expected) => {
 *     if (expected !== stored.version) return { ok: false, reason: "CONFLICT", currentVersion: stored.version };
 *     stored = { value, version: 8 };
 *     return { ok: true, version: 8 };
 *   },
 * );
 * if (!result.ok || result.value !== 2) throw new Error("not written");
 * ```
 */
export async function withRetry<T>(
  read: () => Promise<Versioned<T> | undefined>,
  change: (current: T | undefined) => T,
  save: (next: T, expected: number | undefined) => Promise<SaveResult>,
  options: RetryOptions = {},
): Promise<RetryResult<T>> {
  const { attempts: most = 5 } = options;
  if (!Number.isSafeInteger(most) || most < 1)
    throw new InvalidOptionError({ path: ["attempts"], expected: "a whole number of at least 1" });
  for (let attempts = 1; ; attempts++) {
    const current = await read();
    const value = change(current?.value);
    const saved = await save(value, current?.version);
    if (saved.ok) return { ok: true, value, version: saved.version, attempts };
    if (saved.reason !== "CONFLICT" || attempts === most) return { ...saved, attempts };
  }
}

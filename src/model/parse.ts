import type * as z from "zod";
import {
  type CrmError,
  InvalidInputError,
  InvalidOptionError,
  type Refusal,
  type SetAsideRow,
  type ValuePath,
} from "../kernel/index.js";
import { errorOfIssues } from "./issue-error.js";

/** How one row is read. */
export interface ParseOptions {
  /** What becomes of a key that the schema does not know: an error, so that a misspelt optional key cannot pass for an
   * absent one, or left out. `null` and `undefined` under an unknown key are always left out.
   * @defaultValue `"refuse"`
   */
  readonly unknownKeys?: "refuse" | "strip" | undefined;
}

/** How many rows are read. */
export interface BulkParseOptions extends ParseOptions {
  /** The first bad row ends it with its error, or bad rows are set aside and the good ones used.
   * @defaultValue `"strict"`
   */
  readonly mode?: "strict" | "collect" | undefined;
}

/** A row that was read, or the reason why not. */
export type SafeParse<T> = { readonly ok: true; readonly value: T } | Refusal<string, { readonly error: CrmError }>;

/** Rows that were read, and those set aside: together as many as there were. */
export interface ParsedRecords<T> {
  readonly records: T[];
  readonly setAside: readonly SetAsideRow[];
}

/** Reads one row by any schema: the parsers of each kind, and yours for an extended schema, are this one.
 * @param schema - of the model, or one extended by the shop
 * @param row - as JSON gives it, or with `Date` and `Decimal` in place of text
 * @throws When the row is not of the schema: {@link InvalidInputError}, or the more exact {@link InvalidAmountError},
 *   {@link InvalidInstantError}, {@link UnknownCurrencyError}; `cause` is zod's error with every issue.
 * @example
 * ```ts
 * import * as z from "zod";
 * import { parseRecord, productSchema } from "clientele/model";
 * const teaSchema = productSchema.extend({ leaf: z.enum(["green", "black"]) });
 * const tea = parseRecord(teaSchema, { id: "p1", name: "Longjing", currency: "CNY", leaf: "green" });
 * if (tea.leaf !== "green") throw new Error("lost the shop's own field");
 * ```
 */
export function parseRecord<S extends z.ZodType>(schema: S, row: unknown, options: ParseOptions = {}): z.output<S> {
  const read = readRow(schema, row, checkOptions(options), []);
  if (read.ok) return read.value;
  throw read.error;
}

/** Reads one row by any schema, and returns the error instead of throwing it; see {@link parseRecord}. */
export function safeParseRecord<S extends z.ZodType>(
  schema: S,
  row: unknown,
  options: ParseOptions = {},
): SafeParse<z.output<S>> {
  return readRow(schema, row, checkOptions(options), []);
}

/** Reads many rows by any schema; see {@link parseRecord}.
 * @param rows - any iterable, read once
 * @returns the good rows in their order, and with `mode: "collect"` the bad ones with their errors
 * @throws When a row is bad and the mode is strict: the row's error, its path starting at the row's index.
 */
export function parseRecords<S extends z.ZodType>(
  schema: S,
  rows: Iterable<unknown>,
  options: BulkParseOptions = {},
): ParsedRecords<z.output<S>> {
  const { mode } = checkOptions(options);
  const records: z.output<S>[] = [];
  const setAside: SetAsideRow[] = [];
  let index = 0;
  for (const row of rows) {
    const read = readRow(schema, row, options, [index]);
    if (read.ok) records.push(read.value);
    else if (mode === "collect") setAside.push({ index, code: read.reason, error: read.error });
    else throw read.error;
    index++;
  }
  return { records, setAside };
}

/** Writes what was read back as plain JSON: instants and amounts as text, absent fields left out.
 * @throws When the value is not of the schema: as {@link parseRecord}.
 * @example
 * ```ts
 * import { orderSchema, parseOrder, toJson } from "clientele/model";
 * const order = parseOrder({ id: "o1", placedAt: "2026-11-22T08:00:00+08:00", currency: "CNY", lines: [] });
 * if (toJson(orderSchema, order).placedAt !== "2026-11-22T00:00:00.000Z") throw new Error("another instant");
 * ```
 */
export function toJson<S extends z.ZodType>(schema: S, value: z.output<S>): z.input<S> {
  const written = schema.safeEncode(value);
  if (written.success) return withoutAbsent(written.data) as z.input<S>;
  throw errorOfIssues(written.error, []);
}

function readRow<S extends z.ZodType>(
  schema: S,
  row: unknown,
  options: ParseOptions,
  path: ValuePath,
): SafeParse<z.output<S>> {
  const read = schema.safeParse(row);
  if (!read.success) return refused(errorOfIssues(read.error, path));
  const unknownKey = options.unknownKeys === "strip" ? undefined : findUnknownKey(row, read.data);
  if (unknownKey === undefined) return { ok: true, value: withoutAbsent(read.data) };
  return refused(
    new InvalidInputError({
      path: [...path, ...unknownKey],
      expected: 'no such key (`unknownKeys: "strip"` leaves it out)',
    }),
  );
}

function refused(error: CrmError): SafeParse<never> {
  return { ok: false, reason: error.code, error };
}

/** The path, from here on, of the first key that was given and is nowhere in what was read. */
function findUnknownKey(given: unknown, read: unknown): ValuePath | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  if (!isPlain(read) && !(Array.isArray(read) && Array.isArray(given))) return undefined;
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    const at = Array.isArray(read) ? Number(key) : key;
    if (!Object.hasOwn(read, key)) return [at];
    const found = findUnknownKey(value, (read as Record<string, unknown>)[key]);
    if (found !== undefined) return [at, ...found];
  }
  return undefined;
}

/** The value without keys that are `undefined`; what has none is handed on as it is, and nothing is changed in place. */
function withoutAbsent<T>(value: T): T {
  if (Array.isArray(value)) {
    const items = value.map(withoutAbsent);
    return items.every((item, i) => item === value[i]) ? value : (items as T);
  }
  if (!isPlain(value)) return value;
  const entries = Object.entries(value);
  const kept = entries.flatMap(([key, part]) => (part === undefined ? [] : [[key, withoutAbsent(part)] as const]));
  if (kept.length === entries.length && kept.every(([key, part]) => part === value[key])) return value;
  return Object.fromEntries(kept) as T;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function checkOptions<O extends BulkParseOptions>(options: O): O {
  const { mode = "strict", unknownKeys = "refuse" } = options;
  if (mode !== "strict" && mode !== "collect")
    throw new InvalidOptionError({ path: ["mode"], expected: '"strict" or "collect"' });
  if (unknownKeys !== "refuse" && unknownKeys !== "strip")
    throw new InvalidOptionError({ path: ["unknownKeys"], expected: '"refuse" or "strip"' });
  return options;
}

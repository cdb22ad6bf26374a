import { compareCodePoints, hash32, InvalidInputError, InvalidOptionError } from "../kernel/index.js";
import {
  canonicalText,
  type Page,
  type PageOptions,
  type Repository,
  type SaveOptions,
  type SaveResult,
  type Versioned,
} from "../ports/index.js";
import { copyOf } from "./copy.js";

/** Records of one kind in memory, in the order of their ids by code point. */
export class MemoryRepository<T extends { readonly id: string }> implements Repository<T> {
  private readonly stored = new Map<string, Versioned<T>>();
  private readonly written = new Map<string, { readonly input: string; readonly result: SaveResult }>();
  private sortedIds: readonly string[] | undefined;
  private lastVersion = 0;

  /** @inheritDoc */
  async getMany(ids: readonly string[]): Promise<readonly (Versioned<T> | undefined)[]> {
    return ids.map((id) => this.copyAt(id));
  }

  /** @inheritDoc */
  pages(options: PageOptions = {}): AsyncIterable<Page<T>> {
    return this.pagesWhere(options, () => true);
  }

  /** @inheritDoc */
  async save(record: T, expected: number | undefined, options: SaveOptions = {}): Promise<SaveResult> {
    const { key } = options;
    const input = key === undefined ? "" : fingerprint(canonicalText([record, expected]));
    const earlier = key === undefined ? undefined : this.written.get(key);
    if (earlier !== undefined)
      return earlier.input === input ? { ...earlier.result } : { ok: false, reason: "IDEMPOTENCY_CONFLICT" };

    const before = this.stored.get(record.id);
    if (before?.version !== expected) return { ok: false, reason: "CONFLICT", currentVersion: before?.version };
    const version = ++this.lastVersion;
    const value = copyOf(record);
    this.stored.set(value.id, { value, version });
    if (before === undefined) this.sortedIds = undefined;
    this.onChange(before?.value, value);
    const result: SaveResult = { ok: true, version };
    if (key !== undefined) this.written.set(key, { input, result });
    return { ...result };
  }

  /** @inheritDoc */
  async erase(id: string): Promise<boolean> {
    const before = this.stored.get(id);
    if (before === undefined) return false;
    this.stored.delete(id);
    this.sortedIds = undefined;
    this.onChange(before.value, undefined);
    return true;
  }

  /** Called with the record as it was and as it is, for indexes. */
  protected onChange(_before: T | undefined, _after: T | undefined): void {}

  /** A copy of a record, for handing out. */
  protected copyAt(id: string): Versioned<T> | undefined {
    const found = this.stored.get(id);
    return found && { value: copyOf(found.value), version: found.version };
  }

  /** Pages of the records that fit. */
  protected async *pagesWhere(options: PageOptions, fits: (record: T) => boolean): AsyncGenerator<Page<T>, void> {
    const { limit = 500, signal } = options;
    if (!Number.isSafeInteger(limit) || limit < 1 || limit > 10_000)
      throw new InvalidOptionError({ path: ["limit"], expected: "a whole number from 1 to 10,000" });
    let after = options.after === undefined ? undefined : idOfCursor(options.after);
    for (;;) {
      if (signal?.aborted === true) throw signal.reason;
      const records = this.recordsAfter(after, limit, fits);
      const last = records.at(-1);
      if (last === undefined) return;
      after = last.value.id;
      yield { records, cursor: CURSOR + after };
    }
  }

  private recordsAfter(after: string | undefined, limit: number, fits: (record: T) => boolean): Versioned<T>[] {
    this.sortedIds ??= [...this.stored.keys()].sort(compareCodePoints);
    const ids = this.sortedIds;
    const records: Versioned<T>[] = [];
    for (let i = after === undefined ? 0 : indexBehind(ids, after); i < ids.length && records.length < limit; i++) {
      const id = ids[i]!;
      if (fits(this.stored.get(id)!.value)) records.push(this.copyAt(id)!);
    }
    return records;
  }
}

const CURSOR = "after:";

function idOfCursor(cursor: string): string {
  if (cursor.startsWith(CURSOR)) return cursor.slice(CURSOR.length);
  throw new InvalidInputError({ path: ["after"], expected: "a cursor that a page gave" });
}

/** The index of the first id that comes after the given one, which itself need not be there any more. */
function indexBehind(ids: readonly string[], after: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareCodePoints(ids[middle]!, after) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** 128 bits of a text: enough to know it again, and nothing of it to read. */
function fingerprint(text: string): string {
  return [1, 2, 3, 4].map((seed) => hash32(text, seed).toString(36)).join(".");
}

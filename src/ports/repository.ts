import type { Page, PageOptions } from "./page.js";
import type { SaveOptions, SaveResult, Versioned } from "./versioned.js";

/** Records of one kind, by id. Values go in and out as plain data: an adapter never hands out memory of its own. */
export interface Repository<T extends { readonly id: string }> {
  /** One slot per id, in the order asked, an id asked twice answered twice; `undefined` where unknown. */
  getMany(ids: readonly string[]): Promise<readonly (Versioned<T> | undefined)[]>;

  /** All records, each once, in an order of the adapter's that is total and stays: neither a change of a record nor a
   * new one moves the others. A record that comes while the stream is read may be in it or not.
   */
  pages(options?: PageOptions): AsyncIterable<Page<T>>;

  /** Writes in one step, and only if the stored version is `expected`; `undefined` = must not exist yet. */
  save(record: T, expected: number | undefined, options?: SaveOptions): Promise<SaveResult>;

  /** Forgets a record for good, whatever its version, and all that was kept of it but the keys of its writes.
   * @returns whether there was one
   */
  erase(id: string): Promise<boolean>;
}

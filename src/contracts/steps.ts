import type { Page, PageOptions, Repository, SaveResult, Versioned } from "../ports/index.js";
import { hold, holdEqual } from "./assert.js";

/** Writes a record that must be new, and gives its version. */
export async function create<T extends { readonly id: string }>(repository: Repository<T>, record: T): Promise<number> {
  return written(await repository.save(record, undefined));
}

/** All pages of a repository. */
export async function pagesOf<T extends { readonly id: string }, O extends PageOptions>(
  repository: { pages(options?: O): AsyncIterable<Page<T>> },
  options?: O,
): Promise<readonly Page<T>[]> {
  const pages: Page<T>[] = [];
  for await (const page of repository.pages(options)) pages.push(page);
  return pages;
}

/** The ids of all records on pages. */
export function idsOf<T extends { readonly id: string }>(pages: readonly Page<T>[]): readonly string[] {
  return pages.flatMap(({ records }) => records.map(({ value }) => value.id));
}

/** Changes all that can be changed in a value: instants move, lists grow, fields go. */
export function spoil(value: unknown): void {
  if (value instanceof Date) value.setTime(0);
  else if (Array.isArray(value)) {
    value.forEach(spoil);
    value.push("spoilt");
  } else if (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype)
    for (const key of Object.keys(value)) {
      spoil((value as Record<string, unknown>)[key]);
      (value as Record<string, unknown>)[key] = "spoilt";
    }
}

/** The slot of one id. */
export async function one<T extends { readonly id: string }>(
  repository: Repository<T>,
  id: string,
): Promise<Versioned<T> | undefined> {
  return (await repository.getMany([id]))[0];
}

/** The version of a write that must be done. */
export function written(result: SaveResult): number {
  hold(result.ok, `a write that is done, not ${result.ok ? "" : result.reason}`);
  return result.version;
}

/** Holds a write refused for its version, and the present version told. */
export function conflict(result: SaveResult, currentVersion: number | undefined): void {
  holdEqual(result, { ok: false, reason: "CONFLICT", currentVersion }, "a conflict with the present version");
}

/** What a run throws, or `undefined`. */
export async function reasonOf(run: () => Promise<void>): Promise<unknown> {
  try {
    await run();
  } catch (reason) {
    return reason;
  }
  return undefined;
}

import type { Versioned } from "./versioned.js";

/** What tells a stream to end: an `AbortSignal`, or anything of its shape. */
export interface StopSignal {
  readonly aborted: boolean;
  /** What the stream throws. */
  readonly reason?: unknown;
}

/** How a whole repository is read. */
export interface PageOptions {
  /** The cursor of the last page that was worked off; reading goes on behind it. */
  readonly after?: string | undefined;
  /** Most records a page, 1 to 10,000. @defaultValue 500 */
  readonly limit?: number | undefined;
  /** Looked at before each page; once aborted, the stream throws its reason. */
  readonly signal?: StopSignal | undefined;
}

/** Some records of a stream; never none. */
export interface Page<T> {
  readonly records: readonly Versioned<T>[];
  /** Opaque: pass it as `after` to go on behind this page, in another process if need be. */
  readonly cursor: string;
}

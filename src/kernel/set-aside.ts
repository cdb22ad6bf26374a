import { compareCodePoints } from "./code-points.js";
import type { CrmError } from "./errors.js";

/** A row that was not counted, and why. */
export interface SetAsideRow {
  /** The row's place in the input, from 0. */
  readonly index: number;
  /** The error's own: stable. */
  readonly code: string;
  /** Its path starts at the row's index. */
  readonly error: CrmError;
}

/** How many rows were set aside for each code, by code. */
export function countSetAside(rows: readonly SetAsideRow[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { code } of rows) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => compareCodePoints(a, b)));
}

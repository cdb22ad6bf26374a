import { Decimal } from "../kernel/index.js";

/** One text for all equal inputs: keys by UTF-16 unit, absent keys left out, instants and decimals by their value.
 *
 * What an adapter hashes and keeps beside an idempotency key, to know the same input again. It may hold personal values:
 * keep a hash of it, not the text.
 * @example
 * ```ts
 * import { canonicalText } from "clientele/ports";
 * if (canonicalText({ b: 1, a: undefined, c: [new Date(0)] }) !== canonicalText({ c: [new Date(0)], b: 1 }))
 *   throw new Error("the same input");
 * ```
 */
export function canonicalText(value: unknown): string {
  if (value instanceof Date) return `instant:${value.getTime()}`;
  if (Decimal.isDecimal(value)) return `decimal:${value.toFixed()}`;
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalText(part)}`).join(",")}}`;
  }
  return value === undefined ? "undefined" : JSON.stringify(value);
}

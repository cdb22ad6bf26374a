import { compareCodePoints, Decimal, InvalidInputError, type ValuePath } from "../kernel/index.js";

/** One text for all equal inputs: keys by code point, absent keys left out, instants and decimals by their value.
 *
 * What an adapter hashes and keeps beside an idempotency key, to know the same input again. It may hold personal values:
 * keep a hash of it, not the text.
 * @throws When a number is not finite, or an instant or decimal is none: {@link InvalidInputError}.
 * @example
 * ```ts
 * import { canonicalText } from "clientele/ports";
 * if (canonicalText({ b: 1, a: undefined, c: [new Date(0)] }) !== canonicalText({ c: [new Date(0)], b: 1 }))
 *   throw new Error("the same input");
 * ```
 */
export function canonicalText(value: unknown): string {
  return textAt(value, []);
}

function textAt(value: unknown, path: ValuePath): string {
  if (value instanceof Date) return `instant:${finite(value.getTime(), path)}`;
  if (Decimal.isDecimal(value)) return `decimal:${finite(value, path).toFixed()}`;
  if (Array.isArray(value)) return `[${value.map((item, i) => textAt(item, [...path, i])).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => compareCodePoints(a, b));
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${textAt(part, [...path, key])}`).join(",")}}`;
  }
  if (typeof value === "number") finite(value, path);
  return value === undefined ? "undefined" : JSON.stringify(value);
}

/** A number that has a text of its own: NaN and the infinities would pass for `null`. */
function finite<N extends number | Decimal>(value: N, path: ValuePath): N {
  if (!(typeof value === "number" ? Number.isFinite(value) : value.isFinite()))
    throw new InvalidInputError({ path, expected: "a finite number, amount or instant" });
  return value;
}

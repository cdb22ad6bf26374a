import { Decimal as DecimalJs } from "decimal.js";
import { InvalidAmountError, type ValuePath } from "./errors.js";

/** The library's own decimal.js: 60 significant digits, half up, so that a caller's settings and ours never mix. */
export const Decimal: typeof DecimalJs = DecimalJs.clone({
  precision: 60,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60,
});
/** A decimal number of decimal.js. */
export type Decimal = DecimalJs;

/** An amount as callers have it: text (`"12.40"`), a decimal, or a number taken at its shortest spelling. */
export type AmountInput = string | number | DecimalJs;

const plainDecimal = /^-?\d+(?:\.\d+)?$/;

/** Reads an amount exactly.
 * @param input - text with digits and at most one point (no blanks, no thousands mark, no exponent), a decimal, or a
 *   finite number, which is taken as it is printed: `0.1` is one tenth
 * @param path - where the amount stands in the caller's data, for the error
 * @throws When it is not a finite decimal: {@link InvalidAmountError}.
 */
export function parseDecimal(input: AmountInput, path: ValuePath = []): Decimal {
  if (typeof input === "string" ? plainDecimal.test(input) : isFiniteInput(input)) return new Decimal(input);
  throw new InvalidAmountError({ path, expected: 'a finite decimal such as "12.40"' });
}

function isFiniteInput(input: unknown): boolean {
  return typeof input === "number" ? Number.isFinite(input) : DecimalJs.isDecimal(input) && input.isFinite();
}

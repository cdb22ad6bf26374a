import { Decimal as DecimalJs } from "decimal.js";
import { InvalidAmountError, type ValuePath } from "./errors.js";

/** The library's own decimal.js: 80 significant digits, half up, so that a caller's settings and ours never mix. */
export const Decimal: typeof DecimalJs = DecimalJs.clone({
  precision: 80,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -80,
  toExpPos: 80,
});
/** A decimal number of decimal.js. */
export type Decimal = DecimalJs;

/** An amount as callers have it: text (`"12.40"`), a decimal, or a number taken at its shortest spelling. */
export type AmountInput = string | number | DecimalJs;

// Amounts within these limits, and the sums of ten thousand millions of them, are exact in the 80 digits.
const WHOLE_DIGITS = 30;
const DECIMAL_PLACES = 40;
const plainDecimal = /^-?\d+(?:\.\d+)?$/;

/** Reads an amount exactly.
 * @param input - text with digits and at most one point (no blanks, no thousands mark, no exponent), a decimal, or a
 *   finite number, which is taken as it is printed: `0.1` is one tenth
 * @param path - where the amount stands in the caller's data, for the error
 * @throws When it is not a finite decimal, or has more than 30 digits before the point or 40 after it:
 *   {@link InvalidAmountError}.
 */
export function parseDecimal(input: AmountInput, path: ValuePath = []): Decimal {
  if (!(typeof input === "string" ? plainDecimal.test(input) : isFiniteInput(input)))
    throw new InvalidAmountError({ path, expected: 'a finite decimal such as "12.40"' });
  const amount = new Decimal(input);
  if (amount.e < WHOLE_DIGITS && amount.decimalPlaces() <= DECIMAL_PLACES) return amount;
  throw new InvalidAmountError({ path, expected: "at most 30 digits before the point and 40 after it" });
}

function isFiniteInput(input: unknown): boolean {
  return typeof input === "number" ? Number.isFinite(input) : DecimalJs.isDecimal(input) && input.isFinite();
}

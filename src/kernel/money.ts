import { minorDigits } from "./currency.js";
import { type AmountInput, Decimal, parseDecimal } from "./decimal.js";
import { AmountOutOfRangeError, CurrencyMismatchError, InvalidAmountError, type ValuePath } from "./errors.js";

/** An exact amount of one currency. */
export interface Money {
  /** In major units, never finer than the currency. */
  readonly amount: Decimal;
  /** ISO 4217. */
  readonly currency: string;
}

/** An amount that entered, in whole minor units, and what rounding it once took away or added. */
export interface EnteredAmount {
  /** Whole minor units: cents, or yen. */
  readonly minor: bigint;
  /** What was entered minus what is kept, in major units: exact, zero where nothing was rounded. */
  readonly rounding: Decimal;
}

/** An amount in a currency, rounded half up (away from zero) where it is finer than the currency.
 * @param amount - major units
 * @param currency - an ISO 4217 code
 * @throws When the amount is not finite: {@link InvalidAmountError}; when the code is not known:
 *   {@link UnknownCurrencyError}.
 * @example
 * ```ts
 * import { money } from "clientele/kernel";
 * if (money("12.345", "CNY").amount.toFixed() !== "12.35") throw new Error("not half up");
 * ```
 */
export function money(amount: AmountInput, currency: string): Money {
  return { amount: parseDecimal(amount, ["amount"]).toDecimalPlaces(minorDigits(currency)), currency };
}

/** The sum of amounts of one currency; exact.
 * @throws When currencies differ: {@link CurrencyMismatchError}.
 */
export function addMoney(first: Money, ...others: readonly Money[]): Money {
  const amount = others.reduce((sum, { amount, currency }, i) => {
    if (currency !== first.currency)
      throw new CurrencyMismatchError({
        path: [i + 1, "currency"],
        expected: `${first.currency}, as the first amount`,
      });
    return sum.plus(amount);
  }, new Decimal(first.amount)); // a caller's own decimal.js may keep fewer digits
  return { amount, currency: first.currency };
}

/** What is left of an amount when another is taken from it; exact.
 * @throws When currencies differ: {@link CurrencyMismatchError}.
 */
export function subtractMoney(from: Money, taken: Money): Money {
  return addMoney(from, { amount: taken.amount.negated(), currency: taken.currency });
}

/** The amount as text with all its minor digits, and the currency: `"12.40 CNY"`. */
export function formatMoney({ amount, currency }: Money): string {
  return `${amount.toFixed(minorDigits(currency))} ${currency}`;
}

/** Rounds an entering amount once, half up, and states the difference.
 * @param amount - major units
 * @param digits - the currency's minor digits, see {@link minorDigits}
 * @throws When the amount is not finite: {@link InvalidAmountError}.
 */
export function enterAmount(amount: AmountInput, digits: number, path: ValuePath = []): EnteredAmount {
  const exact = parseDecimal(amount, path);
  const kept = exact.toDecimalPlaces(digits);
  return { minor: BigInt(kept.times(10 ** digits).toFixed(0)), rounding: exact.minus(kept) };
}

/** The decimal amount of whole minor units.
 * @param minor - whole minor units
 * @param digits - the currency's minor digits
 */
export function majorAmount(minor: number | bigint, digits: number): Decimal {
  return new Decimal(String(minor)).dividedBy(10 ** digits);
}

/** Whole minor units written in major units, with all minor digits: `majorText(1240, 2)` is `"12.40"`. */
export function majorText(minor: number | bigint, digits: number): string {
  const negative = minor < 0;
  const text = String(minor)
    .slice(negative ? 1 : 0)
    .padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  return `${negative ? "-" : ""}${whole}${digits === 0 ? "" : `.${text.slice(-digits)}`}`;
}

/** Whole minor units as a safe integer, the form columns hold.
 * @throws When past 2^53 − 1 either way: {@link AmountOutOfRangeError}.
 */
export function safeMinor(minor: number | bigint, path: ValuePath = []): number {
  const value = Number(minor);
  if (Number.isSafeInteger(value)) return value;
  throw new AmountOutOfRangeError({ path, expected: "at most 2^53 − 1 minor units either way" });
}

/** The exact sum of whole minor units, however large: a number while it is safe, BigInt past 2^53.
 * @param minors - safe integers
 * @throws When one is not a safe integer: {@link InvalidAmountError}.
 */
export function sumMinor(minors: Iterable<number>): number | bigint {
  let spilled = 0n;
  let sum = 0;
  for (const minor of minors) {
    const next = sum + minor;
    if (Number.isSafeInteger(next)) sum = next;
    else if (!Number.isSafeInteger(minor))
      throw new InvalidAmountError({ expected: "whole minor units, a safe integer" });
    else {
      spilled += BigInt(sum);
      sum = minor;
    }
  }
  const total = spilled + BigInt(sum);
  return Number.isSafeInteger(Number(total)) ? Number(total) : total;
}

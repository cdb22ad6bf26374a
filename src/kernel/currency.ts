import { CURRENCIES_BY_DIGITS } from "./currency.data.js";
import { UnknownCurrencyError, type ValuePath } from "./errors.js";

const digitsByCode = new Map(
  Object.entries(CURRENCIES_BY_DIGITS).flatMap(([digits, codes]) => codes.split(" ").map((code) => [code, +digits])),
);

/** How many minor digits a currency has: JPY 0, CNY 2, KWD 3.
 * @param currency - an ISO 4217 code in upper case
 * @param path - where the code stands in the caller's data, for the error
 * @throws When the code is not an active currency: {@link UnknownCurrencyError}.
 * @example
 * ```ts
 * import { minorDigits } from "clientele/kernel";
 * if (minorDigits("KWD") !== 3) throw new Error("wrong digits");
 * ```
 */
export function minorDigits(currency: string, path: ValuePath = ["currency"]): number {
  const digits = digitsByCode.get(currency);
  if (digits === undefined) throw new UnknownCurrencyError({ path, expected: "an ISO 4217 code such as CNY" });
  return digits;
}

/** Whether a text is an active ISO 4217 code, in upper case. */
export function isCurrency(code: string): boolean {
  return digitsByCode.has(code);
}

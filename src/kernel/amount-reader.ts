import { type AmountInput, Decimal } from "./decimal.js";
import { InvalidAmountError, type ValuePath } from "./errors.js";
import { enterAmount, safeMinor } from "./money.js";

const ZERO = 48;
const POINT = 46;
const MINUS = 45;

/** Reads many amounts of one currency into safe integers, and keeps what rounding them took away. */
export interface AmountReader {
  /** Reads one amount: whole minor units, rounded once, half up.
   * @throws When it is not a finite decimal: {@link InvalidAmountError}; when it is past 2^53 − 1 minor units:
   *   {@link AmountOutOfRangeError}.
   */
  read(amount: AmountInput, path?: ValuePath): number;
  /** What was read minus what was kept, so far, in major units: exact. */
  rounding(): Decimal;
  /** How many amounts were finer than the currency, so far. */
  readonly roundedCount: number;
}

/** A reader for amounts with this many minor digits.
 *
 * Plain texts of up to 15 digits, nearly all there are, are read without a decimal object in between; the rest goes
 * through decimal.js. Both give the same.
 */
export function amountReader(digits: number): AmountReader {
  const scale = 10 ** digits;
  let rounding = new Decimal(0);
  let roundedCount = 0;

  const readExactly = (amount: AmountInput, path: ValuePath): number => {
    const entered = enterAmount(amount, digits, path);
    const minor = safeMinor(entered.minor, path);
    if (!entered.rounding.isZero()) {
      rounding = rounding.plus(entered.rounding);
      roundedCount++;
    }
    return minor;
  };

  return {
    read(amount, path = []) {
      if (typeof amount === "number") {
        if (Number.isInteger(amount) && Math.abs(amount) <= 1e11) return amount * scale + 0;
        if (!Number.isFinite(amount)) throw new InvalidAmountError({ path, expected: "a finite amount" });
      } else if (typeof amount === "string") {
        const minor = readShort(amount, digits);
        if (minor !== undefined) return minor;
      }
      return readExactly(amount, path);
    },
    rounding: () => rounding,
    get roundedCount() {
      return roundedCount;
    },
  };
}

/** Whole minor units of a short plain text that needs no rounding; `undefined` for every other text. */
function readShort(text: string, digits: number): number | undefined {
  const length = text.length;
  if (length === 0 || length > 15) return undefined;
  const negative = text.charCodeAt(0) === MINUS;
  let value = 0;
  let decimals = -1;
  const first = negative ? 1 : 0;
  for (let i = first; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === POINT) {
      if (decimals >= 0 || i === first || i === length - 1) return undefined;
      decimals = 0;
      continue;
    }
    const digit = code - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    if (decimals >= 0) {
      if (decimals === digits) {
        if (digit !== 0) return undefined;
        continue;
      }
      decimals++;
    }
    value = value * 10 + digit;
  }
  if (first === length) return undefined;
  for (let d = Math.max(decimals, 0); d < digits; d++) value *= 10;
  if (value > Number.MAX_SAFE_INTEGER) return undefined;
  return negative && value !== 0 ? -value : value;
}

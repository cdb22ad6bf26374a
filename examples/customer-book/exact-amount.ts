/** A decimal number without loss: `units` of one 10^-`scale` each. `12.40` is `{ units: 1240n, scale: 2 }`. */
export interface ExactAmount {
  readonly units: bigint;
  /** Digits after the point, ≥ 0. */
  readonly scale: number;
}

const decimalText = /^([+-]?\d{1,30})(?:\.(\d{1,30}))?$/;

/** Reads a decimal as it is written; `undefined` where the text is none (`"NaN"`, `"1,2"`, an exponent, nothing). */
export function readAmount(text: string): ExactAmount | undefined {
  const match = decimalText.exec(text);
  if (match === null) return undefined;
  const [, whole = "", fraction = ""] = match;
  return { units: BigInt(`${whole.startsWith("+") ? whole.slice(1) : whole}${fraction}`), scale: fraction.length };
}

/** Exact product: a quantity times a unit price. */
export function multiplyAmounts(a: ExactAmount, b: ExactAmount): ExactAmount {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** The amount in whole minor units, half up (away from zero) where it is finer than the currency.
 * @param digits - the currency's minor digits
 */
export function roundToMinor({ units, scale }: ExactAmount, digits: number): bigint {
  if (scale <= digits) return units * 10n ** BigInt(digits - scale);
  const divisor = 10n ** BigInt(scale - digits);
  const half = divisor / 2n;
  return (units < 0n ? units - half : units + half) / divisor;
}

/** Whether the amount has a part smaller than the currency's minor unit.
 * @param digits - the currency's minor digits
 */
export function isFinerThan({ units, scale }: ExactAmount, digits: number): boolean {
  return scale > digits && units % 10n ** BigInt(scale - digits) !== 0n;
}

/** A running total without loss, whatever scales meet in it. A collector: `add` changes it. */
export interface ExactTotal {
  add(amount: ExactAmount): void;
  /** The total as decimal text with at least this many digits after the point and no further trailing zeros. */
  toText(digits: number): string;
  /** The total itself. */
  total(): ExactAmount;
}

/** An empty {@link ExactTotal}. */
export function exactTotal(): ExactTotal {
  const sums: bigint[] = [];
  const total = (): ExactAmount => {
    const scale = Math.max(sums.length - 1, 0);
    let units = 0n;
    sums.forEach((sum, s) => {
      units += sum * 10n ** BigInt(scale - s);
    });
    return { units, scale };
  };
  return {
    add({ units, scale }) {
      while (sums.length <= scale) sums.push(0n);
      sums[scale] = (sums[scale] as bigint) + units;
    },
    total,
    toText: (digits) => amountText(total(), digits),
  };
}

/** Decimal text with at least `digits` digits after the point and no further trailing zeros. */
export function amountText({ units, scale }: ExactAmount, digits: number): string {
  const padded = scale < digits ? units * 10n ** BigInt(digits - scale) : units;
  const places = Math.max(scale, digits);
  const text = String(padded < 0n ? -padded : padded).padStart(places + 1, "0");
  const whole = text.slice(0, text.length - places);
  let fraction = places === 0 ? "" : text.slice(-places);
  while (fraction.length > digits && fraction.endsWith("0")) fraction = fraction.slice(0, -1);
  return `${padded < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

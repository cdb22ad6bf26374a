import { InvalidAmountError } from "./errors.js";

/** Splits whole minor units by weights and keeps every one of them (largest remainder, Hamilton's method).
 *
 * Each part first takes the whole units of its exact share, towards zero; the units left over go one each to the parts with the
 * largest remainders, ties to the earlier index. All is BigInt inside: no size is too large. A negative total is split
 * as its absolute value and negated.
 * @param total - whole minor units, a safe integer or a BigInt
 * @param weights - finite and ≥ 0, whole or not (0.1 is one tenth, as it is printed); where all are zero the parts are split
 *   evenly; a zero weight among others takes nothing
 * @returns one BigInt a weight, in their order; they sum to `total`; empty for no weights and a total of zero
 * @throws When a weight is negative or not finite, the total is not a whole number, or there is no weight to give a
 *   total to: {@link InvalidAmountError}.
 * @see Hare–Niemeyer quota method
 * @example
 * ```ts
 * import { allocate } from "clientele/kernel";
 * if (allocate(100, [1, 1, 1]).join() !== "34,33,33") throw new Error("lost a cent");
 * ```
 */
export function allocate(total: number | bigint, weights: readonly (number | bigint)[]): readonly bigint[] {
  if (typeof total === "number" && !Number.isSafeInteger(total))
    throw new InvalidAmountError({ path: ["total"], expected: "whole minor units, a safe integer or a BigInt" });
  const whole = BigInt(total);
  if (weights.length === 0 && whole === 0n) return [];
  if (weights.length === 0) throw new InvalidAmountError({ path: ["weights"], expected: "at least one weight" });
  if (whole < 0n) return allocate(-whole, weights).map((part) => -part);

  const given = wholeWeights(weights);
  const shares = given.every((weight) => weight === 0n) ? given.map(() => 1n) : given;
  const sum = shares.reduce((a, b) => a + b, 0n);
  const parts = shares.map((share) => (whole * share) / sum);
  const left = Number(whole - parts.reduce((a, b) => a + b, 0n));
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: (whole * share) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1n;
  return parts;
}

/** The weights as whole numbers in the same proportions; a number counts at its shortest spelling, as amounts do. */
function wholeWeights(weights: readonly (number | bigint)[]): readonly bigint[] {
  const decimals = weights.map((weight, i) => {
    if (typeof weight === "bigint" ? weight < 0n : !(weight >= 0 && weight < Number.POSITIVE_INFINITY))
      throw new InvalidAmountError({ path: ["weights", i], expected: "a finite weight ≥ 0" });
    return typeof weight === "bigint" ? { mantissa: weight, places: 0 } : asDecimal(weight);
  });
  const places = decimals.reduce((most, decimal) => Math.max(most, decimal.places), 0);
  return decimals.map((decimal) => decimal.mantissa * 10n ** BigInt(places - decimal.places));
}

function asDecimal(weight: number): { readonly mantissa: bigint; readonly places: number } {
  if (Number.isSafeInteger(weight)) return { mantissa: BigInt(weight), places: 0 };
  const [digits = "", exponent] = weight.toExponential().split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  return { mantissa: BigInt(whole + fraction), places: fraction.length - Number(exponent) };
}

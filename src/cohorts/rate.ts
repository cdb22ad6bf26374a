/** A share of a whole, `undefined` of nothing: never NaN. */
export function rateOf(numerator: number, denominator: number): number | undefined {
  return denominator === 0 ? undefined : numerator / denominator;
}

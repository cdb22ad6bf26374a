/** ln 2 in two parts, the first short enough that small multiples of it are exact. */
const LN2_HIGH = 0.693145751953125;
const LN2_LOW = 1.4286068203094173e-6;

/** Natural logarithm by + − × ÷ alone: the same bits on every runtime, which `Math.log` does not promise.
 * @param x - above 0; of 0 it is −∞
 */
export function ln(x: number): number {
  if (x === 0) return Number.NEGATIVE_INFINITY;
  let mantissa = x;
  let exponent = 0;
  for (; mantissa > Math.SQRT2; exponent++) mantissa /= 2;
  for (; mantissa < Math.SQRT1_2; exponent--) mantissa *= 2;
  // ln m = 2 artanh((m − 1)/(m + 1)), and the quotient is at most 0.172.
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let series = 0;
  for (let k = 21; k >= 1; k -= 2) series = series * square + 1 / k;
  return 2 * s * series + exponent * LN2_LOW + exponent * LN2_HIGH;
}

/** e to the power of x by + − × ÷ alone: the same bits on every runtime. */
export function exp(x: number): number {
  if (x < -745) return 0;
  if (x > 709) return Number.POSITIVE_INFINITY;
  const halvings = Math.round(x / Math.LN2);
  const rest = x - halvings * LN2_HIGH - halvings * LN2_LOW;
  let series = 1;
  for (let k = 14; k >= 1; k--) series = 1 + (rest * series) / k;
  for (let k = 0; k < halvings; k++) series *= 2;
  for (let k = 0; k > halvings; k--) series /= 2;
  return series;
}

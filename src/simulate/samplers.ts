import { InvalidOptionError, type Random } from "../kernel/index.js";
import { exp, ln } from "./logarithm.js";

/** Draws from the exponential distribution.
 * @param rate - above 0; the mean is `1 / rate`
 * @throws When the rate is not above 0: {@link InvalidOptionError}.
 */
export function sampleExponential(random: Random, rate: number): number {
  mustBePositive(rate, "rate");
  return -ln(1 - random()) / rate;
}

/** Draws from the standard normal distribution: mean 0, variance 1.
 * @see G. Marsaglia, T. A. Bray, A convenient method for generating normal variables (1964), the polar method
 */
export function sampleNormal(random: Random): number {
  for (;;) {
    const x = 2 * random() - 1;
    const y = 2 * random() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * ln(square)) / square);
  }
}

/** Draws from the gamma distribution.
 * @param shape - above 0
 * @param rate - above 0; the mean is `shape / rate`, the variance `shape / rate²`
 * @throws When a parameter is not above 0: {@link InvalidOptionError}.
 * @see G. Marsaglia, W. W. Tsang, A simple method for generating gamma variables (2000), with its boost for shapes
 *   below 1
 * @example
 * ```ts
 * import { seededRandom } from "clientele/kernel";
 * import { sampleGamma } from "clientele/simulate";
 * if (!(sampleGamma(seededRandom("a"), 2, 0.5) > 0)) throw new Error("not above 0");
 * ```
 */
export function sampleGamma(random: Random, shape: number, rate: number): number {
  mustBePositive(shape, "shape");
  mustBePositive(rate, "rate");
  if (shape < 1) return sampleGamma(random, shape + 1, rate) * exp(ln(1 - random()) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = sampleNormal(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (ln(1 - random()) < 0.5 * x * x + d - d * v + d * ln(v)) return (d * v) / rate;
  }
}

/** Draws from the beta distribution.
 * @param a - above 0
 * @param b - above 0; the mean is `a / (a + b)`
 * @throws When a parameter is not above 0: {@link InvalidOptionError}.
 */
export function sampleBeta(random: Random, a: number, b: number): number {
  const x = sampleGamma(random, a, 1);
  const y = sampleGamma(random, b, 1);
  // Both vanish only where a and b are tiny: nearly all weight then lies on the two ends.
  if (x + y === 0) return random() < a / (a + b) ? 1 : 0;
  return x / (x + y);
}

/** Draws from the Poisson distribution. Costs time in proportion to the mean.
 * @param mean - ≥ 0, also the variance
 * @throws When the mean is negative or not finite: {@link InvalidOptionError}.
 */
export function samplePoisson(random: Random, mean: number): number {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY))
    throw new InvalidOptionError({ path: ["mean"], expected: "a finite number ≥ 0" });
  let count = 0;
  // A sum of Poisson numbers is one: taken in parts, none so large that e^−mean loses digits.
  for (let left = mean; left > 0; left -= 16) {
    const bound = exp(-Math.min(left, 16));
    for (let product = 1 - random(); product > bound; product *= 1 - random()) count++;
  }
  return count;
}

/** Draws an index in proportion to its weight.
 * @param weights - ≥ 0, at least one above 0
 * @throws When no weight is above 0: {@link InvalidOptionError}.
 */
export function sampleIndex(random: Random, weights: readonly number[]): number {
  const sum = weights.reduce((a, b) => a + b, 0);
  mustBePositive(sum, "weights");
  let left = random() * sum;
  let last = 0;
  for (const [index, weight] of weights.entries()) {
    if (weight <= 0) continue;
    last = index;
    left -= weight;
    if (left < 0) return index;
  }
  return last;
}

function mustBePositive(value: number, name: string): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY))
    throw new InvalidOptionError({ path: [name], expected: "a finite number above 0" });
}

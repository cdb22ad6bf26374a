import { Decimal, sumMinor } from "../kernel/index.js";

/** Ascending cuts of whole values: the score is one more than the number of cuts that a value exceeds.
 *
 * Values are whole numbers (days, orders, minor units), so every convention has exact cuts: a value exceeds a fraction
 * exactly if it exceeds its floor.
 */
export interface ScoreCuts {
  /** A cut of `-Infinity` is exceeded by all. Fewer than levels − 1 where a convention drops classes. */
  readonly cuts: readonly number[];
  /** The edges as the convention states them, in the unit of the values. */
  readonly edges: readonly Decimal[];
}

/** Mid-rank percentile: p = (below + ties / 2) / n, score = min(bins, ⌊bins × p⌋ + 1), in whole numbers throughout.
 * @param sorted - ascending
 */
export function midRankCuts(sorted: Float64Array, bins: number): ScoreCuts {
  const n = sorted.length;
  const cuts: number[] = [];
  let previous = Number.NEGATIVE_INFINITY;
  for (let below = 0; below < n; ) {
    const value = sorted[below]!;
    const end = upperBound(sorted, value, below);
    const score = Math.min(bins, Math.floor((bins * (below + end)) / (2 * n)) + 1);
    while (cuts.length < score - 1) cuts.push(previous);
    previous = value;
    below = end;
  }
  return { cuts, edges: cuts.filter(Number.isFinite).map((cut) => new Decimal(cut)) };
}

/** Quantiles of type 7 (R, NumPy): linear between the order statistics at h = (n − 1)p. A value must exceed them.
 * @param sorted - ascending, not empty
 * @param distinct - drop edges equal to another edge, the least and the greatest value included
 */
export function quantileCuts(sorted: Float64Array, bins: number, distinct: boolean): ScoreCuts {
  let edges = quantiles(sorted, bins);
  if (distinct) {
    const least = BigInt(sorted[0]!) * BigInt(bins);
    const most = BigInt(sorted[sorted.length - 1]!) * BigInt(bins);
    edges = edges.filter((edge, k) => edge !== least && edge !== most && edge !== edges[k - 1]);
  }
  return { cuts: edges.map((edge) => floorOf(edge, bins)), edges: edges.map((edge) => quotient(edge, bins)) };
}

/** Edges quantile + `one`: a value must reach them.
 * @param one - one unit of the measure, in the unit of the values: 1 day, 1 order, 100 cents
 */
export function plusOneCuts(sorted: Float64Array, bins: number, one: number): ScoreCuts {
  const edges = quantiles(sorted, bins).map((edge) => edge + BigInt(one) * BigInt(bins));
  // value ≥ edge is value > ⌈edge⌉ − 1, and ⌈a / b⌉ − 1 = ⌊(a − 1) / b⌋ for whole a.
  return { cuts: edges.map((edge) => floorOf(edge - 1n, bins)), edges: edges.map((edge) => quotient(edge, bins)) };
}

/** The arithmetic mean as the one cut, its sum exact. */
export function meanCut(values: Float64Array, rounding: "exceeds" | "reaches"): ScoreCuts {
  const sum = BigInt(sumMinor(values));
  const n = values.length;
  const cut = floorOf(rounding === "exceeds" ? sum : sum - 1n, n);
  return { cuts: [cut], edges: [quotient(sum, n)] };
}

/** The median (mean of the middle two) as the one cut. */
export function medianCut(sorted: Float64Array): ScoreCuts {
  return quantileCuts(sorted, 2, false);
}

/** The score of a value. */
export function scoreOf(value: number, cuts: readonly number[]): number {
  let score = 1;
  for (const cut of cuts) if (value > cut) score++;
  return score;
}

/** Interior quantiles, each times `bins`: whole numbers. */
function quantiles(sorted: Float64Array, bins: number): readonly bigint[] {
  return Array.from({ length: bins - 1 }, (_, i) => {
    const position = (sorted.length - 1) * (i + 1);
    const low = Math.floor(position / bins);
    const lower = BigInt(sorted[low]!);
    const upper = BigInt(sorted[Math.min(low + 1, sorted.length - 1)]!);
    return lower * BigInt(bins) + (upper - lower) * BigInt(position % bins);
  });
}

function quotient(numerator: bigint, denominator: number): Decimal {
  return new Decimal(String(numerator)).dividedBy(denominator);
}

function floorOf(numerator: bigint, denominator: number): number {
  const d = BigInt(denominator);
  const quotient = numerator / d;
  return Number(numerator % d < 0n ? quotient - 1n : quotient);
}

/** First place after a run of equal values: doubling, then halving, so that many small runs cost little. */
function upperBound(sorted: Float64Array, value: number, from: number): number {
  let step = 1;
  while (from + step < sorted.length && sorted[from + step] === value) step *= 2;
  let low = from + Math.floor(step / 2);
  let high = Math.min(from + step, sorted.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] === value) low = middle + 1;
    else high = middle;
  }
  return low;
}

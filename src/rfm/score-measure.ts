import { Decimal, parseDecimal } from "../kernel/index.js";
import { meanCut, medianCut, midRankCuts, plusOneCuts, quantileCuts, type ScoreCuts, scoreOf } from "./score-cuts.js";
import type { RfmScoring, ThresholdScoring } from "./scoring.js";

/** One measure to score. */
export interface MeasureToScore {
  readonly name: "recencyDays" | "frequency" | "monetary";
  readonly values: Float64Array;
  /** One unit of the measure in the unit of its values: 1, or the minor units of one major unit. */
  readonly one: number;
}

/** The scores of a measure, and the edges between them. */
export interface ScoredMeasure {
  /** 1 to levels, 5 (or the top) is best: few days, many orders, much money. */
  readonly scores: Uint8Array;
  /** In the unit of the values, ascending; empty where there is none. */
  readonly edges: readonly Decimal[];
  /** The score of one value, where it does not depend on its row. */
  readonly scoreAt: ((value: number) => number) | undefined;
}

/** Scores a measure. Recency is scored on days, then mirrored. */
export function scoreMeasure(measure: MeasureToScore, scoring: RfmScoring, levels: number): ScoredMeasure {
  const { name, values } = measure;
  if (values.length === 0) return { scores: new Uint8Array(0), edges: [], scoreAt: undefined };
  const mirrors = name === "recencyDays";
  if (scoring.by === "quantiles" && scoring.ties === "input-order")
    return { scores: ntile(values, levels, mirrors), edges: [], scoreAt: undefined };
  const { cuts, edges } = cutsOf(measure, scoring, levels);
  const classes = scoring.by === "quantiles" && scoring.ties === "right-closed-distinct" ? cuts.length + 1 : levels;
  const scoreAt = mirrors
    ? (value: number) => classes + 1 - scoreOf(value, cuts)
    : (value: number) => scoreOf(value, cuts);
  const scores = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) scores[i] = scoreAt(values[i]!);
  return { scores, edges, scoreAt };
}

function cutsOf(measure: MeasureToScore, scoring: RfmScoring, levels: number): ScoreCuts {
  const { name, values, one } = measure;
  if (scoring.by === "thresholds") return thresholdCuts(measure, scoring);
  // The mean for recency: fewer days than the mean is high, so the mean itself already counts as exceeded.
  if (scoring.by === "split" && scoring.at === "mean")
    return meanCut(values, name === "recencyDays" ? "reaches" : "exceeds");
  const sorted = Float64Array.from(values).sort();
  if (scoring.by === "split") return medianCut(sorted);
  switch (scoring.ties ?? "mid-rank") {
    case "right-closed":
      return quantileCuts(sorted, levels, false);
    case "right-closed-distinct":
      return quantileCuts(sorted, levels, true);
    case "half-open-plus-one":
      return plusOneCuts(sorted, levels, one);
    default:
      return midRankCuts(sorted, levels);
  }
}

function thresholdCuts({ name, one }: MeasureToScore, scoring: ThresholdScoring): ScoreCuts {
  if (name !== "monetary") {
    const edges = scoring[name].map((edge) => new Decimal(edge));
    return { cuts: scoring[name].map((edge) => (name === "frequency" ? Math.ceil(edge) - 1 : edge)), edges };
  }
  const edges = scoring.monetary.map((edge, i) => parseDecimal(edge, ["scores", "monetary", i]).times(one));
  return { cuts: edges.map((edge) => edge.ceil().toNumber() - 1), edges };
}

/** SQL's NTILE: the first n mod levels buckets get one row more, ties as the rows stand. */
function ntile(values: Float64Array, levels: number, mirrors: boolean): Uint8Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
  const size = Math.floor(values.length / levels);
  const larger = values.length % levels;
  const scores = new Uint8Array(values.length);
  order.forEach((row, place) => {
    const inLarger = larger * (size + 1);
    const bucket =
      place < inLarger ? Math.floor(place / (size + 1)) : larger + Math.floor((place - inLarger) / Math.max(1, size));
    scores[row] = mirrors ? levels - bucket : bucket + 1;
  });
  return scores;
}

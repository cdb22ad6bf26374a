import { type AmountInput, InvalidOptionError } from "../kernel/index.js";

/** How equal values and class edges are treated when scores are quantiles.
 *
 * - `"mid-rank"`: p = (count below + half of the ties) / n, score = min(bins, ⌊bins × p⌋ + 1). Equal customers always
 *   get equal scores, whatever the row order.
 * - `"right-closed"`: the score counts the quantiles (type 7, as R and NumPy) that the value exceeds.
 * - `"right-closed-distinct"`: the same with equal edges dropped, so that top scores may be missing (pandas `qcut`).
 * - `"half-open-plus-one"`: the score counts the edges quantile + 1 that the value reaches (R's `rfm`, after SPSS).
 * - `"input-order"`: SQL `NTILE`: ties are split in the order of the facts' rows.
 */
export type TieRule = "mid-rank" | "right-closed" | "right-closed-distinct" | "half-open-plus-one" | "input-order";

/** Scores by where a customer stands among the others. Changes when others change, so no `nextChangeAt` is given. */
export interface QuantileScoring {
  readonly by: "quantiles";
  /** @defaultValue `"mid-rank"` */
  readonly ties?: TieRule;
}

/** Scores by fixed edges, the same for everybody: one edge fewer than the map has levels, ascending. */
export interface ThresholdScoring {
  readonly by: "thresholds";
  /** Whole days; a customer whose days are at most the first edge is most recent. */
  readonly recencyDays: readonly number[];
  /** A customer reaches a score with this many orders (or purchase days). */
  readonly frequency: readonly number[];
  /** A customer reaches a score with this much, major units. */
  readonly monetary: readonly AmountInput[];
}

/** High and low by the middle of all customers.
 *
 * `"mean"`: strictly above the mean is high, for recency strictly fewer days. `"median"`: frequency and spend strictly
 * above the median, recency at most the median.
 */
export interface SplitScoring {
  readonly by: "split";
  readonly at: "mean" | "median";
}

/** How measures become scores. */
export type RfmScoring = QuantileScoring | ThresholdScoring | SplitScoring;

const tieRules: readonly string[] = [
  "mid-rank",
  "right-closed",
  "right-closed-distinct",
  "half-open-plus-one",
  "input-order",
] satisfies TieRule[];

/** Checks that a scoring is well formed and gives as many scores as the map has levels.
 * @throws When it does not: {@link InvalidOptionError}.
 */
export function checkScoring(scoring: RfmScoring, levels: number): void {
  if (scoring.by === "quantiles") {
    if (scoring.ties !== undefined && !tieRules.includes(scoring.ties))
      throw new InvalidOptionError({ path: ["scores", "ties"], expected: `one of ${tieRules.join(", ")}` });
  } else if (scoring.by === "split") {
    if (scoring.at !== "mean" && scoring.at !== "median")
      throw new InvalidOptionError({ path: ["scores", "at"], expected: "mean or median" });
    if (levels !== 2)
      throw new InvalidOptionError({ path: ["scores", "by"], expected: "a map of 2 levels for a split" });
  } else if (scoring.by === "thresholds") {
    checkEdges(scoring.recencyDays, "recencyDays", levels);
    checkEdges(scoring.frequency, "frequency", levels);
    checkEdges(scoring.monetary.map(Number), "monetary", levels);
  } else throw new InvalidOptionError({ path: ["scores", "by"], expected: "quantiles, thresholds or split" });
}

function checkEdges(edges: readonly number[], name: string, levels: number): void {
  if (edges.length !== levels - 1)
    throw new InvalidOptionError({ path: ["scores", name], expected: `${levels - 1} edges for ${levels} levels` });
  edges.forEach((edge, i) => {
    if (!Number.isFinite(edge) || (i > 0 && edge <= edges[i - 1]!))
      throw new InvalidOptionError({ path: ["scores", name, i], expected: "finite edges, ascending" });
  });
}

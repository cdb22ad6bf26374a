import { type CustomerFacts, type Facts, FactsMismatchError } from "../facts/index.js";
import {
  type Duration,
  InvalidOptionError,
  majorAmount,
  minorDigits,
  TimeZoneMismatchError,
  zoneOf,
} from "../kernel/index.js";
import { firstDaySeen } from "./look-back.js";
import { type MeasureOptions, type Measures, measuresOf } from "./measures.js";
import { nextChangeDay } from "./next-change.js";
import { reasonsOf } from "./reasons.js";
import type { Rfm, RfmColumns, RfmRow } from "./rfm.js";
import { type ScoredMeasure, scoreMeasure } from "./score-measure.js";
import { checkScoring, type RfmScoring } from "./scoring.js";
import { cellsOf, checkSegmentMap, type RfmSegmentMap } from "./segment-map.js";
import { segmentTotals } from "./segment-totals.js";
import { rfmSegments11 } from "./segments-11.data.js";

/** How customers are scored. */
export interface RfmOptions extends MeasureOptions {
  /** Scores are as of the local day of this instant, the whole day included. */
  readonly now: Date;
  /** The facts' zone. */
  readonly timeZone: string;
  /** @defaultValue `rfmSegments11` */
  readonly segments?: RfmSegmentMap;
  /** @defaultValue quantiles with mid-rank ties; for a map of two levels a split at the mean */
  readonly scores?: RfmScoring;
  /** Look only at the days from here back, the exact start included. @defaultValue all history */
  readonly lookBack?: Duration;
  /** Weights of the combined score, ≥ 0, not all zero. @defaultValue 1 each */
  readonly weights?: { readonly r: number; readonly f: number; readonly m: number };
}

/** Scores every customer's recency, frequency and spend, and names their segment.
 *
 * F is the number of orders and M the net sum over all history up to `now`, unless asked otherwise. O(n log n) in the
 * customers; nothing is computed twice for a row that is asked again but its reasons.
 * @param facts - collected in the same zone
 * @returns scores in typed arrays, and one customer's with reasons on asking. Customers without an order are counted as
 *   unscored
 * @throws When the zone is another than the facts': {@link TimeZoneMismatchError}; when an option does not fit:
 *   {@link InvalidOptionError}; when the map is not a partition: {@link InvalidSegmentMapError}; when `now` is not a
 *   valid date: {@link InvalidInstantError}; when a customer's sum is past 2^53 − 1: {@link AmountOutOfRangeError}. Asking
 *   a row of a look-back under thresholds after the facts were changed: {@link FactsMismatchError}.
 * @see Hughes, Strategic Database Marketing, 1994
 * @example
 * ```ts
 * import { collectFacts } from "clientele/facts";
 * import { scoreRfm } from "clientele/rfm";
 * const when = { now: new Date("2026-11-22T00:00:00Z"), timeZone: "Asia/Shanghai" };
 * const facts = collectFacts(
 *   [{ id: "o1", customerId: "c42", placedAt: new Date("2026-11-20T10:00:00Z"), gross: "12.40" }],
 *   { currency: "CNY", timeZone: when.timeZone },
 * );
 * if (scoreRfm(facts, when).of("c42")?.recencyDays !== 2) throw new Error("wrong recency");
 * ```
 */
export function scoreRfm(facts: Facts, options: RfmOptions): Rfm {
  const { now, timeZone, lookBack, weights = { r: 1, f: 1, m: 1 } } = options;
  const { currency } = facts.definition;
  const map = checkSegmentMap(options.segments ?? rfmSegments11);
  const scoring = options.scores ?? (map.levels === 2 ? { by: "split", at: "mean" } : { by: "quantiles" });
  checkScoring(scoring, map.levels);
  checkWeights(weights);
  if (timeZone !== facts.definition.timeZone)
    throw new TimeZoneMismatchError({ path: ["timeZone"], expected: "the zone that the facts were collected in" });

  const zone = zoneOf(timeZone);
  const today = facts.dayOf(now);
  const digits = minorDigits(currency);
  const one = 10 ** digits;
  const fromDay = lookBack === undefined ? undefined : firstDaySeen(today, lookBack);
  const totals = facts.columns(fromDay === undefined ? { now } : { now, fromDay });
  const measures = measuresOf(totals, today, options);
  const scoreOne = (name: keyof Omit<Measures, "index">, unit: number) =>
    scoreMeasure({ name, values: measures[name], one: unit }, scoring, map.levels);
  const scored = { r: scoreOne("recencyDays", 1), f: scoreOne("frequency", 1), m: scoreOne("monetary", one) };
  const columns: RfmColumns = {
    ...measures,
    r: scored.r.scores,
    f: scored.f.scores,
    m: scored.m.scores,
    segment: segmentColumn(map, scored),
  };
  const segmentIds = map.segments.map(({ id }) => id);
  const { revision } = facts;
  let placeOf: Int32Array | undefined;

  const cell = (r: number, f: number, m: number) => (map.measures === "rfm" ? `${r}${f}${m}` : `${r}${f}`);
  const row = (place: number): RfmRow => {
    const [r, f, m] = [columns.r[place]!, columns.f[place]!, columns.m[place]!];
    const segment = segmentIds[columns.segment[place]!]!;
    const customerId = facts.customerId(columns.index[place]!);
    return {
      customerId,
      recencyDays: columns.recencyDays[place]!,
      frequency: columns.frequency[place]!,
      monetary: majorAmount(columns.monetary[place]!, digits),
      r,
      f,
      m,
      score: (r * weights.r + f * weights.f + m * weights.m) / (weights.r + weights.f + weights.m),
      cell: cell(r, f, m),
      segment,
      reasons: reasonsOf(
        columns,
        place,
        { segment, cell: cell(r, f, m), levels: map.levels, digits, currency },
        options,
      ),
      nextChangeAt: nextChangeAt(customerId, place),
    };
  };
  const nextChangeAt = (customerId: string, place: number): Date | undefined => {
    if (scoring.by !== "thresholds") return undefined;
    const day = nextChangeDay({
      lastDay: today - columns.recencyDays[place]!,
      today,
      recencyDays: scoring.recencyDays,
      window: lookBack && { lookBack, facts: historyOf(customerId) },
      options,
      cellAt: (recencyDays, counts) =>
        `${scored.r.scoreAt!(recencyDays)}${counts && `${scored.f.scoreAt!(counts.frequency)}${scored.m.scoreAt!(counts.monetary)}`}`,
      one,
    });
    return day === undefined ? undefined : zone.startOfDay(day);
  };
  const historyOf = (customerId: string): CustomerFacts => {
    if (facts.revision !== revision)
      throw new FactsMismatchError({ expected: "facts unchanged since they were scored" });
    return facts.of(customerId, { now })!;
  };
  const placeOfCustomer = (customerId: string): number | undefined => {
    const index = facts.indexOf(customerId);
    placeOf ??= places(columns.index, totals.orders.length);
    const place = index === undefined ? -1 : (placeOf[index] ?? -1);
    return place < 0 ? undefined : place;
  };

  return {
    size: columns.index.length,
    unscored: facts.size - columns.index.length,
    currency,
    segmentIds,
    columns,
    edges: {
      recencyDays: scored.r.edges.map(Number),
      frequency: scored.f.edges.map(Number),
      monetary: scored.m.edges.map((edge) => edge.dividedBy(one)),
    },
    of(customerId) {
      const place = placeOfCustomer(customerId);
      return place === undefined ? undefined : row(place);
    },
    segmentOf(customerId) {
      const place = placeOfCustomer(customerId);
      return place === undefined ? undefined : segmentIds[columns.segment[place]!];
    },
    *segmentOfEach() {
      for (let place = 0; place < columns.index.length; place++)
        yield [facts.customerId(columns.index[place]!), segmentIds[columns.segment[place]!]!];
    },
    *rows() {
      for (let place = 0; place < columns.index.length; place++) yield row(place);
    },
    segments: () => segmentTotals(segmentIds, columns, digits),
  };
}

function checkWeights({ r, f, m }: { readonly r: number; readonly f: number; readonly m: number }): void {
  const sum = r + f + m;
  if (!(r >= 0 && f >= 0 && m >= 0 && sum > 0 && Number.isFinite(sum)))
    throw new InvalidOptionError({ path: ["weights"], expected: "finite weights ≥ 0, not all zero" });
}

/** Place of each customer's segment in the map, by a table of all cells. */
function segmentColumn(
  map: RfmSegmentMap,
  { r, f, m }: { readonly r: ScoredMeasure; readonly f: ScoredMeasure; readonly m: ScoredMeasure },
): Uint16Array {
  const { levels } = map;
  const placeOfCell = new Map(map.segments.flatMap(({ cells }, place) => cells.map((cell) => [cell, place])));
  const table = Uint16Array.from(cellsOf(map), (cell) => placeOfCell.get(cell)!);
  const segment = new Uint16Array(r.scores.length);
  for (let i = 0; i < segment.length; i++) {
    const rf = (r.scores[i]! - 1) * levels + f.scores[i]! - 1;
    segment[i] = table[map.measures === "rfm" ? rf * levels + m.scores[i]! - 1 : rf]!;
  }
  return segment;
}

function places(index: Int32Array, customers: number): Int32Array {
  const placeOf = new Int32Array(customers).fill(-1);
  index.forEach((customer, place) => {
    placeOf[customer] = place;
  });
  return placeOf;
}

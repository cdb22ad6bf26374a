import { InvalidSegmentMapError } from "./errors.js";

/** A segment of an RFM map: the cells that belong to it. */
export interface RfmSegment {
  /** Lower-kebab. Its names are in `clientele/words`. */
  readonly id: string;
  /** Cells such as `"543"`: a digit a measure, in the order of the map's measures; 1 is lowest. */
  readonly cells: readonly string[];
}

/** A partition of the RFM cells into segments, as data. */
export interface RfmSegmentMap {
  readonly version: 1;
  readonly id: string;
  /** The measures a cell is made of, in order. */
  readonly measures: "rfm" | "rf";
  /** Scores a measure has: 5, or 2 for high and low. 2 to 9. */
  readonly levels: number;
  readonly segments: readonly RfmSegment[];
}

/** A rule of ranges: both ends belong to it; a measure left out takes every score. */
export interface RfmSegmentRange {
  readonly id: string;
  readonly r?: readonly [from: number, to: number];
  readonly f?: readonly [from: number, to: number];
  readonly m?: readonly [from: number, to: number];
}

/** All cells of a map in ascending order: `"111"`, `"112"`, … */
export function cellsOf({ measures, levels }: Pick<RfmSegmentMap, "measures" | "levels">): readonly string[] {
  const scores = Array.from({ length: levels }, (_, i) => String(i + 1));
  return [...measures].reduce<string[]>((cells) => cells.flatMap((cell) => scores.map((s) => cell + s)), [""]);
}

/** Checks that a map is total and disjoint, and gives it back.
 * @throws When a cell has no segment or two, or is not a cell of the map: {@link InvalidSegmentMapError}.
 */
export function checkSegmentMap(map: RfmSegmentMap): RfmSegmentMap {
  if (!Number.isInteger(map.levels) || map.levels < 2 || map.levels > 9)
    throw new InvalidSegmentMapError({ path: ["levels"], expected: "a whole number from 2 to 9" });
  if (map.measures !== "rfm" && map.measures !== "rf")
    throw new InvalidSegmentMapError({ path: ["measures"], expected: "rfm or rf" });
  const free = new Set(cellsOf(map));
  const ids = new Set<string>();
  map.segments.forEach(({ id, cells }, s) => {
    if (ids.has(id)) throw new InvalidSegmentMapError({ path: ["segments", s, "id"], expected: "an id of its own" });
    ids.add(id);
    cells.forEach((cell, c) => {
      if (!free.delete(cell))
        throw new InvalidSegmentMapError({
          path: ["segments", s, "cells", c],
          expected: "a cell of the map that no other segment takes",
        });
    });
  });
  if (free.size > 0)
    throw new InvalidSegmentMapError({
      path: ["segments"],
      expected: `a segment for every cell, ${[...free].slice(0, 5).join(", ")} included`,
    });
  return map;
}

/** A map from rules of ranges: the first rule that holds takes the cell, and what none takes goes to `otherwise`.
 * @param options - the rules in order; `levels` 5 where not given
 * @returns a checked map, total and disjoint
 * @throws When an id appears twice: {@link InvalidSegmentMapError}.
 */
export function segmentsFromRanges(options: {
  readonly id: string;
  readonly rules: readonly RfmSegmentRange[];
  readonly otherwise: string;
  readonly levels?: number;
}): RfmSegmentMap {
  const { id, rules, otherwise, levels = 5 } = options;
  const cells = new Map<string, string[]>([...rules.map((rule) => rule.id), otherwise].map((name) => [name, []]));
  for (const cell of cellsOf({ measures: "rfm", levels })) {
    const [r, f, m] = [...cell].map(Number) as [number, number, number];
    const rule = rules.find((each) => inRange(r, each.r) && inRange(f, each.f) && inRange(m, each.m));
    cells.get(rule?.id ?? otherwise)!.push(cell);
  }
  const segments = [...cells].map(([name, taken]) => ({ id: name, cells: taken }));
  return checkSegmentMap({ version: 1, id, measures: "rfm", levels, segments });
}

function inRange(score: number, range: readonly [number, number] | undefined): boolean {
  return range === undefined || (score >= range[0] && score <= range[1]);
}

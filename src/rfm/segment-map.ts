import { UnknownVersionError } from "../kernel/index.js";
import { InvalidSegmentMapError } from "./errors.js";

/** A customer who has no score on a date that others are scored on. */
export const UNSCORED = "unscored";

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
  if (map?.version !== 1) throw new UnknownVersionError({ path: ["version"], expected: "version 1" });
  const free = new Set(cellsOf(checkLevels(map)));
  const ids = new Set<string>();
  listOf(map.segments, ["segments"]).forEach((segment, s) => {
    const id = segment?.id;
    const cells = listOf(segment?.cells, ["segments", s, "cells"]);
    // "unscored" is whom rfmMigration counts without a segment.
    if (typeof id !== "string" || id === "" || id === UNSCORED || ids.has(id))
      throw new InvalidSegmentMapError({ path: ["segments", s, "id"], expected: "an id of its own" });
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

/** A map drawn as a grid: for every cell, in ascending order, the place of its segment in the list as a digit of base 36.
 * @param drawing - blanks in the grid only group it; `levels` 5 where not given
 */
export function segmentsFromGrid(drawing: {
  readonly id: string;
  readonly measures: RfmSegmentMap["measures"];
  readonly levels?: number;
  readonly segments: readonly string[];
  readonly grid: string;
}): RfmSegmentMap {
  const { id, measures, levels = 5, segments, grid } = drawing;
  const places = grid.replace(/\s/g, "");
  const cells = cellsOf({ measures, levels });
  const cellsAt = (place: number) => cells.filter((_, c) => Number.parseInt(places[c]!, 36) === place);
  return { version: 1, id, measures, levels, segments: segments.map((name, s) => ({ id: name, cells: cellsAt(s) })) };
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
  const grid = cellsOf(checkLevels({ measures: "rfm", levels }));
  rules.forEach((rule, i) => {
    if (rules.findIndex((other) => other.id === rule.id) !== i)
      throw new InvalidSegmentMapError({ path: ["rules", i, "id"], expected: "an id of its own" });
    for (const [name, range] of Object.entries(rule)) if (name !== "id") checkRange(name, range, levels, i);
  });
  const cells = new Map<string, string[]>([...rules.map((rule) => rule.id), otherwise].map((name) => [name, []]));
  for (const cell of grid) {
    const [r, f, m] = [...cell].map(Number) as [number, number, number];
    const rule = rules.find((each) => inRange(r, each.r) && inRange(f, each.f) && inRange(m, each.m));
    cells.get(rule?.id ?? otherwise)!.push(cell);
  }
  const segments = [...cells].map(([name, taken]) => ({ id: name, cells: taken }));
  return checkSegmentMap({ version: 1, id, measures: "rfm", levels, segments });
}

function checkLevels<G extends Pick<RfmSegmentMap, "measures" | "levels">>(grid: G): G {
  if (!Number.isInteger(grid.levels) || grid.levels < 2 || grid.levels > 9)
    throw new InvalidSegmentMapError({ path: ["levels"], expected: "a whole number from 2 to 9" });
  if (grid.measures !== "rfm" && grid.measures !== "rf")
    throw new InvalidSegmentMapError({ path: ["measures"], expected: "rfm or rf" });
  return grid;
}

function checkRange(name: string, range: unknown, levels: number, rule: number): void {
  const [from, to] = Array.isArray(range) ? range : [];
  const isRange = Number.isInteger(from) && Number.isInteger(to) && from >= 1 && from <= to && to <= levels;
  if (!["r", "f", "m"].includes(name) || !isRange)
    throw new InvalidSegmentMapError({ path: ["rules", rule, name], expected: `r, f or m from 1 to ${levels}` });
}

function listOf<T>(list: readonly T[] | undefined, path: readonly (string | number)[]): readonly T[] {
  if (Array.isArray(list)) return list;
  throw new InvalidSegmentMapError({ path, expected: "a list" });
}

function inRange(score: number, range: readonly [number, number] | undefined): boolean {
  return range === undefined || (score >= range[0] && score <= range[1]);
}

import type { Rfm } from "./rfm.js";
import { UNSCORED } from "./segment-map.js";

/** Who moved from which segment to which between two dates. */
export interface RfmMigration {
  /** Segment ids of both dates in the order of the maps, then {@link UNSCORED}. */
  readonly segments: readonly string[];
  /** `counts[from][to]`: customers, by places in `segments`. */
  readonly counts: readonly (readonly number[])[];
  /** Customers in the same segment on both dates. */
  readonly stayed: number;
  /** Customers in another segment, or scored on one date only. */
  readonly moved: number;
}

/** The matrix of who moved where.
 * @param before - scores on the earlier date
 * @param after - scores of the same shop on the later date
 * @returns counts over every customer scored on at least one of the dates
 */
export function rfmMigration(before: Rfm, after: Rfm): RfmMigration {
  const segments = [...new Set([...before.segmentIds, ...after.segmentIds, UNSCORED])];
  const placeOf = new Map(segments.map((id, place) => [id, place]));
  const counts = segments.map(() => segments.map(() => 0));
  const count = (from: string, to: string) => {
    counts[placeOf.get(from)!]![placeOf.get(to)!]! += 1;
  };
  for (const [customerId, segment] of before.segmentOfEach()) count(segment, after.segmentOf(customerId) ?? UNSCORED);
  for (const [customerId, segment] of after.segmentOfEach())
    if (before.segmentOf(customerId) === undefined) count(UNSCORED, segment);
  const all = counts.flat().reduce((sum, n) => sum + n, 0);
  const stayed = counts.reduce((sum, row, place) => sum + row[place]!, 0);
  return { segments, counts, stayed, moved: all - stayed };
}

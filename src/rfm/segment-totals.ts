import { Decimal, majorAmount, sumMinor } from "../kernel/index.js";
import type { RfmColumns, RfmSegmentTotal } from "./rfm.js";

/** Size and money of every segment. */
export function segmentTotals(ids: readonly string[], columns: RfmColumns, digits: number): readonly RfmSegmentTotal[] {
  const customers = ids.map(() => 0);
  const frequency = ids.map(() => 0);
  const minors: number[][] = ids.map(() => []);
  columns.segment.forEach((segment, place) => {
    customers[segment]! += 1;
    frequency[segment]! += columns.frequency[place]!;
    minors[segment]!.push(columns.monetary[place]!);
  });
  const sums = minors.map((values) => majorAmount(sumMinor(values), digits));
  const whole = sums.reduce((a, b) => a.plus(b), new Decimal(0));
  return ids.map((segment, s) => ({
    segment,
    customers: customers[s]!,
    frequency: frequency[s]!,
    monetary: sums[s]!,
    customerShare: columns.segment.length === 0 ? 0 : customers[s]! / columns.segment.length,
    monetaryShare: whole.greaterThan(0) ? sums[s]!.dividedBy(whole).toNumber() : undefined,
  }));
}

/** Sums of whole minor units by place, exact past 2^53: what no longer fits a safe integer spills into a BigInt. */
export class ExactSums {
  private readonly sums: Float64Array;
  private readonly spilled = new Map<number, bigint>();

  /** @param size - how many sums, all zero */
  constructor(size: number) {
    this.sums = new Float64Array(size);
  }

  /** Adds a safe integer to a sum. */
  add(place: number, minor: number): void {
    const sum = this.sums[place]!;
    const next = sum + minor;
    if (Number.isSafeInteger(next)) this.sums[place] = next;
    else {
      this.spilled.set(place, (this.spilled.get(place) ?? 0n) + BigInt(sum));
      this.sums[place] = minor;
    }
  }

  /** The sum at a place: BigInt once it spilled. */
  at(place: number): number | bigint {
    const spilled = this.spilled.get(place);
    return spilled === undefined ? this.sums[place]! : spilled + BigInt(this.sums[place]!);
  }
}

const DIGIT_BITS = 11;

/** Sorts indexes by whole-number keys, equal keys as they stand: least significant digit first, linear in the count.
 *
 * The two orders are taken in turns, so that nothing is allocated for each of many small sorts.
 */
export class RadixOrder {
  private from: Int32Array;
  private to: Int32Array;
  private readonly places = new Int32Array((1 << DIGIT_BITS) + 1);

  /** @param capacity - the most indexes a sort will have */
  constructor(capacity: number) {
    this.from = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
  }

  /** The indexes `[0, count)` as they stand. */
  start(count: number): void {
    for (let i = 0; i < count; i++) this.from[i] = i;
  }

  /** Sorts by one more key, to which the sorts before are the tie-break.
   * @param keys - key of each index, all in `[least, most]`
   */
  by(keys: Int32Array, count: number, least: number, most: number): void {
    for (let shift = 0; shift === 0 || (most - least) / 2 ** shift >= 1; shift += DIGIT_BITS)
      this.pass(keys, count, least, shift, Math.min((1 << DIGIT_BITS) - 1, Math.floor((most - least) / 2 ** shift)));
  }

  /** The sorted indexes, `[0, count)`; good until the next sort. */
  get order(): Int32Array {
    return this.from;
  }

  private pass(keys: Int32Array, count: number, least: number, shift: number, highest: number): void {
    const { from, to, places } = this;
    const mask = (1 << DIGIT_BITS) - 1;
    places.fill(0, 0, highest + 2);
    for (let i = 0; i < count; i++) places[(((keys[i]! - least) >>> shift) & mask) + 1]!++;
    for (let d = 1; d <= highest; d++) places[d]! += places[d - 1]!;
    for (let n = 0; n < count; n++) {
      const i = from[n]!;
      to[places[((keys[i]! - least) >>> shift) & mask]!++] = i;
    }
    this.from = to;
    this.to = from;
  }
}

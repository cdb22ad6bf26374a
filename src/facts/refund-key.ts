/** Refunds are kept by the pair (own day, order's day), so that every policy and every past date can be asked of them.
 * The pair is one safe integer that sorts by own day first. */
const YEAR_ONE = 719162;
const SPAN = 2 ** 22;
const NO_ORDER = SPAN - 1;

/** The key of a refund.
 * @param day - its own epoch day
 * @param orderDay - epoch day of its order, `undefined` for a stand-alone refund
 */
export function refundKey(day: number, orderDay: number | undefined): number {
  return (day + YEAR_ONE) * SPAN + (orderDay === undefined ? NO_ORDER : orderDay + YEAR_ONE);
}

/** Own epoch day of a refund. */
export function refundDay(key: number): number {
  return Math.floor(key / SPAN) - YEAR_ONE;
}

/** Epoch day of a refund's order, `undefined` for a stand-alone refund. */
export function refundOrderDay(key: number): number | undefined {
  const low = key % SPAN;
  return low === NO_ORDER ? undefined : low - YEAR_ONE;
}

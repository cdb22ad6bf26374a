import { compareCodePoints } from "../kernel/index.js";
import type { ActivityEvent, ActivityEventType } from "./event.js";
import type { Order } from "./order.js";

/** A stretch of time, both ends in; an end left out is open. */
export interface HistoryWindow {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
}

/** What is read of one customer's record where single events count: narrow, read-only, oldest first, equal instants by id. */
export interface History {
  /** The orders placed in the window. */
  orders(window?: HistoryWindow): readonly Order[];
  /** The events in the window, of one type or of all. */
  events(window?: HistoryWindow & { readonly type?: ActivityEventType | undefined }): readonly ActivityEvent[];
}

/** A history over rows at hand.
 * @param record - one customer's orders and events, in any order
 * @returns a view that sorts once and finds a window in O(log n)
 * @example
 * ```ts
 * import { historyOf, parseEvent } from "clientele/model";
 * const visit = parseEvent({ id: "e1", type: "visit", at: "2026-11-22T08:00:00Z" });
 * const history = historyOf({ events: [visit] });
 * if (history.events({ from: new Date("2026-11-22T08:00:00Z") }).length !== 1) throw new Error("the start is in");
 * ```
 */
export function historyOf(record: {
  readonly orders?: readonly Order[] | undefined;
  readonly events?: readonly ActivityEvent[] | undefined;
}): History {
  const orders = timeline(record.orders ?? [], (order) => order.placedAt);
  const events = timeline(record.events ?? [], (event) => event.at);
  const eventsByType = new Map<ActivityEventType, (window: HistoryWindow) => readonly ActivityEvent[]>();
  for (const type of new Set((record.events ?? []).map((event) => event.type)))
    eventsByType.set(
      type,
      timeline(
        (record.events ?? []).filter((event) => event.type === type),
        (event) => event.at,
      ),
    );
  return {
    orders: (window = {}) => orders(window),
    events: (window = {}) =>
      window.type === undefined ? events(window) : (eventsByType.get(window.type)?.(window) ?? []),
  };
}

function timeline<T extends { readonly id: string }>(rows: readonly T[], instantOf: (row: T) => Date) {
  const entries = rows
    .map((row) => ({ row, time: instantOf(row).getTime() }))
    .sort((a, b) => a.time - b.time || compareCodePoints(a.row.id, b.row.id));
  const sorted = entries.map(({ row }) => row);
  const times = entries.map(({ time }) => time);
  return ({ from, to }: HistoryWindow): readonly T[] =>
    sorted.slice(
      from === undefined ? 0 : firstIndex(times, (time) => time >= from.getTime()),
      to === undefined ? sorted.length : firstIndex(times, (time) => time > to.getTime()),
    );
}

/** The first index from which a condition holds, in a list where it holds from some index on. */
function firstIndex(times: readonly number[], holds: (time: number) => boolean): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(times[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

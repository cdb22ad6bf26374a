import type { CustomerFacts } from "../facts/index.js";
import { type Duration, epochDay } from "../kernel/index.js";
import { dayOfLeaving } from "./look-back.js";
import { type MeasureOptions, perOrder } from "./measures.js";

/** The last day of the year 9999. */
const LAST_DAY = 2932896;

/** What decides when time alone changes a customer's scores. */
export interface ChangeQuestion {
  /** The last day with an order. */
  readonly lastDay: number;
  readonly today: number;
  /** Edges of recency, in days. */
  readonly recencyDays: readonly number[];
  /** Where a look-back is asked for: its length, and the days it sees today and will lose one by one. */
  readonly window: { readonly lookBack: Duration; readonly facts: CustomerFacts } | undefined;
  readonly options: MeasureOptions;
  /** The scores of the measures in one text; `counts` is `undefined` where they stay as they are. */
  readonly cellAt: (recencyDays: number, counts: { frequency: number; monetary: number } | undefined) => string;
  /** Minor units of one major unit. */
  readonly one: number;
}

/** The first local day on which the scores are others with no new order; `undefined` where none comes.
 *
 * Only two things happen by time alone: recency passes an edge, and a day leaves the look-back. Each such day is tried.
 */
export function nextChangeDay(question: ChangeQuestion): number | undefined {
  const { lastDay, today, recencyDays, window, cellAt } = question;
  const passing = recencyDays.map((edge) => lastDay + Math.floor(edge) + 1);
  if (window === undefined) {
    const now = cellAt(today - lastDay, undefined);
    return upcoming(passing, today).find((day) => cellAt(day - lastDay, undefined) !== now);
  }
  const { lookBack, facts } = window;
  const days = facts.days.map((day) => ({ day, leaves: dayOfLeaving(epochDay(day.day), lookBack) }));
  const seen = days.filter(({ leaves }) => leaves > today);
  const candidates = upcoming([...passing, ...seen.map(({ leaves }) => leaves)], today);
  const countsFrom = runningCounts(question, seen);
  const now = cellAt(today - lastDay, countsFrom(today));
  return candidates.find((day) => {
    const counts = countsFrom(day);
    return counts === undefined || cellAt(day - lastDay, counts) !== now;
  });
}

function upcoming(days: readonly number[], today: number): readonly number[] {
  return days.filter((day) => day > today && day <= LAST_DAY).sort((a, b) => a - b);
}

/** Frequency and monetary of the days still seen on a day, for days asked in order; `undefined` with no order left. */
function runningCounts(
  { options, one }: ChangeQuestion,
  seen: readonly { readonly day: CustomerFacts["days"][number]; readonly leaves: number }[],
): (day: number) => { frequency: number; monetary: number } | undefined {
  const money = options.monetary === "gross" ? "gross" : "net";
  const minors = seen.map(({ day }) => day[money].times(one).toNumber());
  let orders = seen.reduce((sum, { day }) => sum + day.orders, 0);
  let purchaseDays = seen.filter(({ day }) => day.orders > 0).length;
  let sum = minors.reduce((a, b) => a + b, 0);
  let first = 0;
  return (on) => {
    for (; first < seen.length && seen[first]!.leaves <= on; first++) {
      orders -= seen[first]!.day.orders;
      if (seen[first]!.day.orders > 0) purchaseDays--;
      sum -= minors[first]!;
    }
    if (orders === 0) return undefined;
    return {
      frequency: options.frequency === "purchase-days" ? purchaseDays : orders,
      monetary: options.monetary === "net-per-order" ? perOrder(sum, orders) : sum,
    };
  };
}

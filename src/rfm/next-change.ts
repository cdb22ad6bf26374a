import type { CustomerFacts } from "../facts/index.js";
import { type Duration, epochDay } from "../kernel/index.js";
import { dayOfLeaving, firstDaySeen } from "./look-back.js";
import { type MeasureOptions, perOrder } from "./measures.js";
import type { ThresholdScoring } from "./scoring.js";

/** What decides when time alone changes a customer's scores. */
export interface ChangeQuestion {
  readonly facts: CustomerFacts;
  readonly today: number;
  readonly scoring: ThresholdScoring;
  readonly lookBack: Duration | undefined;
  readonly options: MeasureOptions;
  /** Scores of the three measures; `undefined` for a customer who is not scored. */
  readonly cellAt: (values: { recencyDays: number; frequency: number; monetary: number }) => string;
  /** Minor units of one major unit. */
  readonly one: number;
}

/** The first local day on which the scores are others with no new order; `undefined` where none comes.
 *
 * Only two things happen by time alone: recency passes an edge, and a day leaves the look-back. Each such day is tried.
 */
export function nextChangeDay(question: ChangeQuestion): number | undefined {
  const { facts, today, scoring, lookBack } = question;
  if (facts.lastDay === undefined) return undefined;
  const last = epochDay(facts.lastDay);
  const passing = scoring.recencyDays.map((edge) => last + Math.floor(edge) + 1);
  const leaving = lookBack === undefined ? [] : facts.days.map(({ day }) => dayOfLeaving(epochDay(day), lookBack));
  const now = cellOn(question, today);
  return [...passing, ...leaving]
    .filter((day) => day > today)
    .sort((a, b) => a - b)
    .find((day) => cellOn(question, day) !== now);
}

/** The scores on a day to come, if nothing is bought until then. */
function cellOn({ facts, lookBack, options, cellAt, one }: ChangeQuestion, day: number): string | undefined {
  const from = lookBack === undefined ? Number.NEGATIVE_INFINITY : firstDaySeen(day, lookBack);
  const seen = facts.days.filter((each) => epochDay(each.day) >= from);
  const bought = seen.filter(({ orders }) => orders > 0);
  const last = bought[bought.length - 1];
  if (last === undefined) return undefined;
  const orders = bought.reduce((sum, each) => sum + each.orders, 0);
  const money = options.monetary === "gross" ? "gross" : "net";
  const sum = seen.reduce((total, each) => total + each[money].times(one).toNumber(), 0);
  return cellAt({
    recencyDays: day - epochDay(last.day),
    frequency: options.frequency === "purchase-days" ? bought.length : orders,
    monetary: options.monetary === "net-per-order" ? perOrder(sum, orders) : sum,
  });
}

import { type Random, seededRandom } from "../kernel/index.js";
import type { CustomerHabits } from "./habits.js";
import { sampleExponential } from "./samplers.js";
import type { PlannedCampaign, ShopPlan } from "./shop-plan.js";

/** When a customer came, bought and left. Times are days since the start of the first day, whole days local ones. */
export interface BuyingLife {
  /** When the customer first bought, or first looked where they never buy. */
  readonly start: number;
  /** When the customer left; past the end of the simulation where they are still there. */
  readonly end: number;
  /** Purchases in order, the first one at `start`; none for one who only looks. */
  readonly purchases: readonly number[];
}

/** Lives a customer's life: the first purchase, then repeat purchases at the customer's rate until the customer leaves.
 *
 * The rate on a day is the customer's times the day's factor times the lift of the campaigns that treat them. Times of a
 * faster, steady rate are drawn and each is kept with the share that its own rate is of that one (thinning), which is exact.
 */
export function liveLife(random: Random, customerId: string, habits: CustomerHabits, plan: ShopPlan): BuyingLife {
  const { calendar } = plan;
  const start = firstTime(random, plan);
  const leaving = habits.leavingPerDay;
  let end = leaving === undefined ? Number.POSITIVE_INFINITY : start + lifeSpan(random, leaving);
  if (habits.purchasesPerDay === 0) return { start, end, purchases: [] };

  const purchases = [start];
  const treating = plan.campaigns.filter(({ id }) => habits.campaigns.includes(id));
  const maxLift = treating.reduce((product, { lift }) => product * Math.max(1, lift), 1);
  const steadyRate = habits.purchasesPerDay * calendar.maxFactor * maxLift;
  // Leaving has numbers of its own: whether a purchase was lifted by a campaign does not shift them.
  const fate = seededRandom(`${plan.seed}/fate/${customerId}`);
  const leaves = (): boolean => habits.leavingPerPurchase !== undefined && fate() < habits.leavingPerPurchase;
  if (plan.purchasing.model === "mbg-nbd" && leaves()) end = start;
  if (steadyRate === 0) return { start, end, purchases };
  for (let time = start; ; ) {
    time += sampleExponential(random, steadyRate);
    const keep = random();
    if (!(time < end && time < calendar.days)) return { start, end, purchases };
    const day = Math.floor(time);
    const factor = calendar.factors[day]! * liftOn(calendar.firstDay + day, treating);
    if (keep * calendar.maxFactor * maxLift >= factor) continue;
    purchases.push(time);
    if (leaves()) end = time;
  }
}

/** A time of the first day, or of all days in proportion to how busy they are. */
function firstTime(random: Random, { calendar, acquisition }: ShopPlan): number {
  if (acquisition === "first-day") {
    const day = calendar.factors.findIndex((factor) => factor > 0);
    return day + random();
  }
  for (;;) {
    const time = random() * calendar.days;
    if (random() * calendar.maxFactor < calendar.factors[Math.floor(time)]!) return time;
  }
}

function lifeSpan(random: Random, hazard: number): number {
  return hazard === 0 ? Number.POSITIVE_INFINITY : sampleExponential(random, hazard);
}

function liftOn(day: number, treating: readonly PlannedCampaign[]): number {
  let lift = 1;
  for (const campaign of treating) if (day >= campaign.startDay && day < campaign.endDay) lift *= campaign.lift;
  return lift;
}

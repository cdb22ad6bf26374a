import { hashFraction, type Random } from "../kernel/index.js";
import { CATEGORIES, PRICE_BANDS, type PriceBand, type SimulatedCategory } from "./catalogue.js";
import { sampleBeta, sampleGamma, sampleIndex } from "./samplers.js";
import type { PlannedCampaign, ShopPlan } from "./shop-plan.js";

/** What a simulated customer is like: the truth that a model has to find. */
export interface CustomerHabits {
  /** Purchases a day while the customer stays, on the mean day; 0 for one who only looks. */
  readonly purchasesPerDay: number;
  /** Hazard of leaving, a day (Pareto/NBD); `undefined` where leaving is bound to purchases. */
  readonly leavingPerDay: number | undefined;
  /** Probability of leaving after a purchase (BG/NBD, MBG/NBD); `undefined` where leaving is bound to time. */
  readonly leavingPerPurchase: number | undefined;
  /** Mean merchandise of an order before discounts, whole minor units, not rounded. */
  readonly meanOrderMinor: number;
  /** Share of each category in what the customer picks; they add up to 1. */
  readonly categoryShares: Readonly<Record<SimulatedCategory, number>>;
  /** The category with the largest share. */
  readonly favouriteCategory: SimulatedCategory;
  /** The band that four in five picks are of. */
  readonly priceBand: PriceBand;
  /** Share of the opening hours around which most purchases fall, in [0, 1). */
  readonly favouriteTime: number;
  /** Where all of the customer's orders and visits happen. */
  readonly channel: "web" | "app" | "store";
  /** What brought the customer. */
  readonly acquisitionChannel: "search" | "referral" | "social" | "direct";
  /** Probability that something of an order comes back. */
  readonly returnShare: number;
  /** Ids of the campaigns that treat the customer; of all others they are in the control group. */
  readonly campaigns: readonly string[];
}

/** Draws a customer. Every habit takes its numbers in the same order, whatever the options. */
export function drawHabits(random: Random, customerId: string, plan: ShopPlan): CustomerHabits {
  const { purchasing, spend, returnShare } = plan;
  const buys = random() >= plan.prospectShare;
  const rate = sampleGamma(random, purchasing.r, purchasing.alphaDays);
  const [leavingPerDay, leavingPerPurchase] =
    purchasing.model === "pareto-nbd"
      ? [sampleGamma(random, purchasing.s, purchasing.betaDays), undefined]
      : [undefined, sampleBeta(random, purchasing.a, purchasing.b)];
  // Orders are gamma with shape p and rate ν, and ν is gamma with shape q and rate γ: the mean of p/ν is pγ/(q − 1).
  const gamma = (spend.meanMinor * (spend.q - 1)) / spend.p;
  const meanOrderMinor = spend.p / sampleGamma(random, spend.q, gamma);
  const weights = CATEGORIES.map(() => sampleGamma(random, 0.5, 1));
  const sum = weights.reduce((a, b) => a + b, 0);
  const favourite = weights.indexOf(weights.reduce((a, b) => Math.max(a, b)));
  return {
    purchasesPerDay: buys ? rate : 0,
    leavingPerDay,
    leavingPerPurchase,
    meanOrderMinor,
    categoryShares: Object.fromEntries(CATEGORIES.map((category, i) => [category, weights[i]! / sum])) as Record<
      SimulatedCategory,
      number
    >,
    favouriteCategory: CATEGORIES[favourite]!,
    priceBand: PRICE_BANDS[sampleIndex(random, [4, 4, 2])]!,
    favouriteTime: random(),
    channel: (["web", "app", "store"] as const)[sampleIndex(random, [6, 3, 1])]!,
    acquisitionChannel: (["search", "referral", "social", "direct"] as const)[sampleIndex(random, [4, 2, 2, 2])]!,
    returnShare: drawReturnShare(random, returnShare),
    campaigns: plan.campaigns.filter((campaign) => isTreated(customerId, campaign, plan)).map(({ id }) => id),
  };
}

function drawReturnShare(random: Random, mean: number): number {
  if (mean === 0 || mean === 1) return mean;
  return sampleBeta(random, 20 * mean, 20 * (1 - mean));
}

function isTreated(customerId: string, { id, share }: PlannedCampaign, { seed }: ShopPlan): boolean {
  return hashFraction(customerId, `${seed}/${id}`) < share;
}

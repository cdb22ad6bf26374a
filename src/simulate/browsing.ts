import { hashFraction, type Random } from "../kernel/index.js";
import type { ActivityEvent } from "../model/index.js";
import { pickProduct, type Shelves } from "./basket.js";
import type { BuyingLife } from "./buying.js";
import { EventRecord } from "./event-record.js";
import type { CustomerHabits } from "./habits.js";
import { sampleExponential, samplePoisson } from "./samplers.js";
import type { ShopPlan } from "./shop-plan.js";

/** A purchase as far as looking around is concerned. */
export interface BrowsedPurchase {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly day: number;
  readonly productIds: readonly string[];
}

const SESSION_MS = 20 * 60_000;
const OPENED_SHARE = 0.35;

/** All that a customer did apart from buying, oldest first: a session before each purchase, sessions without one, and the
 * messages of the campaigns that treat them. */
export function browse(
  random: Random,
  customerId: string,
  habits: CustomerHabits,
  life: BuyingLife,
  purchases: readonly BrowsedPurchase[],
  shelves: Shelves,
  plan: ShopPlan,
): readonly ActivityEvent[] {
  const record = new EventRecord(customerId, habits.channel);
  for (const { at, day, productIds } of purchases) {
    const start = Math.max(plan.calendar.openingOf(day), at - SESSION_MS);
    const session = record.openSession(start, at);
    const stepMs = (at - start) / (2 * productIds.length + 2);
    let next = start;
    for (const productId of productIds) {
      next += stepMs;
      record.add({ ...session.at(next), type: "view", productId });
      next += stepMs;
      record.add({ ...session.at(next), type: "cart", action: "add", productId, quantity: 1 });
    }
    record.add({ ...session.at(next + stepMs), type: "checkout" });
  }
  for (const time of idleVisits(random, habits, life, plan)) idleSession(random, time, record, habits, shelves, plan);
  for (const campaign of plan.campaigns) {
    const day = campaign.startDay - plan.calendar.firstDay;
    if (!habits.campaigns.includes(campaign.id) || day < life.start || day >= plan.calendar.days) continue;
    const messageId = `${campaign.id}-${customerId}`;
    const sent = record.single(plan.calendar.instantAt(day, 0));
    record.add({ ...sent, type: "message-sent", messageId, campaignId: campaign.id, medium: "email" });
    if (hashFraction(customerId, `${plan.seed}/opened/${campaign.id}`) >= OPENED_SHARE) continue;
    const opened = record.single(plan.calendar.instantAt(day, 0.25));
    record.add({ ...opened, type: "message-opened", messageId, campaignId: campaign.id, medium: "email" });
  }
  return record.inTime();
}

/** Times of visits without a purchase while the customer stays; who never buys looks around as the mean buyer does. */
function idleVisits(random: Random, habits: CustomerHabits, life: BuyingLife, plan: ShopPlan): readonly number[] {
  const { calendar, purchasing } = plan;
  const rate = habits.purchasesPerDay || purchasing.r / purchasing.alphaDays;
  const visitsPerDay = rate * plan.visitsPerPurchase;
  const times: number[] = [];
  if (visitsPerDay === 0) return times;
  const end = Math.min(life.end, calendar.days);
  let time = life.start;
  // Who never buys is known by the first visit.
  if (habits.purchasesPerDay === 0) times.push(time);
  for (;;) {
    time += sampleExponential(random, visitsPerDay * calendar.maxFactor);
    const keep = random();
    if (!(time < end)) return times;
    if (keep * calendar.maxFactor < calendar.factors[Math.floor(time)]!) times.push(time);
  }
}

function idleSession(
  random: Random,
  time: number,
  record: EventRecord,
  habits: CustomerHabits,
  shelves: Shelves,
  plan: ShopPlan,
): void {
  const day = Math.floor(time);
  const closing = plan.calendar.instantAt(day, 1) - 1;
  const session = record.openSession(plan.calendar.instantAt(day, time - day), closing);
  if (random() < 0.15) record.add({ ...session.at(), type: "search", query: habits.favouriteCategory });
  for (let views = 1 + samplePoisson(random, 2); views > 0; views--) {
    const { product } = pickProduct(random, habits, Number.POSITIVE_INFINITY, shelves);
    record.add({ ...session.at(), type: "view", productId: product.id });
    const next = random();
    if (next < 0.05) record.add({ ...session.at(), type: "wishlist", action: "add", productId: product.id });
    else if (next < 0.15)
      record.add({ ...session.at(), type: "cart", action: "add", productId: product.id, quantity: 1 });
  }
}

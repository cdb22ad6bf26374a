import {
  amountReader,
  type EpochDay,
  epochDay,
  InvalidOptionError,
  minorDigits,
  type ValuePath,
} from "../kernel/index.js";
import type { PurchasingHabits, SimulatedCampaign, SimulateShopOptions } from "./options.js";
import { type ShopCalendar, shopCalendar } from "./shop-calendar.js";

/** A campaign by days of the simulation. */
export interface PlannedCampaign {
  readonly id: string;
  readonly startDay: EpochDay;
  /** The day after its last. */
  readonly endDay: EpochDay;
  readonly lift: number;
  readonly share: number;
  readonly discountPercent: number;
}

/** The options, checked and completed. Money is in whole minor units. */
export interface ShopPlan {
  readonly seed: string;
  readonly customers: number;
  readonly currency: string;
  readonly digits: number;
  readonly timeZone: string;
  readonly calendar: ShopCalendar;
  readonly products: number;
  readonly purchasing: PurchasingHabits;
  readonly spend: { readonly meanMinor: number; readonly p: number; readonly q: number };
  readonly acquisition: "spread" | "first-day";
  readonly prospectShare: number;
  readonly returnShare: number;
  readonly visitsPerPurchase: number;
  readonly taxPercent: number;
  readonly shippingMinor: number;
  readonly campaigns: readonly PlannedCampaign[];
}

const usualPurchasing: PurchasingHabits = { model: "pareto-nbd", r: 0.8, alphaDays: 60, s: 0.6, betaDays: 200 };

/** Checks and completes the options.
 * @throws When an option is not one of its values: {@link InvalidOptionError}; when an instant, a day, an amount, the zone
 *   or the currency is not one.
 */
export function planShop(options: SimulateShopOptions): ShopPlan {
  const { seed, customers, currency, products = 120, spend, acquisition = "spread", campaigns = [] } = options;
  const digits = minorDigits(currency);
  const reader = amountReader(digits);
  const meanMinor = reader.read(spend?.mean ?? (digits === 0 ? 6000 : 60), ["spend", "mean"]);
  const purchasing = options.purchasing ?? usualPurchasing;
  checkPurchasing(purchasing);
  if (acquisition !== "spread" && acquisition !== "first-day")
    throw new InvalidOptionError({ path: ["acquisition"], expected: "spread or first-day" });
  return {
    seed: String(seed),
    customers: whole(customers, 0, ["customers"]),
    currency,
    digits,
    timeZone: options.timeZone,
    calendar: shopCalendar(options),
    products: whole(products, 1, ["products"]),
    purchasing,
    spend: {
      meanMinor: whole(meanMinor, 1, ["spend", "mean"]),
      p: above(0, spend?.p ?? 6, ["spend", "p"]),
      q: above(1, spend?.q ?? 4, ["spend", "q"]),
    },
    acquisition,
    prospectShare: between(0, 1, options.prospectShare ?? 0, ["prospectShare"]),
    returnShare: between(0, 100, options.returnsPercent ?? 6, ["returnsPercent"]) / 100,
    visitsPerPurchase: between(0, 1000, options.visitsPerPurchase ?? 4, ["visitsPerPurchase"]),
    taxPercent: between(0, 100, options.taxPercent ?? 0, ["taxPercent"]),
    shippingMinor: whole(reader.read(options.shipping ?? 0, ["shipping"]), 0, ["shipping"]),
    campaigns: campaigns.map(planCampaign),
  };
}

function planCampaign(campaign: SimulatedCampaign, i: number): PlannedCampaign {
  const path = ["campaigns", i];
  const startDay = epochDay(campaign.startsOn, [...path, "startsOn"]);
  return {
    id: campaign.id,
    startDay,
    endDay: startDay + whole(campaign.days, 1, [...path, "days"]),
    lift: between(0, 1000, campaign.lift, [...path, "lift"]),
    share: between(0, 1, campaign.share ?? 0.5, [...path, "share"]),
    discountPercent: between(0, 100, campaign.discountPercent ?? 0, [...path, "discountPercent"]),
  };
}

function checkPurchasing(habits: PurchasingHabits): void {
  const numbers =
    habits.model === "pareto-nbd"
      ? [habits.r, habits.alphaDays, habits.s, habits.betaDays]
      : [habits.r, habits.alphaDays, habits.a, habits.b];
  if (!["pareto-nbd", "bg-nbd", "mbg-nbd"].includes(habits.model))
    throw new InvalidOptionError({ path: ["purchasing", "model"], expected: "pareto-nbd, bg-nbd or mbg-nbd" });
  for (const value of numbers) above(0, value, ["purchasing"]);
}

function whole(value: number, least: number, path: ValuePath): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new InvalidOptionError({ path, expected: `a whole number ≥ ${least}` });
}

function above(bound: number, value: number, path: ValuePath): number {
  if (value > bound && value < Number.POSITIVE_INFINITY) return value;
  throw new InvalidOptionError({ path, expected: `finite numbers above ${bound}` });
}

function between(least: number, most: number, value: number, path: ValuePath): number {
  if (value >= least && value <= most) return value;
  throw new InvalidOptionError({ path, expected: `a number from ${least} to ${most}` });
}

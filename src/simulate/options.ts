import type { AmountInput, Weekday } from "../kernel/index.js";

/** How often customers buy and when they leave, in the terms of the models that are fitted to such data. */
export type PurchasingHabits =
  | {
      /** A rate a customer from a gamma distribution, a life span with a hazard from another (Schmittlein, Morrison,
       * Colombo 1987). */
      readonly model: "pareto-nbd";
      /** Shape of the purchase rates. */
      readonly r: number;
      /** Rate of the purchase rates, in days: the mean rate is `r / alphaDays` a day. */
      readonly alphaDays: number;
      /** Shape of the hazards of leaving. */
      readonly s: number;
      /** Rate of the hazards, in days. */
      readonly betaDays: number;
    }
  | {
      /** The same rates; a customer leaves with a probability from a beta distribution after each repeat purchase (Fader,
       * Hardie, Lee 2005); `mbg-nbd`: after the first purchase too (Batislam et al. 2007). */
      readonly model: "bg-nbd" | "mbg-nbd";
      readonly r: number;
      readonly alphaDays: number;
      readonly a: number;
      readonly b: number;
    };

/** What an order is worth: gamma for a customer's orders, the customers' means by another gamma (Fader, Hardie 2005). */
export interface SpendHabits {
  /** Mean merchandise of an order over all customers, before discounts, major units. */
  readonly mean: AmountInput;
  /** Shape of a customer's orders: the larger, the more alike. @defaultValue `6` */
  readonly p?: number;
  /** Shape of the customers, above 1: the larger, the more alike. @defaultValue `4` */
  readonly q?: number;
}

/** How busy times are beside each other; scaled so that the mean day of the simulation has 1. */
export interface Seasonality {
  /** January to December, each ≥ 0. @defaultValue all equal */
  readonly months?: readonly number[];
  /** By day of the week, each ≥ 0; 0 = closed. @defaultValue 1 where it is left out */
  readonly weekdays?: Readonly<Partial<Record<Weekday, number>>>;
}

/** A campaign whose effect is known, with a control group that it leaves alone. */
export interface SimulatedCampaign {
  /** Another id treats other customers. */
  readonly id: string;
  /** First local day, ISO. */
  readonly startsOn: string;
  /** How many days, ≥ 1. */
  readonly days: number;
  /** What multiplies the purchase rate of a treated customer in these days: 1 = no effect. */
  readonly lift: number;
  /** Share of the customers who are treated, 0 to 1. @defaultValue `0.5` */
  readonly share?: number;
  /** Taken off the orders of treated customers in these days, 0 to 100. @defaultValue `0` */
  readonly discountPercent?: number;
}

/** What shop is simulated. */
export interface SimulateShopOptions {
  /** Any text or number: the same seed gives the same shop on every runtime. */
  readonly seed: string | number;
  /** How many customers. Those of a smaller shop of the same seed are the first of a larger one, to the last order. */
  readonly customers: number;
  /** The shop lives through the whole local days from here … */
  readonly from: Date;
  /** … up to here, not including it. */
  readonly to: Date;
  /** IANA zone of the shop's days and hours. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** How many products. @defaultValue `120` */
  readonly products?: number;
  /** @defaultValue Pareto/NBD with r 0.8, alpha 60 days, s 0.6, beta 200 days */
  readonly purchasing?: PurchasingHabits;
  /** @defaultValue a mean of 60 (6000 where the currency has no minor digits) */
  readonly spend?: SpendHabits;
  /** When customers first buy: spread over all days, or all of them on the first. @defaultValue `"spread"` */
  readonly acquisition?: "spread" | "first-day";
  /** Share of the customers who look but never buy, 0 to 1. @defaultValue `0` */
  readonly prospectShare?: number;
  /** @defaultValue every day alike */
  readonly seasonality?: Seasonality;
  /** Local hours between which orders are placed and refunded, 0 to 24. @defaultValue 0 to 24 */
  readonly openingHours?: { readonly opens: number; readonly closes: number };
  /** Share of the orders of which something comes back, in percent. @defaultValue `6` */
  readonly returnsPercent?: number;
  /** Visits without a purchase for each purchase that a customer's rate expects. @defaultValue `4` */
  readonly visitsPerPurchase?: number;
  /** Tax on top of what is paid for the merchandise, in percent. @defaultValue `0` */
  readonly taxPercent?: number;
  /** Shipping of each order, major units. @defaultValue `0` */
  readonly shipping?: AmountInput;
  /** @defaultValue none */
  readonly campaigns?: readonly SimulatedCampaign[];
}

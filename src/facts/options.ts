import { type AmountInput, InvalidOptionError, instantMs, minorDigits, type Zone, zoneOf } from "../kernel/index.js";

/** On which day a refund lowers net: on its own, on its order's, or never. A refund without an order always has its own. */
export type RefundPolicy = "net-by-day" | "net-by-order" | "ignore";

/** Which money besides merchandise counts as spend. */
export interface SpendOptions {
  /** Count tax. @defaultValue `false` */
  readonly tax?: boolean;
  /** Count shipping. @defaultValue `false` */
  readonly shipping?: boolean;
}

/** The rate of a currency on a date: units of the facts' currency for one unit, or `undefined` where unknown. */
export type RateSource = (currency: string, at: Date) => AmountInput | undefined;

/** How orders become facts. */
export interface FactsOptions {
  /** ISO 4217 currency that every amount is kept in. */
  readonly currency: string;
  /** IANA zone whose calendar gives an order its day. */
  readonly timeZone: string;
  /** @defaultValue `"net-by-day"` */
  readonly refunds?: RefundPolicy;
  /** @defaultValue merchandise alone, after discounts and returns, without tax and shipping */
  readonly spend?: SpendOptions;
  /** Dated rates for orders of another currency; without it such an order is an error. */
  readonly rates?: RateSource;
  /** Orders dated later are refused. @defaultValue no bound */
  readonly now?: Date;
  /** `"strict"`: the first bad row throws; `"collect"`: bad rows are set aside with their errors. @defaultValue `"strict"` */
  readonly mode?: "strict" | "collect";
}

/** What facts must share to be merged or read together. */
export interface FactsDefinition {
  readonly currency: string;
  readonly timeZone: string;
  readonly refunds: RefundPolicy;
  readonly spend: Required<SpendOptions>;
}

/** Options checked and completed. */
export interface FactsContext extends FactsDefinition {
  readonly digits: number;
  readonly zone: Zone;
  readonly rates: RateSource | undefined;
  readonly nowMs: number;
  readonly mode: "strict" | "collect";
}

const refundPolicies: readonly string[] = ["net-by-day", "net-by-order", "ignore"] satisfies RefundPolicy[];
const modes: readonly string[] = ["strict", "collect"];

/** Completes and checks the options.
 * @throws When a value is not one of its choices: {@link InvalidOptionError}; when the currency or the zone is unknown.
 */
export function factsContext(options: FactsOptions): FactsContext {
  const { currency, timeZone, refunds = "net-by-day", spend = {}, rates, now, mode = "strict" } = options;
  if (!refundPolicies.includes(refunds))
    throw new InvalidOptionError({ path: ["refunds"], expected: `one of ${refundPolicies.join(", ")}` });
  if (!modes.includes(mode)) throw new InvalidOptionError({ path: ["mode"], expected: "strict or collect" });
  for (const [name, counts] of Object.entries(spend))
    if ((name !== "tax" && name !== "shipping") || typeof counts !== "boolean")
      throw new InvalidOptionError({ path: ["spend", name], expected: "tax or shipping, true or false" });
  return {
    currency,
    timeZone,
    refunds,
    spend: { tax: spend.tax ?? false, shipping: spend.shipping ?? false },
    digits: minorDigits(currency),
    zone: zoneOf(timeZone),
    rates,
    nowMs: now === undefined ? Number.POSITIVE_INFINITY : instantMs(now, ["now"]),
    mode,
  };
}

import type { CustomerFacts } from "../facts/index.js";
import { type Decimal, epochDay, minorDigits } from "../kernel/index.js";

/** A customer's buying in the figures that people ask for first. Money is in major units, exact. */
export interface BuyingProfile {
  readonly currency: string;
  readonly orders: number;
  readonly purchaseDays: number;
  readonly items: number;
  readonly gross: Decimal;
  readonly discount: Decimal;
  readonly refunds: Decimal;
  readonly net: Decimal;
  /** Net an order, rounded half up to the currency; `undefined` without an order. */
  readonly averageOrderValue: Decimal | undefined;
  /** Share of gross that was given back, 0 or more; `undefined` where nothing was bought. */
  readonly refundShare: number | undefined;
  readonly firstDay: string | undefined;
  readonly lastDay: string | undefined;
  /** Local days since the last order. */
  readonly daysSinceLast: number | undefined;
  /** Median of the days between purchase days; `undefined` before the second. */
  readonly medianGapDays: number | undefined;
}

/** The figures of a customer's facts on the last day they see. */
export function buyingProfile(facts: CustomerFacts): BuyingProfile {
  const { currency, asOf, orders, purchaseDays, items, gross, discount, refunds, net, firstDay, lastDay, gapsDays } =
    facts;
  return {
    currency,
    orders,
    purchaseDays,
    items,
    gross,
    discount,
    refunds,
    net,
    averageOrderValue: orders === 0 ? undefined : net.dividedBy(orders).toDecimalPlaces(minorDigits(currency)),
    refundShare: gross.isZero() ? undefined : refunds.dividedBy(gross).toNumber(),
    firstDay,
    lastDay,
    daysSinceLast: lastDay === undefined ? undefined : epochDay(asOf) - epochDay(lastDay),
    medianGapDays: median(gapsDays),
  };
}

/** The mean of the middle two for an even count. */
function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

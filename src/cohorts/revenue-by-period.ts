import type { Facts, FactsDefinition } from "../facts/index.js";
import { type Decimal, majorAmount } from "../kernel/index.js";
import type { PeriodDefinition } from "./definition.js";
import { ExactSums } from "./exact-sums.js";
import type { Period, PeriodOptions } from "./period-table.js";
import { firstOrderRow, readDays } from "./read-days.js";

/** What was sold and given back in one period. Money is in major units, exact. */
export interface PeriodRevenue extends Period {
  /** Orders placed. */
  readonly orders: number;
  /** Customers with an order in the period. */
  readonly buyers: number;
  /** Of them, those whose first order of all is in the period. */
  readonly newBuyers: number;
  /** Of them, those who ordered before the period. */
  readonly returningBuyers: number;
  /** Merchandise before discounts. */
  readonly gross: Decimal;
  /** Taken off. */
  readonly discount: Decimal;
  /** Refunds of the period's days, whichever order they belong to. */
  readonly refunds: Decimal;
  /** Gross less discount and refunds; below zero where more was given back than sold. */
  readonly net: Decimal;
  /** Net of customers in the period of their first order. */
  readonly netOfNew: Decimal;
  /** Net of all others: `net` less `netOfNew`. */
  readonly netOfReturning: Decimal;
}

/** Revenue period by period. */
export interface RevenueByPeriod {
  /** Calendar and money. */
  readonly definition: PeriodDefinition & {
    /** Which money this is, and on which day a refund counts. */
    readonly money: FactsDefinition;
  };
  /** From the first day of the facts to `now`, without a gap. */
  readonly periods: readonly PeriodRevenue[];
}

/** Revenue, orders and buyers by period; each refund once, on the day that the facts' refund policy gives it.
 *
 * The periods add up to the facts: orders, gross, discount, refunds and net. One pass over the order days.
 * @throws When the zone is not the facts': {@link TimeZoneMismatchError}; when weeks have no first day or
 *   there are more than 5,000 periods: {@link InvalidOptionError}; when `now` is not a date: {@link InvalidInstantError}.
 * @example
 * ```ts
 * import { revenueByPeriod } from "clientele/cohorts";
 * import { collectFacts } from "clientele/facts";
 * const timeZone = "Europe/Berlin";
 * const facts = collectFacts(
 *   [
 *     { id: "1", customerId: "ann", placedAt: new Date("2026-07-05T10:00:00Z"), gross: "33.83" },
 *     { id: "r1", customerId: "ann", refundedAt: new Date("2026-08-01T10:00:00Z"), amount: "16.13" },
 *   ],
 *   { currency: "EUR", timeZone },
 * );
 * const { periods } = revenueByPeriod(facts, { now: new Date("2026-08-31T00:00:00Z"), timeZone, period: "month" });
 * if (periods[1]?.net.toFixed(2) !== "-16.13") throw new Error("August only gave back");
 * ```
 */
export function revenueByPeriod(facts: Facts, options: PeriodOptions): RevenueByPeriod {
  const { definition, columns, customers, table, digits } = readDays(facts, options, "first-day");
  const { offsets, day } = columns;
  const size = table.periods.length;
  const orders = new Float64Array(size);
  const buyers = new Int32Array(size);
  const newBuyers = new Int32Array(size);
  const sums = {
    gross: new ExactSums(size),
    discount: new ExactSums(size),
    refunds: new ExactSums(size),
    net: new ExactSums(size),
    netOfNew: new ExactSums(size),
  };

  for (let c = 0; c < customers; c++) {
    const end = offsets[c + 1]!;
    const firstRow = firstOrderRow(columns, c);
    const acquired = firstRow < end ? table.indexOf(day[firstRow]!) : -1;
    if (acquired >= 0) newBuyers[acquired]!++;
    let lastSeen = -1;
    for (let row = offsets[c]!; row < end; row++) {
      const period = table.indexOf(day[row]!);
      sums.gross.add(period, columns.gross[row]!);
      sums.discount.add(period, columns.discount[row]!);
      sums.refunds.add(period, columns.refunds[row]!);
      sums.net.add(period, columns.net[row]!);
      if (period === acquired) sums.netOfNew.add(period, columns.net[row]!);
      if (columns.orders[row] === 0) continue;
      orders[period]! += columns.orders[row]!;
      if (period !== lastSeen) buyers[period]!++;
      lastSeen = period;
    }
  }

  const periods = table.periods.map((period, i): PeriodRevenue => {
    const net = majorAmount(sums.net.at(i), digits);
    const netOfNew = majorAmount(sums.netOfNew.at(i), digits);
    return {
      ...period,
      orders: orders[i]!,
      buyers: buyers[i]!,
      newBuyers: newBuyers[i]!,
      returningBuyers: buyers[i]! - newBuyers[i]!,
      gross: majorAmount(sums.gross.at(i), digits),
      discount: majorAmount(sums.discount.at(i), digits),
      refunds: majorAmount(sums.refunds.at(i), digits),
      net,
      netOfNew,
      netOfReturning: net.minus(netOfNew),
    };
  });
  return { definition: { ...definition, money: facts.definition }, periods };
}

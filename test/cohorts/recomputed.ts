import type { Facts } from "clientele/facts";
import { Decimal } from "clientele/kernel";

/** The month of an ISO day, counted from year 0. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** What a straightforward reading of each customer's days says of one month. */
export class RecomputedMonth {
  readonly buyers = new Set<string>();
  readonly newBuyers = new Set<string>();
  orders = 0;
  net = new Decimal(0);
  refunds = new Decimal(0);
}

/** Months and cohorts recomputed customer by customer, day by day, with sets and decimals. */
export function recompute(facts: Facts, now: Date) {
  const months = new Map<number, RecomputedMonth>();
  const cohorts = new Map<number, Set<string>>();
  const active = new Map<string, Set<string>>();
  const cohortNet = new Map<string, Decimal>();
  let total = new Decimal(0);
  const monthAt = (month: number) => {
    const known = months.get(month) ?? new RecomputedMonth();
    months.set(month, known);
    return known;
  };
  for (const { customerId, days } of facts.each({ now })) {
    const bought = days.filter(({ orders }) => orders > 0);
    const acquired = bought[0] === undefined ? undefined : monthOf(bought[0].day);
    if (acquired !== undefined) {
      cohorts.set(acquired, (cohorts.get(acquired) ?? new Set()).add(customerId));
      monthAt(acquired).newBuyers.add(customerId);
    }
    for (const { day, orders, net, refunds } of days) {
      const month = monthOf(day);
      const here = monthAt(month);
      here.orders += orders;
      here.net = here.net.plus(net);
      here.refunds = here.refunds.plus(refunds);
      total = total.plus(net);
      if (orders > 0) here.buyers.add(customerId);
      const cell = `${acquired}+${month - (acquired ?? 0)}`;
      if (orders > 0) active.set(cell, (active.get(cell) ?? new Set()).add(customerId));
      cohortNet.set(cell, (cohortNet.get(cell) ?? new Decimal(0)).plus(net));
    }
  }
  return { months, cohorts, active, cohortNet, total };
}

import { churnRates, cohortTable, repeatRates, retention, revenueByPeriod, survivalCurve } from "clientele/cohorts";
import { collectFacts, type OrderSummary, type StandAloneRefund } from "clientele/facts";
import { Decimal, zoneOf } from "clientele/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCustomerId, anInstant, someRows, timeZones } from "../arbitraries/orders.js";
import { runs } from "../arbitraries/runs.js";
import { monthOf, recompute } from "./recomputed.js";

const aZone = fc.constantFrom(...timeZones);
const aPeriod = fc.constantFrom("week", "month", "quarter", "year");

function factsOf(rows: readonly (OrderSummary | StandAloneRefund)[], timeZone: string) {
  return collectFacts(rows, { currency: "EUR", timeZone });
}

/** Long triangles compare faster as text. */
function textOf(value: unknown): string {
  return JSON.stringify(value);
}

describe("laws: by month, as recomputed day by day", () => {
  it("gives the same revenue, buyers and new buyers", () => {
    fc.assert(
      fc.property(someRows, aZone, anInstant, (rows, timeZone, now) => {
        const facts = factsOf(rows, timeZone);
        const { months, total } = recompute(facts, now);
        const { periods } = revenueByPeriod(facts, { now, timeZone, period: "month" });
        for (const period of periods) {
          const month = months.get(monthOf(period.start));
          expect(period.orders).toBe(month?.orders ?? 0);
          expect(period.buyers).toBe(month?.buyers.size ?? 0);
          expect(period.newBuyers).toBe(month?.newBuyers.size ?? 0);
          expect(period.net.toFixed()).toBe((month?.net ?? new Decimal(0)).toFixed());
          expect(period.refunds.toFixed()).toBe((month?.refunds ?? new Decimal(0)).toFixed());
        }
        expect(periods.reduce((sum, { net }) => sum.plus(net), new Decimal(0)).toFixed()).toBe(total.toFixed());
      }),
      runs(),
    );
  });

  it("gives the same cohorts, cells and net", () => {
    fc.assert(
      fc.property(someRows, aZone, anInstant, (rows, timeZone, now) => {
        const facts = factsOf(rows, timeZone);
        const { cohorts: sets, active, cohortNet } = recompute(facts, now);
        for (const cohort of cohortTable(facts, { now, timeZone, period: "month" }).cohorts) {
          const acquired = monthOf(cohort.start);
          expect(cohort.customers).toBe(sets.get(acquired)?.size ?? 0);
          const wrong = cohort.cells.filter(({ offset, retained, net }) => {
            const key = `${acquired}+${offset}`;
            return retained !== (active.get(key)?.size ?? 0) || !net.equals(cohortNet.get(key) ?? 0);
          });
          expect(wrong).toEqual([]);
        }
      }),
      runs(),
    );
  });

  it("gives the same churn from month to month, and both comparisons agree where the window is the period", () => {
    fc.assert(
      fc.property(someRows, aZone, anInstant, (rows, timeZone, now) => {
        const facts = factsOf(rows, timeZone);
        const { months } = recompute(facts, now);
        const { periods } = churnRates(facts, { now, timeZone, period: "month" });
        for (const { start, active, churned } of periods) {
          const before = [...(months.get(monthOf(start) - 1)?.buyers ?? [])];
          const here = months.get(monthOf(start))?.buyers;
          expect(active).toBe(before.length);
          expect(churned).toBe(before.filter((id) => here?.has(id) !== true).length);
        }
        const other = churnRates(facts, { now, timeZone, period: "month", comparison: "period-start" });
        expect(other.periods).toEqual(periods);
      }),
      runs(),
    );
  });
});

describe("laws", () => {
  it("adds up: cohorts and the unassigned are all customers and all net", () => {
    fc.assert(
      fc.property(someRows, aZone, anInstant, aPeriod, (rows, timeZone, now, period) => {
        const facts = factsOf(rows, timeZone);
        const { cohorts, unassigned } = cohortTable(facts, { now, timeZone, period, weekStartsOn: "monday" });
        const customers = [...facts.each({ now })];
        expect(cohorts.reduce((sum, cohort) => sum + cohort.customers, 0)).toBe(
          customers.filter(({ orders }) => orders > 0).length,
        );
        const net = cohorts.reduce((sum, { cells }) => sum.plus(cells.at(-1)!.cumulativeNet), unassigned.net);
        const expected = customers.reduce((sum, customer) => sum.plus(customer.net), new Decimal(0));
        expect(net.toFixed()).toBe(expected.toFixed());
        for (const { cells, customers: size } of cohorts) expect(cells[0]!.retained).toBe(size);
      }),
      runs(),
    );
  });

  it("averages, at each offset, the complete cells of all cohorts", () => {
    fc.assert(
      fc.property(someRows, aZone, anInstant, aPeriod, (rows, timeZone, now, period) => {
        const table = cohortTable(factsOf(rows, timeZone), { now, timeZone, period, weekStartsOn: "monday" });
        const sums = new Map<number, { customers: number; retained: number }>();
        for (const { customers, cells } of table.cohorts)
          for (const { offset, retained, isComplete } of cells) {
            if (!isComplete) continue;
            const sum = sums.get(offset) ?? { customers: 0, retained: 0 };
            sums.set(offset, { customers: sum.customers + customers, retained: sum.retained + retained });
          }
        const expected = [...sums].map(([offset, sum]) => ({
          offset,
          ...sum,
          ...(sum.customers === 0 ? {} : { retentionRate: sum.retained / sum.customers }),
        }));
        expect(textOf(table.overall)).toBe(textOf(expected));
      }),
      runs(),
    );
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(someRows, anInstant, (rows, now) => {
        const options = { now, timeZone: "Australia/Lord_Howe", period: "month" } as const;
        const facts = factsOf(rows, options.timeZone);
        const reversed = factsOf([...rows].reverse(), options.timeZone);
        expect(textOf(cohortTable(reversed, options))).toBe(textOf(cohortTable(facts, options)));
        expect(textOf(revenueByPeriod(reversed, options))).toBe(textOf(revenueByPeriod(facts, options)));
        expect(textOf(repeatRates(reversed, options))).toBe(textOf(repeatRates(facts, options)));
        expect(textOf(churnRates(reversed, options))).toBe(textOf(churnRates(facts, options)));
      }),
      runs(),
    );
  });

  it("counts returning buyers to date as every buyer who is not new with one order", () => {
    fc.assert(
      fc.property(someRows, aZone, anInstant, (rows, timeZone, now) => {
        const facts = factsOf(rows, timeZone);
        const { periods, whole } = repeatRates(facts, { now, timeZone, period: "month" });
        const customers = [...facts.each({ now })].filter(({ orders }) => orders > 0);
        expect(whole.buyers).toBe(customers.length);
        expect(whole.repeatBuyers).toBe(customers.filter(({ orders }) => orders > 1).length);
        const byMonth = new Map(
          revenueByPeriod(facts, { now, timeZone, period: "month" }).periods.map((period) => [period.start, period]),
        );
        for (const { start, buyers, repeatBuyers, oneTimeBuyerRate, repeatPurchaseRate } of periods) {
          expect(buyers).toBe(byMonth.get(start)!.buyers);
          expect(repeatBuyers).toBeGreaterThanOrEqual(byMonth.get(start)!.returningBuyers);
          if (buyers > 0) expect(oneTimeBuyerRate! + repeatPurchaseRate!).toBeCloseTo(1, 12);
        }
      }),
      runs(),
    );
  });

  it("sees what cohorts of orders see, where activities are those orders", () => {
    fc.assert(
      fc.property(someRows, aZone, aPeriod, (rows, timeZone, period) => {
        const orders = rows.filter((row): row is OrderSummary => "placedAt" in row && row.status !== "cancelled");
        fc.pre(orders.length > 0);
        const times = orders.map(({ placedAt }) => placedAt.getTime());
        const now = new Date(Math.max(...times));
        const weekStartsOn = "saturday";
        const table = cohortTable(factsOf(orders, timeZone), { now, timeZone, period, weekStartsOn });
        const found = retention(
          orders.map(({ customerId, placedAt }) => ({ customerId: customerId!, at: placedAt })),
          {
            mode: "first-time",
            period,
            weekStartsOn,
            timeZone,
            from: new Date(Math.min(...times)),
            periods: table.cohorts.length,
            now,
          },
        );
        expect(textOf(found.cohorts.map(({ cells }) => cells.map(({ customers }) => customers)))).toBe(
          textOf(table.cohorts.map(({ cells }) => cells.map(({ retained }) => retained))),
        );
        const zone = zoneOf(timeZone);
        expect(found.cohorts.map(({ start }) => zone.dayOf(start))).toEqual(
          table.cohorts.map(({ start }) => zone.dayOf(zone.startOfDay(Date.parse(start) / 86_400_000))),
        );
        expect(textOf(found.cohorts.map(({ cells }) => cells.map(({ isComplete }) => isComplete)))).toBe(
          textOf(table.cohorts.map(({ cells }) => cells.map(({ isComplete }) => isComplete))),
        );
      }),
      runs(),
    );
  });

  it("never counts more returning customers than the cohort has", () => {
    const someActivities = fc.array(fc.record({ customerId: aCustomerId, at: anInstant }), { maxLength: 60 });
    fc.assert(
      fc.property(someActivities, anInstant, aZone, (activities, from, timeZone) => {
        for (const mode of ["recurring", "first-time"] as const)
          for (const { customers, cells } of retention(activities, {
            mode,
            period: "month",
            timeZone,
            from,
            periods: 24,
          }).cohorts) {
            expect(cells[0]!.customers).toBe(customers);
            for (const cell of cells) expect(cell.customers).toBeLessThanOrEqual(customers);
          }
      }),
      runs(),
    );
  });

  it("has a survival curve that only falls, and is the plain share where nobody is censored", () => {
    const lives = fc.array(fc.record({ duration: fc.nat({ max: 50 }), hasEvent: fc.boolean() }));
    fc.assert(
      fc.property(lives, (some) => {
        const { steps, events } = survivalCurve(some);
        expect(events).toBe(some.filter(({ hasEvent }) => hasEvent).length);
        for (const [i, { survival }] of steps.entries()) {
          expect(survival).toBeLessThanOrEqual(steps[i - 1]?.survival ?? 1);
          expect(survival).toBeGreaterThanOrEqual(0);
        }
        const all = some.map(({ duration }) => ({ duration, hasEvent: true }));
        for (const { time, survival } of survivalCurve(all).steps)
          expect(survival).toBeCloseTo(all.filter(({ duration }) => duration > time).length / all.length, 10);
      }),
      runs(),
    );
  });
});

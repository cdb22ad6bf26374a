import {
  churnRates,
  cohortTable,
  nextPurchaseTimes,
  repeatRates,
  retention,
  revenueByPeriod,
  survivalAt,
  survivalCurve,
} from "clientele/cohorts";
import { collectFacts, type FactsRow } from "clientele/facts";
import { days, months } from "clientele/kernel";
import { describe, expect, it } from "vitest";
import { reference } from "../reference/load.js";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const { cases } = reference<{ cases: { id: string; input: never; expected: never; tolerance: number }[] }>("cohorts");

/** A case's input and what its source says comes out. */
function given<Input, Expected>(id: string) {
  const found = cases.find((c) => c.id === id)!;
  return { input: found.input as Input, expected: found.expected as Expected, tolerance: found.tolerance };
}

interface Counts {
  readonly counts: number[][];
}

function countsOf({ cohorts }: ReturnType<typeof retention>): number[][] {
  return cohorts.map(({ cells }) => cells.map(({ customers }) => customers));
}

/** Activities at offsets of a unit from a start, half a unit in, so that no instant lies on a bound. */
function activitiesAt(byPerson: Record<string, number[]>, start: string, unitMs: number) {
  return Object.entries(byPerson).flatMap(([customerId, offsets]) =>
    offsets.map((offset) => ({ customerId, at: new Date(Date.parse(start) + offset * unitMs + unitMs / 2) })),
  );
}

describe("golden: retention (PostHog, posthog/queries/test/test_retention.py)", () => {
  it("counts recurring days", () => {
    type Input = { start: string; periods: number; timeZone: string; activityDays: Record<string, number[]> };
    const { input, expected } = given<Input, Counts>("retention-day");
    const from = new Date(`${input.start}T00:00:00Z`);
    const activities = activitiesAt(input.activityDays, from.toISOString(), DAY);
    const { periods, timeZone } = input;
    expect(countsOf(retention(activities, { mode: "recurring", period: "day", from, periods, timeZone }))).toEqual(
      expected.counts,
    );
  });

  it("counts first-time targets, with another returning activity", () => {
    type Input = {
      periods: number;
      startDay: number;
      targetDays: Record<string, number[]>;
      returningDays: Record<string, number[]>;
    };
    const { input, expected } = given<Input, Counts>("retention-first-time");
    const day0 = "2020-06-10T00:00:00Z";
    const activities = [
      ...activitiesAt(input.targetDays, day0, DAY).map((activity) => ({ ...activity, type: "signed up" })),
      ...activitiesAt(input.returningDays, day0, DAY).map((activity) => ({ ...activity, type: "viewed" })),
    ];
    const found = retention(activities, {
      mode: "first-time",
      target: ({ type }) => type === "signed up",
      returning: ({ type }) => type === "viewed",
      period: "day",
      from: new Date(Date.parse(day0) + input.startDay * DAY),
      periods: input.periods,
      timeZone: "UTC",
    });
    expect(countsOf(found)).toEqual(expected.counts);
  });

  it("counts recurring hours", () => {
    type Input = { firstPeriodStart: string; periods: number; activityHourIndex: Record<string, number[]> };
    const { input, expected } = given<Input, Counts>("retention-hour");
    const activities = activitiesAt(input.activityHourIndex, input.firstPeriodStart, HOUR);
    const from = new Date(input.firstPeriodStart);
    const { periods } = input;
    expect(
      countsOf(retention(activities, { mode: "recurring", period: "hour", from, periods, timeZone: "UTC" })),
    ).toEqual(expected.counts);
  });

  it("counts recurring weeks that begin on Sunday", () => {
    type Input = { periods: number; timeZone: string; activityDates: Record<string, string[]> };
    const { input, expected } = given<Input, Counts & { periodStarts: string[] }>("retention-week-sunday");
    const activities = Object.entries(input.activityDates).flatMap(([customerId, dates]) =>
      dates.map((date) => ({ customerId, at: new Date(`${date}T12:00:00Z`) })),
    );
    const found = retention(activities, {
      mode: "recurring",
      period: "week",
      weekStartsOn: "sunday",
      from: new Date("2020-06-10T12:00:00Z"),
      periods: input.periods,
      timeZone: input.timeZone,
    });
    expect(countsOf(found)).toEqual(expected.counts);
    expect(found.cohorts.map(({ start }) => start.toISOString().slice(0, 10))).toEqual(expected.periodStarts);
  });
});

describe("golden: money and repeat purchases", () => {
  it("counts each refund once, on its own day (woocommerce#66217)", () => {
    type Input = { totalMinor: number; refunds: { at: string; amountMinor: number }[] };
    type Expected = { returnsMinor: number; netMinor: number; returnsByDay: Record<string, number> };
    const { input, expected } = given<Input, Expected>("refund-partial-then-full");
    const order: FactsRow = {
      id: "o1",
      customerId: "ann",
      placedAt: new Date("2026-07-05T12:00:00Z"),
      gross: "33.83",
      refunds: input.refunds.map(({ at, amountMinor }) => ({
        refundedAt: new Date(`${at}T12:00:00Z`),
        amount: (amountMinor / 100).toFixed(2),
      })),
    };
    const facts = collectFacts([order], { currency: "USD", timeZone: "UTC" });
    const { periods } = revenueByPeriod(facts, {
      now: new Date("2026-07-31T00:00:00Z"),
      timeZone: "UTC",
      period: "day",
    });
    const minor = (amount: { times(by: number): { toNumber(): number } }) => amount.times(100).toNumber();
    const byDay = periods
      .filter(({ refunds }) => !refunds.isZero())
      .map(({ start, refunds }) => [start, minor(refunds)]);
    expect(Object.fromEntries(byDay)).toEqual(expected.returnsByDay);
    expect(periods.reduce((sum, { refunds }) => sum + minor(refunds), 0)).toBe(expected.returnsMinor);
    expect(periods.reduce((sum, { net }) => sum + minor(net), 0)).toBe(expected.netMinor);
  });

  it("gives repeat purchase rate, purchase frequency and one-time-buyer rate", () => {
    type Expected = { repeatPurchaseRate: number; purchaseFrequency: number; oneTimeBuyerRate: number };
    const { input, expected, tolerance } = given<{ ordersPerCustomer: number[] }, Expected>("repurchase-rate");
    const placedAt = new Date("2026-07-05T12:00:00Z");
    const orders = input.ordersPerCustomer.flatMap((count, c) =>
      Array.from({ length: count }, (_, i) => ({ id: `${c}-${i}`, customerId: `c${c}`, placedAt, gross: "1.00" })),
    );
    const facts = collectFacts(orders, { currency: "USD", timeZone: "UTC" });
    const { whole } = repeatRates(facts, { now: placedAt, timeZone: "UTC", period: "month" });
    expect(Math.abs(whole.repeatPurchaseRate! - expected.repeatPurchaseRate)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(whole.purchaseFrequency! - expected.purchaseFrequency)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs(whole.oneTimeBuyerRate! - expected.oneTimeBuyerRate)).toBeLessThanOrEqual(tolerance);
  });
});

describe("golden: survival", () => {
  type Input = { times: number[]; events: number[] };
  const { input, expected, tolerance } = given<Input, { curve: [number, number, number, number][] }>("survival-km-6mp");
  const curve = survivalCurve(input.times.map((duration, i) => ({ duration, hasEvent: input.events[i] === 1 })));

  it("gives the curve of the 6-MP arm (Freireich et al. 1963)", () => {
    expect(curve.steps.map(({ time, atRisk, events }) => [time, atRisk, events])).toEqual(
      expected.curve.map((row) => row.slice(0, 3)),
    );
    for (const [i, row] of expected.curve.entries())
      expect(Math.abs(curve.steps[i]!.survival - row[3])).toBeLessThanOrEqual(tolerance);
  });

  it("gives Greenwood's error, by hand for the first step, and the median", () => {
    // S = 18/21, so the variance is S(1 − S)/21 while nobody is censored.
    expect(curve.steps[0]?.standardError).toBeCloseTo(Math.sqrt(((18 / 21) * (3 / 21)) / 21), 12);
    expect(curve.median).toBe(23); // the first step at or below one half: 0.448
  });

  it("reads the share off the curve", () => {
    expect(survivalAt(curve, 0)).toBe(1);
    expect(survivalAt(curve, 5.9)).toBe(1);
    expect(survivalAt(curve, 6)).toBe(curve.steps[0]!.survival);
    expect(survivalAt(curve, 1000)).toBe(curve.steps[6]!.survival);
  });
});

describe("golden: a small shop, by hand", () => {
  const timeZone = "Asia/Shanghai";
  const noon = (day: string) => new Date(`${day}T04:00:00Z`);
  let id = 0;
  const buys = (customerId: string, day: string, gross: string, more: object = {}) => ({
    id: `o${id++}`,
    customerId,
    placedAt: noon(day),
    gross,
    ...more,
  });
  const facts = collectFacts(
    [
      buys("ann", "2026-01-10", "100.00", { discount: "10.00" }),
      buys("ann", "2026-02-10", "50.00"),
      buys("ann", "2026-04-10", "50.00"),
      buys("bob", "2026-01-20", "30.00", { refunds: [{ refundedAt: noon("2026-02-02"), amount: "30.00" }] }),
      // 1 February, 00:30 in Shanghai: still January in UTC.
      { id: "night", customerId: "cai", placedAt: new Date("2026-01-31T16:30:00Z"), gross: "20.00" },
      buys("cai", "2026-02-20", "20.00"),
      { id: "r1", customerId: "dan", refundedAt: noon("2026-03-05"), amount: "7.00" },
    ],
    { currency: "CNY", timeZone },
  );
  const when = { now: noon("2026-04-15"), timeZone, period: "month" } as const;

  it("puts customers into cohorts by local month, with revenue", () => {
    const { cohorts, overall, unassigned } = cohortTable(facts, when);
    expect(cohorts.map(({ start, customers, isComplete }) => [start, customers, isComplete])).toEqual([
      ["2026-01-01", 2, true],
      ["2026-02-01", 1, true],
      ["2026-03-01", 0, true],
      ["2026-04-01", 0, false],
    ]);
    expect(cohorts.map(({ cells }) => cells.map(({ retained }) => retained))).toEqual([
      [2, 1, 0, 1],
      [1, 0, 0],
      [0, 0],
      [0],
    ]);
    expect(cohorts[0]!.cells.map(({ net }) => net.toFixed(2))).toEqual(["120.00", "20.00", "0.00", "50.00"]);
    expect(cohorts[0]!.cells.map(({ cumulativeNetPerCustomer }) => cumulativeNetPerCustomer?.toFixed(2))).toEqual([
      "60.00",
      "70.00",
      "70.00",
      "95.00",
    ]);
    expect(cohorts[2]!.cells[0]).toMatchObject({ retentionRate: undefined, cumulativeNetPerCustomer: undefined });
    // April is not over: it is in no average. Offset 1 is January's and February's cohort, 1 of 3; March is empty.
    expect(overall).toEqual([
      { offset: 0, customers: 3, retained: 3, retentionRate: 1 },
      { offset: 1, customers: 3, retained: 1, retentionRate: 1 / 3 },
      { offset: 2, customers: 2, retained: 0, retentionRate: 0 },
    ]);
    expect(unassigned).toMatchObject({ customers: 1 });
    expect(unassigned.net.toFixed(2)).toBe("-7.00");
  });

  it("sums revenue by month, new and returning apart", () => {
    const { periods } = revenueByPeriod(facts, when);
    expect(
      periods.map((p) =>
        [p.start, p.orders, p.buyers, p.newBuyers, p.returningBuyers, p.gross, p.refunds, p.net].map(String),
      ),
    ).toEqual([
      ["2026-01-01", "2", "2", "2", "0", "130", "0", "120"],
      ["2026-02-01", "3", "2", "1", "1", "90", "30", "60"],
      ["2026-03-01", "0", "0", "0", "0", "0", "7", "-7"],
      ["2026-04-01", "1", "1", "0", "1", "50", "0", "50"],
    ]);
    expect(periods.map(({ netOfNew, netOfReturning }) => `${netOfNew} ${netOfReturning}`)).toEqual([
      "120 0",
      "40 20",
      "0 -7",
      "0 50",
    ]);
  });

  it("gives repeat rates by month, counting to date or in the month", () => {
    const toDate = repeatRates(facts, when).periods;
    expect(toDate.map((p) => [p.buyers, p.repeatBuyers, p.purchases])).toEqual([
      [2, 0, 2],
      [2, 2, 3],
      [0, 0, 0],
      [1, 1, 1],
    ]);
    expect(toDate[2]).toMatchObject({
      repeatPurchaseRate: undefined,
      purchaseFrequency: undefined,
      oneTimeBuyerRate: undefined,
    });
    const inPeriod = repeatRates(facts, { ...when, counting: "in-period" }).periods;
    expect(inPeriod.map((p) => p.repeatBuyers)).toEqual([0, 1, 0, 0]);
  });

  it("gives churn from month to month", () => {
    const { periods } = churnRates(facts, when);
    // January: ann, bob → February: ann, cai. Both silent in March; April: ann again.
    expect(periods.map((p) => [p.active, p.churned, p.churnRate])).toEqual([
      [0, 0, undefined],
      [2, 1, 0.5],
      [2, 2, 1],
      [0, 0, undefined],
    ]);
    expect(periods[1]).toMatchObject({
      before: { start: "2026-01-01", end: "2026-01-31" },
      window: { start: "2026-02-01", end: "2026-02-28" },
    });
  });

  it("gives churn by a window of days, against the window before or the period's start", () => {
    const window = days(45);
    // March: 2026-02-15…03-31 against 2026-01-01…02-14, in which ann, bob and cai (1 February) bought; cai stayed.
    expect(churnRates(facts, { ...when, window }).periods[2]).toMatchObject({
      before: { start: "2026-01-01", end: "2026-02-14" },
      window: { start: "2026-02-15", end: "2026-03-31" },
      active: 3,
      churned: 2,
    });
    // Against 2026-01-15…02-28: ann (10 February), bob (20 January), cai; again cai alone stayed.
    expect(churnRates(facts, { ...when, window, comparison: "period-start" }).periods[2]).toMatchObject({
      before: { start: "2026-01-15", end: "2026-02-28" },
      window: { start: "2026-02-15", end: "2026-03-31" },
      active: 3,
      churned: 2,
    });
    // Two months, complete ones: January and February against March and April. All three bought, ann came back.
    expect(churnRates(facts, { ...when, window: months(2) }).periods[3]).toMatchObject({ active: 3, churned: 2 });
  });

  it("tells how long customers take to buy again", () => {
    // ann 31 days, bob none in 85 days, cai 19 days.
    expect(nextPurchaseTimes(facts, when)).toEqual([
      { duration: 31, hasEvent: true },
      { duration: 85, hasEvent: false },
      { duration: 19, hasEvent: true },
    ]);
    // From the second on: ann 59 days; cai none in 54.
    expect(nextPurchaseTimes(facts, { ...when, after: 2 })).toEqual([
      { duration: 59, hasEvent: true },
      { duration: 54, hasEvent: false },
    ]);
  });

  it("does not see days later than now", () => {
    const february = { ...when, now: noon("2026-02-28") };
    expect(cohortTable(facts, february).cohorts.map(({ customers }) => customers)).toEqual([2, 1]);
    expect(revenueByPeriod(facts, february).periods).toHaveLength(2);
  });
});

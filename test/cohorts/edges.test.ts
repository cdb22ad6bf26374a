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
import { collectFacts } from "clientele/facts";
import { hours, months } from "clientele/kernel";
import { describe, expect, it } from "vitest";

const timeZone = "America/New_York";
const nobody = collectFacts([], { currency: "USD", timeZone });
const when = { now: new Date("2026-11-22T00:00:00Z"), timeZone, period: "month" } as const;
const at = (text: string) => new Date(text);

describe("edges", () => {
  it("has an answer about nobody", () => {
    expect(cohortTable(nobody, when)).toMatchObject({ cohorts: [], overall: [], unassigned: { customers: 0 } });
    expect(revenueByPeriod(nobody, when).periods).toEqual([]);
    expect(churnRates(nobody, when).periods).toEqual([]);
    expect(repeatRates(nobody, when)).toMatchObject({
      whole: { buyers: 0, repeatPurchaseRate: undefined, purchaseFrequency: undefined, oneTimeBuyerRate: undefined },
      periods: [],
    });
    expect(nextPurchaseTimes(nobody, when)).toEqual([]);
    expect(survivalCurve([])).toEqual({ steps: [], lives: 0, events: 0, median: undefined });
    expect(survivalAt(survivalCurve([]), 3)).toBeUndefined();
    expect(retention([], { period: "day", timeZone, from: when.now, periods: 1 }).cohorts[0]?.cells).toEqual([
      { offset: 0, customers: 0, rate: undefined, isComplete: true },
    ]);
  });

  it("takes a period as over at its last millisecond, and not before", () => {
    const order = { id: "1", customerId: "ann", placedAt: at("2026-10-05T12:00:00Z"), gross: "1.00" };
    const facts = collectFacts([order], { currency: "USD", timeZone });
    const isComplete = (now: string) => revenueByPeriod(facts, { ...when, now: at(now) }).periods[0]?.isComplete;
    // Midnight in New York is 04:00 in UTC on 1 November 2026, the night before the clocks go back.
    expect(isComplete("2026-11-01T03:59:59.998Z")).toBe(false);
    expect(isComplete("2026-11-01T03:59:59.999Z")).toBe(true);
    expect(isComplete("2026-11-01T04:00:00.000Z")).toBe(true);
  });

  it("counts the hour that clocks show twice as two", () => {
    const visits = ["2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"].map((text) => ({
      customerId: "ann",
      at: at(text),
    }));
    const { cohorts } = retention(visits, { period: "hour", timeZone, from: visits[0]!.at, periods: 2 });
    expect(cohorts[0]?.start.toISOString()).toBe("2026-11-01T05:00:00.000Z");
    expect(cohorts[0]?.cells.map(({ customers }) => customers)).toEqual([1, 1]);
  });

  it("keeps every cent past 2^53", () => {
    const gross = "90071992547409.91"; // 2^53 − 1 cents
    const orders = ["ann", "bob", "cai"].map((customerId) => ({
      id: customerId,
      customerId,
      placedAt: when.now,
      gross,
    }));
    const facts = collectFacts(orders, { currency: "USD", timeZone });
    expect(revenueByPeriod(facts, when).periods[0]?.gross.toFixed()).toBe("270215977642229.73");
    const [cohort] = cohortTable(facts, when).cohorts;
    expect(cohort?.cells[0]?.cumulativeNet.toFixed()).toBe("270215977642229.73");
    expect(cohort?.cells[0]?.cumulativeNetPerCustomer?.toFixed()).toBe(gross);
  });

  it("counts purchase days where asked to", () => {
    const orders = ["1", "2"].map((id) => ({ id, customerId: "ann", placedAt: when.now, gross: "1.00" }));
    const facts = collectFacts(orders, { currency: "USD", timeZone });
    expect(repeatRates(facts, when).whole.repeatBuyers).toBe(1);
    expect(repeatRates(facts, { ...when, of: "purchase-days" }).whole).toMatchObject({ repeatBuyers: 0, purchases: 1 });
  });

  it("states its definition as data", () => {
    expect(
      churnRates(nobody, { ...when, period: "week", weekStartsOn: "sunday", window: months(3) }).definition,
    ).toEqual({
      timeZone,
      period: "week",
      weekStartsOn: "sunday",
      window: { unit: "month", count: 3 },
      comparison: "previous-window",
      churnRate: {
        numerator: "of-them-those-without-an-order-in-the-window-that-ends-with-the-period",
        denominator: "customers-with-an-order-in-the-window-before",
      },
    });
    expect(cohortTable(nobody, when).definition).toMatchObject({ money: { currency: "USD", refunds: "net-by-day" } });
    const plain = cohortTable(nobody, { ...when, weekStartsOn: "sunday" }).definition;
    expect(plain.weekStartsOn).toBeUndefined();
    expect(JSON.parse(JSON.stringify(plain))).toEqual(JSON.parse(JSON.stringify(cohortTable(nobody, when).definition)));
  });
});

describe("errors", () => {
  it.each([
    ["another zone", () => cohortTable(nobody, { ...when, timeZone: "UTC" }), "TIME_ZONE_MISMATCH"],
    ["a week without its first day", () => revenueByPeriod(nobody, { ...when, period: "week" }), "INVALID_OPTION"],
    ["an unknown period", () => revenueByPeriod(nobody, { ...when, period: "moon" as never }), "INVALID_OPTION"],
    ["no now", () => repeatRates(nobody, { ...when, now: at("never") }), "INVALID_INSTANT"],
    ["a window of hours", () => churnRates(nobody, { ...when, window: hours(5) }), "INVALID_OPTION"],
    ["a window of nothing", () => churnRates(nobody, { ...when, window: months(0) }), "INVALID_OPTION"],
    ["an unknown comparison", () => churnRates(nobody, { ...when, comparison: "x" as never }), "INVALID_OPTION"],
    ["an unknown purchase", () => repeatRates(nobody, { ...when, of: "x" as never }), "INVALID_OPTION"],
    ["an unknown counting", () => repeatRates(nobody, { ...when, counting: "x" as never }), "INVALID_OPTION"],
    ["the purchase before the first", () => nextPurchaseTimes(nobody, { ...when, after: 0 }), "INVALID_OPTION"],
    [
      "next purchases in another zone",
      () => nextPurchaseTimes(nobody, { ...when, timeZone: "UTC" }),
      "TIME_ZONE_MISMATCH",
    ],
    ["a negative life", () => survivalCurve([{ duration: -1, hasEvent: true }]), "INVALID_INPUT"],
    ["a life of NaN", () => survivalCurve([{ duration: Number.NaN, hasEvent: true }]), "INVALID_INPUT"],
  ])("refuses %s", (_, call, code) => {
    expect(call).toThrow(expect.objectContaining({ code }));
  });

  it("refuses more than 5,000 periods, naming the option", () => {
    const since = (placedAt: string) =>
      collectFacts([{ id: "1", customerId: "ann", placedAt: at(placedAt), gross: "1.00" }], {
        currency: "USD",
        timeZone,
      });
    const daily = { ...when, now: at("2026-01-01T12:00:00Z"), period: "day" } as const;
    for (const of of [cohortTable, revenueByPeriod, churnRates, repeatRates])
      expect(() => of(since("0001-02-01T00:00:00Z"), daily)).toThrow(
        expect.objectContaining({ code: "INVALID_OPTION", path: ["period"] }),
      );
    // 2026-01-01 is 4,999 days after 2012-04-25: with both ends 5,000 days.
    expect(revenueByPeriod(since("2012-04-25T12:00:00Z"), daily).periods).toHaveLength(5000);
    expect(() => revenueByPeriod(since("2012-04-24T12:00:00Z"), daily)).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION" }),
    );
    expect(() => retention([], { ...options, periods: 5001 })).toThrow(
      expect.objectContaining({ code: "INVALID_OPTION", path: ["periods"] }),
    );
  });

  const options = { period: "day", timeZone, from: when.now, periods: 3 } as const;
  const ann = { customerId: "ann", at: when.now };
  it.each([
    ["no period", () => retention([], { ...options, periods: 0 }), "INVALID_OPTION"],
    ["more periods than a table has", () => retention([], { ...options, periods: 300_000 }), "INVALID_OPTION"],
    ["half a period", () => retention([], { ...options, periods: 1.5 }), "INVALID_OPTION"],
    ["an unknown mode", () => retention([], { ...options, mode: "x" as never }), "INVALID_OPTION"],
    ["an unknown zone", () => retention([], { ...options, timeZone: "Mars/Olympus" }), "UNKNOWN_TIME_ZONE"],
    ["no start", () => retention([], { ...options, from: at("never") }), "INVALID_INSTANT"],
    ["an activity at no time", () => retention([ann, { ...ann, at: at("never") }], options), "INVALID_INSTANT"],
    ["an activity of nobody", () => retention([{ ...ann, customerId: "" }], options), "INVALID_INPUT"],
  ])("refuses retention with %s", (_, call, code) => {
    expect(call).toThrow(expect.objectContaining({ code }));
  });
});

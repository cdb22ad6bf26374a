import { type ClvSummaryOptions, collectFacts, type FactsRow, summarizeForClv } from "clientele/facts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anInstant, someRows } from "../arbitraries/orders.js";
import { runs } from "../arbitraries/runs.js";
import { dataRows, reference } from "../reference/load.js";

interface Reference {
  readonly summary_from_transactions: {
    readonly transactions: { readonly rows: readonly (readonly [number, string, number])[] };
    readonly cases: readonly { readonly id: string; readonly expected: readonly (readonly number[])[] }[];
  };
}

const { transactions, cases } = reference<Reference>("rfm").summary_from_transactions;
const timeZone = "UTC";
const facts = collectFacts(
  transactions.rows.map(([customer, day, amount], i) => ({
    id: String(i),
    customerId: String(customer),
    placedAt: new Date(`${day}T00:00:00Z`),
    gross: amount,
  })),
  { currency: "USD", timeZone },
);
const now = new Date("2015-02-07T00:00:00Z");
const expected = (id: string) => cases.find((each) => each.id === id)!.expected;

function summary(more: Partial<ClvSummaryOptions> = {}) {
  return summarizeForClv(facts, { now, timeZone, unit: "day", ...more });
}

describe("golden: summaries of lifetimes and pymc-marketing", () => {
  it("daily", () => {
    const rows = summary().rows.map(({ customerId, x, tX, T, meanRepeatSpend }) => [
      Number(customerId),
      x,
      tX,
      T,
      meanRepeatSpend.toNumber(),
    ]);
    expect(rows).toEqual(expected("btyd-daily"));
  });

  it("by calendar week ending on Sunday", () => {
    const { rows } = summary({ unit: "week", grain: "week", weekStartsOn: "monday" });
    expect(rows.map(({ customerId, x, tX, T }) => [Number(customerId), x, tX, T])).toEqual(expected("btyd-weekly"));
  });

  it("the first purchase counted, days since the last: the facts themselves", () => {
    const rows = [...facts.each({ now })].map(({ customerId, purchaseDays, lastDay, net }) => [
      Number(customerId),
      purchaseDays,
      (Date.parse("2015-02-07") - Date.parse(lastDay!)) / 86_400_000,
      net.dividedBy(purchaseDays).toNumber(),
    ]);
    expect(rows).toEqual(expected("rfm-daily"));
  });

  it("calibration and holdout", () => {
    const { rows, holdoutT } = summary({ calibrationEnd: new Date("2015-02-01T00:00:00Z") });
    expect(
      rows.map(({ customerId, meanRepeatSpend, holdoutX, holdoutMeanSpend }) => [
        Number(customerId),
        meanRepeatSpend.toNumber(),
        holdoutX,
        holdoutMeanSpend!.toNumber(),
      ]),
    ).toEqual(expected("holdout"));
    expect(holdoutT).toBe(6);
  });
});

describe("golden: the CDNOW sample", () => {
  const log = dataRows("cdnow_transactions.csv");
  const rows = log?.map((row, i) => ({
    id: String(i),
    customerId: row["customer_id"]!,
    placedAt: new Date(`${row["date"]}T00:00:00Z`),
    gross: row["amount"]!,
  }));
  const cdnow = rows && collectFacts(rows, { currency: "USD", timeZone });

  it.runIf(cdnow)("mean spend of the 946 repeat buyers (Fader, Hardie & Lee 2005)", () => {
    const { rows: all } = summarizeForClv(cdnow!, { now: new Date("1997-09-30T00:00:00Z"), timeZone, unit: "week" });
    const means = all.filter(({ x }) => x > 0).map(({ meanRepeatSpend }) => meanRepeatSpend.toNumber());
    means.sort((a, b) => a - b);
    const mean = means.reduce((a, b) => a + b, 0) / means.length;
    const sd = Math.sqrt(means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (means.length - 1));
    expect(means.length).toBe(946);
    const published = { mean: 35, sd: 30, min: 3, median: 27, max: 300 };
    const ours = { mean, sd, min: means[0]!, median: (means[472]! + means[473]!) / 2, max: means[945]! };
    for (const key of Object.keys(published) as (keyof typeof published)[])
      expect(Math.abs(ours[key] - published[key]), key).toBeLessThanOrEqual(0.5);
  });

  it.runIf(cdnow)("every row of the published 39-week summary", () => {
    const published = dataRows("cdnow_summary.csv")!;
    const { rows: all } = summarizeForClv(cdnow!, {
      now: new Date("1998-06-30T00:00:00Z"),
      calibrationEnd: new Date("1997-09-30T00:00:00Z"),
      timeZone,
      unit: "day",
    });
    const byId = new Map(all.map((row) => [row.customerId, row]));
    expect(all.length).toBe(published.length);
    for (const row of published) {
      const ours = byId.get(row["customer_id"]!)!;
      expect([ours.x, ours.tX, ours.T, ours.holdoutX]).toEqual(
        ["x", "t_x_days", "T_days", "x_star"].map((column) => Number(row[column])),
      );
      expect(ours.meanRepeatSpend.toNumber()).toBeCloseTo(Number(row["zbar"]), 4);
      expect(ours.holdoutMeanSpend!.times(ours.holdoutX!).toNumber()).toBeCloseTo(Number(row["spend_star"]), 4);
    }
  });
});

describe("laws", () => {
  it("the calibration sees what a summary as of its end sees", () => {
    fc.assert(
      fc.property(someRows, anInstant, anInstant, (rows, one, other) => {
        const [end, later] = one < other ? [one, other] : [other, one];
        const all = collectFacts(rows as FactsRow[], { currency: "USD", timeZone });
        const options = { timeZone, unit: "week" } as const;
        const split = summarizeForClv(all, { ...options, now: later, calibrationEnd: end });
        const until = summarizeForClv(all, { ...options, now: end });
        expect(
          split.rows.map(({ holdoutX, holdoutMeanSpend, ...row }) => ({
            ...row,
            holdoutX: undefined,
            holdoutMeanSpend: undefined,
          })),
        ).toEqual(until.rows);
      }),
      runs(200),
    );
  });

  it("linked refunds lower their order's day, unlinked ones are reported", () => {
    const at = (day: string) => new Date(`${day}T12:00:00Z`);
    const refunded = collectFacts(
      [
        { id: "1", customerId: "a", placedAt: at("2026-01-01"), gross: "50" },
        {
          id: "2",
          customerId: "a",
          placedAt: at("2026-02-01"),
          gross: "30",
          refunds: [{ refundedAt: at("2026-03-01"), amount: "10" }],
        },
        { id: "3", customerId: "a", refundedAt: at("2026-03-05"), amount: "7" },
      ],
      { currency: "USD", timeZone },
    );
    const { rows, unlinkedRefunds } = summarizeForClv(refunded, { now: at("2026-04-01"), timeZone, unit: "day" });
    expect(rows[0]).toMatchObject({ x: 1, tX: 31, T: 90 });
    expect(rows[0]!.meanRepeatSpend.toNumber()).toBe(20);
    expect([unlinkedRefunds.days, unlinkedRefunds.amount.toNumber()]).toEqual([1, 7]);
  });
});

describe("errors", () => {
  it.each<[string, object]>([
    ["TIME_ZONE_MISMATCH", { timeZone: "Asia/Shanghai" }],
    ["INVALID_OPTION", { unit: "fortnight" }],
    ["INVALID_OPTION", { grain: "week" }],
    ["INVALID_OPTION", { calibrationEnd: new Date("2015-02-09T00:00:00Z") }],
  ])("%s for %j", (code, change) => {
    expect(() => summary(change)).toThrow(expect.objectContaining({ code }));
  });
});

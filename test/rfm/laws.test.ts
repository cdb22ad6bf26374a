import { collectFacts, type FactsRow } from "clientele/facts";
import { days, isCrmError, months } from "clientele/kernel";
import {
  cellsOf,
  type RfmOptions,
  type RfmScoring,
  rfmMigration,
  rfmSegments8,
  rfmSegments10,
  scoreRfm,
  UNSCORED,
} from "clientele/rfm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anInstant, someRows } from "../arbitraries/orders.js";
import { runs } from "../arbitraries/runs.js";

const timeZone = "America/New_York";
const options = { currency: "USD", timeZone } as const;

const thresholds: RfmScoring = {
  by: "thresholds",
  recencyDays: [30, 90, 180, 365],
  frequency: [2, 3, 5, 8],
  monetary: ["50.00", "200.00", "1000.00", "20000.00"],
};

function score(rows: readonly FactsRow[], now: Date, more: Partial<RfmOptions> = {}) {
  return scoreRfm(collectFacts(rows, options), { now, timeZone, ...more });
}

function byCustomer(rows: readonly FactsRow[], now: Date, more: Partial<RfmOptions> = {}) {
  return Object.fromEntries([...score(rows, now, more).rows()].map((row) => [`id ${row.customerId}`, row]));
}

/** Rows with many customers, so that scores spread. */
const manyRows = fc
  .tuple(someRows, fc.array(fc.nat(30), { minLength: 40, maxLength: 40 }))
  .map(([rows, customers]) => rows.map((row, i) => ({ ...row, customerId: `c${customers[i]}` })));

describe("laws", () => {
  it("the order of the rows changes no score, under any tie rule but NTILE's", () => {
    const rules = ["mid-rank", "right-closed", "right-closed-distinct", "half-open-plus-one"] as const;
    fc.assert(
      fc.property(manyRows, anInstant, fc.constantFrom(...rules), (rows, now, ties) => {
        const scores = { by: "quantiles", ties } as const;
        expect(byCustomer([...rows].reverse(), now, { scores })).toEqual(byCustomer(rows, now, { scores }));
      }),
      runs(200),
    );
  });

  it("scaling every amount changes no score", () => {
    fc.assert(
      fc.property(manyRows, anInstant, fc.integer({ min: 2, max: 50 }), (rows, now, factor) => {
        const times = (amount: unknown) => (Math.round(Number(amount) * 100) * factor) / 100;
        const scaled = rows.map((row) =>
          "gross" in row
            ? {
                ...row,
                gross: times(row.gross),
                discount: times(row.discount ?? 0),
                refunds: row.refunds?.map((refund) => ({ ...refund, amount: times(refund.amount) })),
              }
            : { ...row, amount: times(row.amount) },
        );
        const cells = (of: readonly FactsRow[]) =>
          [...score(of, now).rows()].map(({ customerId, cell }) => [customerId, cell]);
        expect(cells(scaled)).toEqual(cells(rows));
      }),
      runs(200),
    );
  });

  it("equal customers get equal scores, and a better measure never a lower one", () => {
    fc.assert(
      fc.property(
        manyRows,
        anInstant,
        fc.constantFrom<RfmScoring>({ by: "quantiles" }, thresholds),
        (rows, now, scores) => {
          const scored = [...score(rows, now, { scores }).rows()];
          for (const a of scored)
            for (const b of scored) {
              if (a.recencyDays <= b.recencyDays) expect(a.r).toBeGreaterThanOrEqual(b.r);
              if (a.frequency >= b.frequency) expect(a.f).toBeGreaterThanOrEqual(b.f);
              if (a.monetary.gte(b.monetary)) expect(a.m).toBeGreaterThanOrEqual(b.m);
            }
        },
      ),
      runs(100),
    );
  });

  it("mid-rank scores equal the definition, customer by customer", () => {
    fc.assert(
      fc.property(manyRows, anInstant, (rows, now) => {
        const scored = [...score(rows, now).rows()];
        const n = scored.length;
        const bins = 5;
        for (const one of scored) {
          const below = scored.filter((other) => other.monetary.lt(one.monetary)).length;
          const ties = scored.filter((other) => other.monetary.eq(one.monetary)).length;
          // floor(5 (below + ties / 2) / n) in whole numbers, by counting.
          let floor = 0;
          while ((floor + 1) * 2 * n <= bins * (2 * below + ties)) floor++;
          expect(one.m).toBe(Math.min(bins, floor + 1));
        }
      }),
      runs(100),
    );
  });

  it("segments count every scored customer once, and all their money", () => {
    fc.assert(
      fc.property(
        manyRows,
        anInstant,
        fc.constantFrom(undefined, rfmSegments10, rfmSegments8),
        (rows, now, segments) => {
          const rfm = score(rows, now, segments && { segments });
          const all = [...rfm.rows()];
          const totals = rfm.segments();
          expect(totals.reduce((sum, { customers }) => sum + customers, 0)).toBe(all.length);
          const counted = rows.filter((row) => !("status" in row && row.status === "cancelled"));
          expect(rfm.size + rfm.unscored).toBe(new Set(counted.map((row) => row.customerId)).size);
          for (const { segment, customers, monetary } of totals) {
            const members = all.filter((row) => row.segment === segment);
            expect(members.length).toBe(customers);
            expect(members.reduce((sum, row) => sum.plus(row.monetary), monetary.times(0)).eq(monetary)).toBe(true);
          }
        },
      ),
      runs(100),
    );
  });

  it("nextChangeAt is exact: nothing changes before it, and something at it", () => {
    const lookBacks = [undefined, days(60), months(3)];
    const moneys = ["net", "gross", "net-per-order"] as const;
    const counts = ["orders", "purchase-days"] as const;
    fc.assert(
      fc.property(
        manyRows,
        anInstant,
        fc.constantFrom(...lookBacks),
        fc.constantFrom(...moneys),
        fc.constantFrom(...counts),
        (rows, now, lookBack, monetary, frequency) => {
          // Rows up to now alone: nothing else may happen after it.
          const past = rows
            .filter((row) => ("refundedAt" in row ? row.refundedAt : row.placedAt) <= now)
            .map((row) =>
              "refundedAt" in row
                ? row
                : { ...row, refunds: row.refunds?.filter(({ refundedAt }) => refundedAt <= now) },
            );
          const more = { scores: thresholds, monetary, frequency, ...(lookBack && { lookBack }) };
          const facts = collectFacts(past, options);
          const cellAt = (id: string, at: Date) => scoreRfm(facts, { now: at, timeZone, ...more }).of(id)?.cell;
          for (const row of scoreRfm(facts, { now, timeZone, ...more }).rows()) {
            const at = row.nextChangeAt;
            if (at === undefined) {
              if (lookBack === undefined) expect(cellAt(row.customerId, new Date("2040-01-01"))).toBe(row.cell);
              continue;
            }
            expect(at > now).toBe(true);
            expect(cellAt(row.customerId, new Date(at.getTime() - 1))).toBe(row.cell);
            expect(cellAt(row.customerId, at)).not.toBe(row.cell);
            const between = new Date(now.getTime() + Math.floor((at.getTime() - now.getTime()) / 2));
            expect(cellAt(row.customerId, between)).toBe(row.cell);
          }
        },
      ),
      runs(40),
    );
  });

  it("migration counts everybody who is scored on either date once, and nobody moves between equal dates", () => {
    fc.assert(
      fc.property(manyRows, anInstant, anInstant, (rows, earlier, later) => {
        const [before, after] = [score(rows, earlier), score(rows, later)];
        const { segments, counts, stayed, moved } = rfmMigration(before, after);
        const all = counts.flat().reduce((a, b) => a + b, 0);
        expect(stayed + moved).toBe(all);
        expect(counts[segments.indexOf(UNSCORED)]![segments.indexOf(UNSCORED)]).toBe(0);
        segments.forEach((segment, from) => {
          const leaving = counts[from]!.reduce((a, b) => a + b, 0);
          const arriving = counts.reduce((sum, row) => sum + row[from]!, 0);
          if (segment === UNSCORED) return;
          expect(leaving).toBe(before.segments().find((total) => total.segment === segment)!.customers);
          expect(arriving).toBe(after.segments().find((total) => total.segment === segment)!.customers);
        });
        expect(rfmMigration(before, before).moved).toBe(0);
      }),
      runs(100),
    );
  });
});

describe("edges", () => {
  const now = new Date("2026-01-01T12:00:00Z");
  const order = (id: string, customerId: string): FactsRow => ({ id, customerId, placedAt: now, gross: "10" });

  it("scores nobody, one customer, and customers who are all equal", () => {
    expect([...score([], now).rows()]).toEqual([]);
    expect(
      score([], now)
        .segments()
        .every(({ customers, monetaryShare }) => customers === 0 && monetaryShare === undefined),
    ).toBe(true);
    expect(score([order("1", "__proto__")], now).of("__proto__")).toMatchObject({
      r: 3,
      f: 3,
      m: 3,
      customerId: "__proto__",
    });
    const equal = score(
      ["a", "b", "c"].map((id) => order(id, id)),
      now,
    );
    expect([...equal.rows()].map(({ cell }) => cell)).toEqual(["333", "333", "333"]);
    for (const at of ["mean", "median"] as const)
      expect(score([order("1", "a")], now, { segments: rfmSegments8, scores: { by: "split", at } }).of("a")!.f).toBe(1);
  });

  it("a customer with a return alone is counted as unscored", () => {
    const rfm = score([{ id: "1", customerId: "a", refundedAt: now, amount: "5" }], now);
    expect([rfm.size, rfm.unscored, rfm.of("a")]).toEqual([0, 1, undefined]);
  });

  it("frequency and monetary are what was asked for", () => {
    const rows = [
      { id: "1", customerId: "a", placedAt: new Date("2025-10-01T12:00:00Z"), gross: "10.00", discount: "1.00" },
      { id: "2", customerId: "a", placedAt: new Date("2025-10-01T18:00:00Z"), gross: "10.01" },
      { id: "3", customerId: "b", placedAt: new Date("2025-10-02T12:00:00Z"), gross: "5.00" },
      { id: "4", customerId: "b", refundedAt: new Date("2025-10-03T12:00:00Z"), amount: "7.01" },
    ];
    const values = (more: Partial<RfmOptions>) =>
      ["a", "b"].map((id) => {
        const row = score(rows, now, more).of(id)!;
        return [row.frequency, row.monetary.toNumber()];
      });
    expect(values({})).toEqual([
      [2, 19.01],
      [1, -2.01],
    ]);
    expect(values({ frequency: "purchase-days", monetary: "gross" })).toEqual([
      [1, 20.01],
      [1, 5],
    ]);
    // 19.01 / 2 = 9.505, half up.
    expect(values({ monetary: "net-per-order" })).toEqual([
      [2, 9.51],
      [1, -2.01],
    ]);
    const reasons = score(rows, now, { frequency: "purchase-days", monetary: "net-per-order" }).of("a")!.reasons;
    expect(reasons.map(({ code }) => code)).toEqual([
      "RFM_RECENCY",
      "RFM_PURCHASE_DAYS",
      "RFM_MONETARY_MEAN",
      "RFM_SEGMENT",
    ]);
  });

  it("a threshold that is never reached changes nothing and says so", () => {
    const scores: RfmScoring = { ...thresholds, recencyDays: [30, 90, 180, 9e15] };
    const row = score([{ ...order("1", "a"), placedAt: new Date("2025-01-01T12:00:00Z") } as FactsRow], now, {
      scores,
    }).of("a")!;
    expect([row.r, row.nextChangeAt]).toEqual([2, undefined]);
  });

  it("edges are exact money, as they were given or as the mean is", () => {
    const rows = ["0.01", "0.02", "0.02"].map((gross, i) => ({ ...order(String(i), `c${i}`), gross }) as FactsRow);
    const mean = score(rows, now, { segments: rfmSegments8 }).edges.monetary[0]!;
    expect(mean.times(3).toDecimalPlaces(20).toFixed()).toBe("0.05");
    const given = ["0.001", "0.002", "10.005", "11"];
    expect(score(rows, now, { scores: { ...thresholds, monetary: given } }).edges.monetary.map(String)).toEqual(given);
  });

  it("more segments than a byte counts keep their customers", () => {
    const levels = 7;
    const cells = cellsOf({ measures: "rfm", levels });
    const segments = cells.map((cell) => ({ id: `s${cell}`, cells: [cell] }));
    const rows = Array.from({ length: 70 }, (_, i) => ({ ...order(String(i), `c${i}`), gross: String(i) }) as FactsRow);
    for (const row of score(rows, now, {
      segments: { version: 1, id: "all", measures: "rfm", levels, segments },
    }).rows())
      expect(row.segment).toBe(`s${row.cell}`);
  });

  it("scores of changed facts are not mixed with the facts", () => {
    const facts = collectFacts([order("1", "a")], options);
    const rfm = scoreRfm(facts, { now, timeZone, scores: thresholds, lookBack: days(60) });
    facts.add(order("2", "a"));
    expect(() => rfm.of("a")).toThrow(expect.objectContaining({ code: "FACTS_MISMATCH" }));
  });

  it("weights weigh the combined score", () => {
    const rows = Array.from({ length: 5 }, (_, i) => ({ ...order(String(i), `c${i}`), gross: String(i) }));
    const row = score(rows, now, { weights: { r: 1, f: 1, m: 2 } }).of("c4")!;
    expect([row.r, row.f, row.m, row.score]).toEqual([3, 3, 5, 4]);
  });

  it("a look-back sees its exact start", () => {
    const rows = [{ id: "1", customerId: "a", placedAt: new Date("2025-10-01T12:00:00Z"), gross: "10" }];
    expect(score(rows, now, { lookBack: days(92) }).size).toBe(1);
    expect(score(rows, now, { lookBack: days(91) }).size).toBe(0);
    expect(score(rows, now, { lookBack: months(3) }).size).toBe(1);
  });
});

describe("errors", () => {
  const now = new Date("2026-01-01T12:00:00Z");
  it.each<[string, Record<string, unknown>]>([
    ["TIME_ZONE_MISMATCH", { timeZone: "UTC" }],
    ["INVALID_SEGMENT_MAP", { segments: { ...rfmSegments10, segments: [] } }],
    ["INVALID_OPTION", { frequency: "days" }],
    ["INVALID_OPTION", { monetary: "mean" }],
    ["INVALID_INSTANT", { now: "2026" }],
    ["UNKNOWN_VERSION", { segments: { ...rfmSegments10, version: 2 } }],
    ["INVALID_SEGMENT_MAP", { segments: { ...rfmSegments10, segments: null } }],
    ["INVALID_SEGMENT_MAP", { segments: { ...rfmSegments10, segments: [null] } }],
    ["INVALID_OPTION", { scores: { by: "luck" } }],
    ["INVALID_OPTION", { scores: { by: "quantiles", ties: "coin" } }],
    ["INVALID_OPTION", { scores: { by: "split", at: "mean" } }],
    ["INVALID_OPTION", { scores: { ...thresholds, recencyDays: [1, 2, 3] } }],
    ["INVALID_OPTION", { scores: { ...thresholds, frequency: [1, 3, 2, 4] } }],
    ["INVALID_OPTION", { scores: { ...thresholds, monetary: ["1", "2", "x", "4"] } }],
    ["INVALID_OPTION", { weights: { r: 0, f: 0, m: 0 } }],
    ["INVALID_OPTION", { weights: { r: Number.NaN, f: 1, m: 1 } }],
    ["INVALID_OPTION", { lookBack: days(0) }],
    ["INVALID_INSTANT", { now: new Date(Number.NaN) }],
  ])("%s for %j", (code, change) => {
    try {
      score([], now, change as Partial<RfmOptions>);
      expect.unreachable();
    } catch (error) {
      expect(isCrmError(error) && error.code).toBe(code);
    }
  });
});

import { collectFacts, type FactsRow } from "clientele/facts";
import {
  cellsOf,
  checkSegmentMap,
  InvalidSegmentMapError,
  rfmSegments8,
  rfmSegments10,
  rfmSegments11,
  scoreRfm,
  segmentsFromRanges,
  type TieRule,
} from "clientele/rfm";
import { rfmSegmentMapSchema } from "clientele/rfm/schema";
import { label } from "clientele/words";
import { en } from "clientele/words/en";
import { zhCN } from "clientele/words/zh-CN";
import { describe, expect, it } from "vitest";
import { dataRows, reference } from "../reference/load.js";

interface Quintiles {
  readonly data: { readonly rows: readonly (readonly [string, number, number, number])[] };
  readonly expected: Readonly<Record<string, Readonly<Record<"recency" | "frequency" | "monetary", number[]>>>>;
  readonly order: readonly string[];
}
interface RangeRules {
  readonly names: string[];
  readonly rl: number[];
  readonly ru: number[];
  readonly fl: number[];
  readonly fu: number[];
  readonly ml: number[];
  readonly mu: number[];
  readonly expected: Record<string, { customers: number; orders: number; revenue: number }>;
  readonly unassigned_cells_of_125: number;
}
interface Reference {
  readonly quintiles: Quintiles;
  readonly segments_11: { readonly map: Record<string, string[]>; readonly cases: { rfm: string; segment: string }[] };
  readonly segments_10_rf: { readonly map: Record<string, string> };
  readonly segments_8_cn: {
    readonly table: { name: string; R: string; F: string; M: string }[];
    readonly cases: {
      id: string;
      convention: "mean" | "median";
      expected: Record<string, string>;
      thresholds: Record<"R" | "F" | "M", number>;
    }[];
  };
  readonly rfm_package: {
    readonly thresholds: Record<"recency_days" | "frequency" | "monetary", number[]>;
    readonly first_five: { readonly rows: number[][] };
    readonly segment_rules_test: RangeRules;
    readonly segment_rules_readme: RangeRules & { readonly first_five: string[] };
  };
}

const figures = reference<Reference>("rfm");
const timeZone = "UTC";
const now = new Date("2026-01-01T12:00:00Z");

/** Orders that give a customer these days, this many orders and this sum: all of the money on the first order. */
function ordersOf([customerId, recencyDays, frequency, monetary]: readonly [
  string,
  number,
  number,
  number,
]): FactsRow[] {
  return Array.from({ length: frequency }, (_, i) => ({
    id: `${customerId}-${i}`,
    customerId,
    placedAt: new Date(now.getTime() - (recencyDays + i) * 86_400_000),
    gross: i === 0 ? monetary : 0,
  }));
}

const twenty = collectFacts(figures.quintiles.data.rows.flatMap(ordersOf), { currency: "USD", timeZone });

describe("golden: the tie rules on twenty customers", () => {
  const ties: Record<string, TieRule> = {
    half_open_plus_one: "half-open-plus-one",
    right_closed: "right-closed",
    right_closed_drop_duplicate_edges: "right-closed-distinct",
    ntile_ties_by_input_order: "input-order",
    mid_rank_percent: "mid-rank",
  };
  it.each(Object.entries(ties))("%s", (name, rule) => {
    const rfm = scoreRfm(twenty, { now, timeZone, scores: { by: "quantiles", ties: rule } });
    const rows = figures.quintiles.order.map((id) => rfm.of(id)!);
    expect({
      recency: rows.map(({ r }) => r),
      frequency: rows.map(({ f }) => f),
      monetary: rows.map(({ m }) => m),
    }).toEqual(figures.quintiles.expected[name]);
  });

  it("mid-rank is the default", () => {
    expect(scoreRfm(twenty, { now, timeZone }).of("c06")?.cell).toBe("444");
  });
});

describe("golden: the Chinese classic eight", () => {
  it.each(figures.segments_8_cn.cases)("split at the $convention", ({ convention, expected, thresholds }) => {
    const rfm = scoreRfm(twenty, { now, timeZone, segments: rfmSegments8, scores: { by: "split", at: convention } });
    for (const [id, name] of Object.entries(expected)) expect(label(rfm.of(id)!.segment, zhCN), id).toBe(name);
    expect(rfm.edges.recencyDays[0]).toBeCloseTo(thresholds.R, 9);
    expect(rfm.edges.frequency[0]).toBeCloseTo(thresholds.F, 9);
    expect(rfm.edges.monetary[0]!.toNumber()).toBeCloseTo(thresholds.M, 9);
  });

  it("names the eight cells as the definition table does", () => {
    const digit = (level: string) => (level === "高" ? "2" : "1");
    for (const { name, R, F, M } of figures.segments_8_cn.table) {
      const cell = digit(R) + digit(F) + digit(M);
      const segment = rfmSegments8.segments.find(({ cells }) => cells.includes(cell))!;
      expect(label(segment.id, zhCN)).toBe(name);
    }
  });
});

describe("golden: the maps as published", () => {
  it("the 11 segments take the published cells", () => {
    const byName = Object.fromEntries(
      rfmSegments11.segments.map(({ id, cells }) => [label(id, en).toLowerCase(), [...cells].sort()]),
    );
    for (const [name, cells] of Object.entries(figures.segments_11.map))
      expect(byName[name.toLowerCase()], name).toEqual([...cells].sort());
    for (const { rfm, segment } of figures.segments_11.cases) expect(byName[segment.toLowerCase()], rfm).toContain(rfm);
  });

  it("the 10 segments partition the grid as published", () => {
    const groups = (entries: (readonly [string, string])[]) => {
      const cells = new Map<string, string[]>();
      for (const [cell, name] of entries) cells.set(name, [...(cells.get(name) ?? []), cell]);
      return [...cells.values()].map((group) => group.sort().join()).sort();
    };
    const ours = rfmSegments10.segments.flatMap(({ id, cells }) => cells.map((cell) => [cell, id] as const));
    expect(groups(ours)).toEqual(groups(Object.entries(figures.segments_10_rf.map)));
  });

  it.each([rfmSegments8, rfmSegments10, rfmSegments11])("$id is total and disjoint", (map) => {
    expect(checkSegmentMap(map)).toBe(map);
    expect(rfmSegmentMapSchema.parse(JSON.parse(JSON.stringify(map)))).toEqual(map);
    expect(map.segments.flatMap(({ cells }) => cells).sort()).toEqual([...cellsOf(map)].sort());
    for (const { id } of map.segments) {
      expect(label(id, en)).not.toBe(id);
      expect(label(id, zhCN)).not.toBe(id);
    }
  });

  it.each([
    ["a cell without a segment", rfmSegments11.segments.slice(1)],
    ["a cell with two", [...rfmSegments11.segments, { id: "another", cells: ["111"] }]],
    ["no cell at all", [...rfmSegments11.segments, { id: "another", cells: ["999"] }]],
    ["an id twice", [...rfmSegments11.segments, { id: "lost", cells: [] }]],
  ])("refuses a map with %s", (_, segments) => {
    expect(() => checkSegmentMap({ ...rfmSegments11, segments })).toThrow(InvalidSegmentMapError);
  });
});

describe("errors: ranges", () => {
  it.each<[string, object]>([
    ["an id twice", { rules: [{ id: "a" }, { id: "a", r: [1, 2] }] }],
    ["a range that runs backwards", { rules: [{ id: "a", r: [4, 2] }] }],
    ["a range past the levels", { rules: [{ id: "a", r: [6, 9] }] }],
    ["a measure that is none", { rules: [{ id: "a", R: [5, 5] }] }],
    ["too many levels", { rules: [], levels: 150 }],
    ["the reserved id", { rules: [{ id: "unscored" }] }],
  ])("refuses %s", (_, change) => {
    const options = { id: "x", otherwise: "others", ...change } as Parameters<typeof segmentsFromRanges>[0];
    expect(() => segmentsFromRanges(options)).toThrow(InvalidSegmentMapError);
  });
});

describe("golden: the R package rfm on its demo orders", () => {
  const rows = dataRows("rfm_orders.csv");
  it.runIf(rows)("gives its thresholds, scores and segments", () => {
    const orders = rows!.map((row, i) => ({
      id: String(i),
      customerId: row["customer_id"]!,
      placedAt: new Date(`${row["order_date"]}T00:00:00Z`),
      gross: row["revenue"]!,
    }));
    const facts = collectFacts(orders, { currency: "USD", timeZone });
    const expected = figures.rfm_package;
    const kebab = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, "-");
    for (const rules of [expected.segment_rules_test, expected.segment_rules_readme]) {
      const map = segmentsFromRanges({
        id: "rfm-package",
        otherwise: "others",
        rules: rules.names.map((name, i) => ({
          id: kebab(name),
          r: [rules.rl[i]!, rules.ru[i]!],
          f: [rules.fl[i]!, rules.fu[i]!],
          m: [rules.ml[i]!, rules.mu[i]!],
        })),
      });
      const rfm = scoreRfm(facts, {
        now: new Date("2006-12-31T00:00:00Z"),
        timeZone,
        segments: map,
        scores: { by: "quantiles", ties: "half-open-plus-one" },
      });
      expect(rfm.size).toBe(995);
      expect(map.segments.find(({ id }) => id === "others")!.cells.length).toBe(rules.unassigned_cells_of_125);
      expect(rfm.edges.recencyDays).toEqual(expected.thresholds.recency_days);
      expect(rfm.edges.frequency).toEqual(expected.thresholds.frequency);
      expect(rfm.edges.monetary.map(Number)).toEqual(expected.thresholds.monetary);
      for (const [id, recencyDays, frequency, monetary, r, f, m] of expected.first_five.rows) {
        expect(rfm.of(String(id))).toMatchObject({ recencyDays, frequency, r, f, m });
        expect(rfm.of(String(id))!.monetary.toNumber()).toBe(monetary);
      }
      const totals = new Map(rfm.segments().map((total) => [total.segment, total]));
      for (const [name, { customers, orders: count, revenue }] of Object.entries(rules.expected)) {
        const total = totals.get(kebab(name))!;
        expect([name, total.customers, total.frequency, total.monetary.toNumber()]).toEqual([
          name,
          customers,
          count,
          revenue,
        ]);
      }
    }
  });
});

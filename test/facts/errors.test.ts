import {
  collectFacts,
  collectFactsFromColumns,
  Facts,
  type FactsRow,
  factsFromColumns,
  factsFromJson,
  factsToColumns,
  factsToJson,
  type OrderColumns,
  type StoredFacts,
} from "clientele/facts";
import { type CrmError, countSetAside, isCrmError } from "clientele/kernel";
import { describe, expect, it } from "vitest";

const options = { currency: "USD", timeZone: "UTC" } as const;
const good = { id: "o1", customerId: "c1", placedAt: new Date("2026-01-02T03:04:05Z"), gross: "12.40" } as const;
const { gross: _, ...head } = good;
const now = new Date("2026-06-01T00:00:00Z");

function errorOf(run: () => unknown): CrmError {
  try {
    run();
  } catch (error) {
    if (isCrmError(error)) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const bad: [code: string, path: (string | number)[], row: Record<string, unknown>][] = [
  ["INVALID_AMOUNT", ["gross"], { ...good, gross: Number.NaN }],
  ["INVALID_AMOUNT", ["gross"], { ...good, gross: Number.POSITIVE_INFINITY }],
  ["INVALID_AMOUNT", ["gross"], { ...good, gross: "-0.01" }],
  ["INVALID_AMOUNT", ["gross"], { ...good, gross: "12,40" }],
  ["INVALID_AMOUNT", ["gross"], { ...good, gross: "" }],
  ["INVALID_AMOUNT", ["gross"], { ...good, gross: null }],
  ["INVALID_AMOUNT", ["gross"], { id: "o1", customerId: "c1", placedAt: good.placedAt }],
  ["INVALID_AMOUNT", ["discount"], { ...good, discount: -1 }],
  ["INVALID_AMOUNT", ["tax"], { ...good, tax: "99", taxIncluded: true }],
  ["AMOUNT_OUT_OF_RANGE", ["gross"], { ...good, gross: "90071992547409.92" }],
  ["UNKNOWN_CURRENCY", ["currency"], { ...good, currency: "XXY" }],
  ["CURRENCY_MISMATCH", ["currency"], { ...good, currency: "CNY" }],
  ["INVALID_INSTANT", ["placedAt"], { ...good, placedAt: new Date("no date") }],
  ["INVALID_INSTANT", ["placedAt"], { ...good, placedAt: undefined }],
  ["INVALID_INSTANT", ["placedAt"], { ...good, placedAt: "2026-01-02" }],
  ["ORDER_AFTER_NOW", ["placedAt"], { ...good, placedAt: new Date("2026-06-01T00:00:00.001Z") }],
  ["NO_CUSTOMER", ["customerId"], { ...good, customerId: undefined }],
  ["NO_CUSTOMER", ["customerId"], { ...good, customerId: "" }],
  ["INVALID_INPUT", ["customerId"], { ...good, customerId: 7 }],
  ["INVALID_INPUT", ["id"], { ...good, id: "" }],
  ["INVALID_AMOUNT", ["gross"], { ...good, gross: "-0.004" }],
  ["INVALID_INSTANT", ["placedAt"], { ...good, placedAt: new Date("9999-12-31T23:00:00Z").getTime() }],
  ["INVALID_INSTANT", ["placedAt"], { ...good, placedAt: new Date(-62_135_596_800_001) }],
  ["INVALID_INPUT", ["gross"], { ...good, lines: [] }],
  ["INVALID_AMOUNT", ["gross"], { ...head, lines: null }],
  ["INVALID_INPUT", ["lines"], { ...head, lines: "two" }],
  ["INVALID_INPUT", ["lines", 0], { ...head, lines: [null] }],
  ["INVALID_INPUT", ["refunds", 0], { ...good, refunds: [null] }],
  ["INVALID_INPUT", ["refunds"], { ...good, refunds: "all" }],
  ["INVALID_INPUT", ["status"], { ...good, status: "CANCELLED" }],
  ["INVALID_INPUT", ["items"], { ...good, items: 1.5 }],
  ["INVALID_INPUT", ["lines", 0, "quantity"], { ...head, lines: [{ quantity: -1, amount: 1 }] }],
  [
    "INVALID_AMOUNT",
    ["lines", 1, "amount"],
    {
      ...head,
      lines: [
        { quantity: 1, amount: 1 },
        { quantity: 1, amount: "x" },
      ],
    },
  ],
  [
    "INVALID_INSTANT",
    ["refunds", 0, "refundedAt"],
    { ...good, refunds: [{ refundedAt: new Date(Number.NaN), amount: 1 }] },
  ],
  ["INVALID_AMOUNT", ["refunds", 0, "amount"], { ...good, refunds: [{ refundedAt: good.placedAt, amount: "-1" }] }],
];

describe("errors: a bad row", () => {
  it.each(bad)("%s at %j throws with its place", (code, path, row) => {
    const rows = [{ ...good, id: "first" }, row as unknown as FactsRow];
    expect(errorOf(() => collectFacts(rows, { ...options, now }))).toMatchObject({ code, path: [1, ...path] });
  });

  it.each(bad)("%s at %j is set aside and counted where collecting, and the rest counts", (code, _path, row) => {
    const rows = [{ ...good, id: "first" }, row as unknown as FactsRow, { ...good, id: "last" }];
    const facts = collectFacts(rows, { ...options, now, mode: "collect" });
    expect(countSetAside(facts.setAside)).toEqual({ [code]: 1 });
    expect(facts.setAside[0]).toMatchObject({ index: 1, code });
    expect(facts.of("c1", { now })).toMatchObject({ orders: 2, purchaseDays: 1 });
    expect(facts.size).toBe(1);
    expect(facts.rounding.isZero()).toBe(true);
  });

  it("a duplicate id is found within one collect, and on adding later", () => {
    expect(errorOf(() => collectFacts([good, good], options))).toMatchObject({
      code: "DUPLICATE_ORDER_ID",
      path: [1, "id"],
    });
    const facts = collectFacts([good, good], { ...options, mode: "collect" });
    expect(countSetAside(facts.setAside)).toEqual({ DUPLICATE_ORDER_ID: 1 });
    expect(errorOf(() => facts.add(good)).code).toBe("DUPLICATE_ORDER_ID");
    const other = collectFacts([good], options);
    expect(errorOf(() => facts.merge(other)).code).toBe("DUPLICATE_ORDER_ID");
    expect(facts.of("c1", { now })?.orders).toBe(1);
  });

  it("no message carries a value", () => {
    for (const [, , row] of bad.filter(([, path]) => path[0] !== "customerId")) {
      const error = errorOf(() =>
        collectFacts([{ ...row, customerId: "alice@example.com" } as never], { ...options, now, mode: "strict" }),
      );
      expect(error.message).not.toContain("alice");
    }
  });
});

describe("errors: columns", () => {
  const columns: OrderColumns = {
    customerIds: ["a", "b"],
    placedAt: Float64Array.of(0, 1),
    gross: Int32Array.of(1, 2),
  };
  it.each<[string, (string | number)[], Partial<OrderColumns>]>([
    ["INVALID_INPUT", ["gross"], { gross: Int32Array.of(1) }],
    ["INVALID_INPUT", ["placedAt"], { placedAt: Float64Array.of(1, 2, 3) }],
    ["INVALID_AMOUNT", [1, "gross"], { gross: Float64Array.of(1, Number.NaN) }],
    ["INVALID_AMOUNT", [1, "gross"], { gross: Float64Array.of(1, 0.5) }],
    ["INVALID_AMOUNT", [0, "gross"], { gross: Int32Array.of(-1, 1) }],
    ["INVALID_AMOUNT", [1, "gross"], { gross: ["1", "x"] }],
    ["INVALID_INSTANT", [0, "placedAt"], { placedAt: Float64Array.of(Number.NaN, 1) }],
    ["INVALID_INSTANT", [1, "placedAt"], { placedAt: Float64Array.of(0, 1e16) }],
    ["INVALID_INSTANT", [0, "placedAt"], { placedAt: Float64Array.of(0.5, 1), timeUnit: "day" }],
    ["NO_CUSTOMER", [1, "customerId"], { customerIds: ["a", null] }],
    ["NO_CUSTOMER", [1, "customerId"], { customerIds: Float64Array.of(1, Number.NaN) }],
    ["DUPLICATE_ORDER_ID", [1, "id"], { orderIds: ["o", "o"] }],
    ["INVALID_INPUT", [0, "items"], { items: Float64Array.of(1.5, 1) }],
    ["INVALID_INSTANT", [1, "placedAt"], { placedAt: [new Date(0), null] as never }],
    ["INVALID_AMOUNT", [0, "gross"], { gross: ["-0.004", "1"] }],
    ["INVALID_INPUT", ["gross"], { gross: null as never }],
    ["INVALID_OPTION", ["timeUnit"], { timeUnit: "fortnight" as never }],
    ["INVALID_INPUT", [0, "id"], { orderIds: Float64Array.of(Number.NaN, 1) }],
  ])("%s at %j", (code, path, change) => {
    expect(errorOf(() => collectFactsFromColumns({ ...columns, ...change }, options))).toMatchObject({ code, path });
    if (path.length === 2) {
      const facts = collectFactsFromColumns({ ...columns, ...change }, { ...options, mode: "collect" });
      expect(countSetAside(facts.setAside)).toEqual({ [code]: 1 });
      expect(facts.size).toBe(1);
    }
  });
});

describe("errors: options", () => {
  it.each<[string, Record<string, unknown>]>([
    ["UNKNOWN_CURRENCY", { currency: "usd" }],
    ["UNKNOWN_TIME_ZONE", { timeZone: "Mars/Olympus" }],
    ["INVALID_OPTION", { refunds: "sometimes" }],
    ["INVALID_OPTION", { mode: "lenient" }],
    ["INVALID_INSTANT", { now: new Date(Number.NaN) }],
    ["INVALID_INSTANT", { now: "2026" }],
    ["INVALID_OPTION", { spend: { taxes: true } }],
    ["INVALID_OPTION", { spend: { tax: "yes" } }],
  ])("%s for %j", (code, change) => {
    expect(errorOf(() => collectFacts([], { ...options, ...change } as never)).code).toBe(code);
  });

  it("facts of another definition do not merge", () => {
    for (const change of [
      { currency: "CNY" },
      { timeZone: "Asia/Shanghai" },
      { refunds: "ignore" },
      { spend: { tax: true } },
    ])
      expect(errorOf(() => new Facts(options).merge(new Facts({ ...options, ...change } as never))).code).toBe(
        "FACTS_MISMATCH",
      );
  });

  it("an order that was never collected can't be amended or removed", () => {
    const facts = collectFacts([good], options);
    for (const before of [
      { ...good, id: "o2" },
      { ...good, customerId: "c2" },
      { ...good, gross: "12.41" },
    ]) {
      expect(errorOf(() => facts.amend(before, good)).code).toBe("NOT_COLLECTED");
      expect(errorOf(() => facts.remove(before)).code).toBe("NOT_COLLECTED");
    }
    expect(facts.of("c1", { now })?.net.toFixed()).toBe("12.4");
  });

  it("stored facts of another kind, version or shape are refused", () => {
    const json = factsToJson(collectFacts([good], options));
    const change = (part: object) => errorOf(() => factsFromJson({ ...json, ...part } as StoredFacts)).code;
    expect(change({ kind: "model" })).toBe("INVALID_INPUT");
    expect(change({ version: 2 })).toBe("UNKNOWN_VERSION");
    expect(change({ rounding: "zz" })).toBe("INVALID_AMOUNT");
    expect(change({ customers: undefined })).toBe("INVALID_INPUT");
    expect(change({ customers: [null] })).toBe("INVALID_INPUT");
    expect(change({ customers: [{ id: "c", days: null, refunds: [] }] })).toBe("INVALID_INPUT");
    expect(change({ customers: [...json.customers, ...json.customers] })).toBe("INVALID_INPUT");
    expect(change({ customers: [{ id: "c", days: [["2026-02-28", 2 ** 32, 0, 1, 0]], refunds: [] }] })).toBe(
      "INVALID_INPUT",
    );
    const store = factsToColumns(collectFacts([good, { ...good, id: "o2", customerId: "c2" }], options));
    const broken = (orderDays: object) =>
      errorOf(() => factsFromColumns({ ...store, orderDays: { ...store.orderDays, ...orderDays } })).code;
    expect(broken({ offsets: Uint32Array.of(1, 1, 2) })).toBe("INVALID_INPUT");
    expect(broken({ offsets: Uint32Array.of(0, 3, 2) })).toBe("INVALID_INPUT");
    expect(broken({ day: Int32Array.of(-99999999, 0) })).toBe("INVALID_INSTANT");
    expect(errorOf(() => factsFromColumns({ ...store, customerIds: ["a", "a"] })).code).toBe("INVALID_INPUT");
    expect(change({ customers: [{ id: "c", days: [["2026-02-30", 1, 0, 1, 0]], refunds: [] }] })).toBe(
      "INVALID_INSTANT",
    );
    expect(change({ customers: [{ id: "c", days: [["2026-02-28", 0, 0, 1, 0]], refunds: [] }] })).toBe("INVALID_INPUT");
    expect(change({ customers: [{ id: "c", days: [["2026-02-28", 1, 0, 1.5, 0]], refunds: [] }] })).toBe(
      "INVALID_INPUT",
    );
  });
});

describe("edges", () => {
  it("no orders are the facts of nobody", () => {
    const facts = collectFacts([], options);
    expect([facts.size, facts.setAside.length, facts.of("c1", { now })]).toEqual([0, 0, undefined]);
    expect(facts.columns({ now }).net.length).toBe(0);
    expect(facts.dayColumns({ now }).day.length).toBe(0);
  });

  it("sums past 2^53 − 1 minor units are refused, not rounded", () => {
    const huge = { ...good, gross: "90071992547409.91" };
    expect(errorOf(() => collectFacts([huge, { ...huge, id: "o2" }], options)).code).toBe("AMOUNT_OUT_OF_RANGE");
    const facts = collectFacts([huge], options);
    expect(errorOf(() => facts.add({ ...huge, id: "o2" })).code).toBe("AMOUNT_OUT_OF_RANGE");
    facts.add({ ...huge, id: "o2", placedAt: now });
    expect(errorOf(() => facts.columns({ now })).code).toBe("AMOUNT_OUT_OF_RANGE");
  });

  it("a merge that does not fit changes nothing", () => {
    const huge = { ...good, gross: "90071992547409.91" };
    const facts = collectFacts([{ ...good, id: "o0", customerId: "c0" }, huge], options);
    const before = factsToJson(facts);
    const other = collectFacts(
      [
        { ...good, id: "o2" },
        { ...good, id: "o3", customerId: "new" },
      ].reverse(),
      options,
    );
    expect(errorOf(() => facts.merge(other)).code).toBe("AMOUNT_OUT_OF_RANGE");
    expect(factsToJson(facts)).toEqual(before);
    expect(facts.size).toBe(2);
    facts.add({ ...good, id: "o2", customerId: "c2" });
  });

  it("sums of discounts and items past 2^53 − 1 are refused as well", () => {
    const huge = { ...good, gross: "90071992547409.91", discount: "90071992547409.91" };
    const facts = collectFacts(
      [huge, { ...good, id: "o2", placedAt: new Date("2026-02-01"), gross: "0", discount: "0.02" }],
      options,
    );
    expect(errorOf(() => facts.columns({ now })).code).toBe("AMOUNT_OUT_OF_RANGE");
    const items = [Number.MAX_SAFE_INTEGER, 1].map((count, i) => ({
      ...good,
      id: String(i),
      items: count,
      placedAt: new Date(Date.UTC(2026, 0, 1 + i)),
    }));
    expect(errorOf(() => collectFacts(items, options).columns({ now })).code).toBe("AMOUNT_OUT_OF_RANGE");
  });

  it("64-bit ids stay apart where numbers would not", () => {
    const ids = [1234567890123456789n, 1234567890123456790n];
    const facts = collectFactsFromColumns(
      { customerIds: BigInt64Array.from(ids), placedAt: Float64Array.of(0, 0), gross: Int32Array.of(1, 2) },
      options,
    );
    expect(facts.customerIds()).toEqual(ids.map(String));
  });

  it("unsigned integers are minor units, as signed ones", () => {
    const columns = { customerIds: ["a"], placedAt: Float64Array.of(0), gross: Uint32Array.of(1240) as never };
    expect(collectFactsFromColumns(columns, options).of("a", { now })!.net.toFixed()).toBe("12.4");
  });

  it("a refund after now waits for its day in rows and in columns, if its order is known", () => {
    const refundedAt = new Date("2027-01-05T00:00:00Z");
    const rows = collectFacts([{ ...good, refunds: [{ refundedAt, amount: "2.40" }] }], { ...options, now });
    const columns = collectFactsFromColumns(
      {
        customerIds: ["c1"],
        placedAt: [good.placedAt],
        gross: ["12.40"],
        refunds: { customerIds: ["c1"], refundedAt: [refundedAt], placedAt: [good.placedAt], amount: ["2.40"] },
      },
      { ...options, now },
    );
    expect(factsToJson(columns)).toEqual(factsToJson(rows));
    expect(rows.of("c1", { now: refundedAt })!.net.toFixed()).toBe("10");
  });

  it("dated rates turn other currencies into the facts' own, rounded once", () => {
    const rates = (currency: string, at: Date) => (currency === "CNY" && at >= good.placedAt ? "0.1405" : undefined);
    const facts = collectFacts([{ ...good, currency: "CNY", gross: "100.10" }], { ...options, rates });
    expect(facts.of("c1", { now })?.net.toFixed()).toBe("14.06"); // 14.06405
    expect(facts.rounding.toFixed()).toBe("0.00405");
    expect(errorOf(() => collectFacts([{ ...good, currency: "EUR" }], { ...options, rates })).code).toBe(
      "CURRENCY_MISMATCH",
    );
  });

  it("which money counts is the caller's choice", () => {
    const order = {
      ...head,
      lines: [{ quantity: 2, amount: "100.00", discount: "10.00", tax: "15.00" }],
      shipping: "8.00",
      taxIncluded: true,
      refunds: [{ refundedAt: good.placedAt, amount: "45.00", tax: "7.50", shipping: "8.00" }],
    };
    const net = (spend: object, taxIncluded: boolean) =>
      collectFacts([{ ...order, taxIncluded }], { ...options, spend })
        .of("c1", { now })!
        .net.toNumber();
    expect(net({}, true)).toBe(100 - 15 - 10 - (45 - 7.5));
    expect(net({ tax: true }, true)).toBe(100 - 10 - 45);
    expect(net({ shipping: true }, true)).toBe(100 - 15 + 8 - 10 - (45 - 7.5 + 8));
    expect(net({}, false)).toBe(100 - 10 - 45);
    expect(net({ tax: true, shipping: true }, false)).toBe(100 + 15 + 8 - 10 - (45 + 7.5 + 8));
  });
});

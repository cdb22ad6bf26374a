import { Decimal } from "clientele/kernel";
import { MemoryFactsRepository } from "clientele/memory";
import { canonicalText, type SaveResult, withRetry } from "clientele/ports";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../arbitraries/runs.js";

describe("withRetry", () => {
  const counters = () => {
    const repository = new MemoryFactsRepository<number>();
    const increment = (attempts?: number) =>
      withRetry(
        async () => (await repository.getMany(["n"]))[0],
        (current) => ({ id: "n", facts: (current?.facts ?? 0) + 1 }),
        (next, expected) => repository.save(next, expected),
        { attempts },
      );
    return { repository, increment };
  };

  it("writes once where nobody else writes", async () => {
    const { increment } = counters();
    expect(await increment()).toMatchObject({ ok: true, value: { facts: 1 }, attempts: 1 });
    expect(await increment()).toMatchObject({ ok: true, value: { facts: 2 }, attempts: 1 });
  });

  it("loses no increment of many that race", async () => {
    const { repository, increment } = counters();
    const results = await Promise.all(Array.from({ length: 10 }, () => increment(10)));
    expect(results.every((result) => result.ok)).toBe(true);
    expect((await repository.getMany(["n"]))[0]?.value.facts).toBe(10);
  });

  it("gives up with the conflict after so many attempts", async () => {
    let reads = 0;
    const conflict: SaveResult = { ok: false, reason: "CONFLICT", currentVersion: 9 };
    const result = await withRetry(
      async () => ({ value: ++reads, version: reads }),
      (n) => n ?? 0,
      async () => conflict,
      { attempts: 3 },
    );
    expect(result).toEqual({ ...conflict, attempts: 3 });
    expect(reads).toBe(3);
  });

  it("does not try again where a key was used for another input", async () => {
    const result = await withRetry(
      async () => undefined,
      () => 1,
      async () => ({ ok: false, reason: "IDEMPOTENCY_CONFLICT" }),
    );
    expect(result).toEqual({ ok: false, reason: "IDEMPOTENCY_CONFLICT", attempts: 1 });
  });

  it("lets what a step throws through", async () => {
    const lost = new Error("connection lost");
    await expect(
      withRetry(
        () => Promise.reject(lost),
        () => 1,
        async () => ({ ok: true, version: 1 }),
      ),
    ).rejects.toBe(lost);
  });

  it.each([0, -1, 1.5, Number.NaN])("refuses %s attempts", async (attempts) => {
    await expect(counters().increment(attempts)).rejects.toMatchObject({ code: "INVALID_OPTION", path: ["attempts"] });
  });
});

describe("canonicalText", () => {
  it("is the same for the same value in another spelling", () => {
    expect(canonicalText({ b: new Decimal("1.0"), a: undefined, c: new Date(5) })).toBe(
      canonicalText({ c: new Date(5), b: new Decimal("1.00") }),
    );
  });

  it("tells unlike values apart", () => {
    const values = [
      null,
      undefined,
      0,
      "0",
      "",
      [],
      {},
      [[]],
      [{}],
      { a: 1 },
      { a: "1" },
      new Date(0),
      new Decimal(0),
      ["a", "b"],
      ["a,b"],
      '"a"',
    ];
    expect(new Set(values.map(canonicalText)).size).toBe(values.length);
  });

  it("has its keys by code point", () => {
    // U+FF5E is below U+20BB7, whose first UTF-16 unit (U+D842) is below it.
    expect(canonicalText({ "\u{20BB7}": 1, "\uFF5E": 2 })).toBe('{"\uFF5E":2,"\u{20BB7}":1}');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, new Date(Number.NaN), new Decimal(Number.NaN)])(
    "refuses %s, which would pass for another value",
    (value) => {
      expect(() => canonicalText({ lines: [{ amount: value }] })).toThrow(
        expect.objectContaining({ code: "INVALID_INPUT", path: ["lines", 0, "amount"] }),
      );
    },
  );

  it("is equal for plain JSON exactly where the values are equal", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        const normal = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
        const isEqual = fc.stringify(sorted(normal(a))) === fc.stringify(sorted(normal(b)));
        expect(canonicalText(normal(a)) === canonicalText(normal(b))).toBe(isEqual);
        expect(canonicalText(normal(a))).toBe(canonicalText(sorted(normal(a))));
      }),
      runs(),
    );
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

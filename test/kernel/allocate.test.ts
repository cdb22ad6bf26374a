import { allocate, InvalidAmountError } from "clientele/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../arbitraries/runs.js";

const numbers = (parts: readonly bigint[]) => parts.map(Number);
const aTotal = fc.oneof(
  fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }),
  fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }),
);
const aWeight = fc.oneof(fc.constant(0), fc.nat({ max: 20 }), fc.nat(), fc.bigInt({ min: 0n, max: 2n ** 70n }));
const weights = fc.array(aWeight, { minLength: 1, maxLength: 12 });
const sumOf = (parts: readonly bigint[]) => parts.reduce((a, b) => a + b, 0n);

describe("golden", () => {
  it("seats ten by the Hare quota", () => {
    // Wikipedia, "Largest remainder method", example of the Hare quota.
    expect(numbers(allocate(10, [47_000, 16_000, 15_900, 12_000, 6_000, 3_100]))).toEqual([5, 2, 1, 1, 1, 0]);
  });

  it("shows the Alabama paradox", () => {
    // The same article: a seat more, and two parties lose one.
    const votes = [1500, 1500, 900, 500, 500, 200];
    expect(numbers(allocate(25, votes))).toEqual([7, 7, 4, 3, 3, 1]);
    expect(numbers(allocate(26, votes))).toEqual([8, 8, 5, 2, 2, 1]);
  });

  it("splits five cents three to seven", () => {
    // M. Fowler, Patterns of Enterprise Application Architecture, "Money": Foemmel's conundrum.
    expect(numbers(allocate(5, [3, 7]))).toEqual([2, 3]);
  });

  it("gives ties to the earlier index", () => {
    expect(numbers(allocate(100, [1, 1, 1]))).toEqual([34, 33, 33]);
    expect(numbers(allocate(-100, [1, 1, 1]))).toEqual([-34, -33, -33]);
  });

  it("takes a decimal weight as it is printed", () => {
    // Quotas 1.5, 1 and 0.5: a tie, which the doubles 0.3 and 0.1 themselves would break the other way.
    expect(numbers(allocate(3, [0.3, 0.2, 0.1]))).toEqual([2, 1, 0]);
    expect(numbers(allocate(3, [5e-324, 1e-323]))).toEqual([1, 2]);
    expect(numbers(allocate(3, [1e300, 2e300]))).toEqual([1, 2]);
  });

  it("splits evenly where all weights are zero", () => {
    expect(numbers(allocate(5, [0, 0, 0]))).toEqual([2, 2, 1]);
  });

  it("keeps every unit past 2^53", () => {
    expect(allocate(2n ** 60n + 1n, [1, 1])).toEqual([2n ** 59n + 1n, 2n ** 59n]);
  });
});

describe("laws", () => {
  it("keeps every unit", () => {
    fc.assert(
      fc.property(aTotal, weights, (total, by) => {
        expect(sumOf(allocate(total, by))).toBe(total);
      }),
      runs(300),
    );
  });

  it("gives each part less than a unit beside its quota, and a zero weight nothing", () => {
    fc.assert(
      fc.property(aTotal, weights, (total, by) => {
        const whole = sumOf(by.map(BigInt));
        fc.pre(whole > 0n);
        for (const [i, part] of allocate(total, by).entries()) {
          const off = part * whole - total * BigInt(by[i]!);
          expect(off < whole && -off < whole).toBe(true);
          if (BigInt(by[i]!) === 0n) expect(part).toBe(0n);
        }
      }),
      runs(300),
    );
  });

  it("mirrors a negative total", () => {
    fc.assert(
      fc.property(aTotal, weights, (total, by) => {
        expect(allocate(-total, by)).toEqual(allocate(total, by).map((part) => -part));
      }),
      runs(),
    );
  });

  it("looks at the proportions of the weights only", () => {
    fc.assert(
      fc.property(aTotal, fc.array(fc.nat({ max: 9999 }), { minLength: 1, maxLength: 8 }), (total, cents) => {
        expect(
          allocate(
            total,
            cents.map((weight) => weight / 100),
          ),
        ).toEqual(allocate(total, cents));
      }),
      runs(),
    );
  });

  it("never gives a smaller weight more", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 70n }), weights, (total, by) => {
        const parts = allocate(total, by);
        const order = by.map((weight, i) => ({ weight, part: parts[i]! }));
        for (const a of order) for (const b of order) if (a.weight < b.weight) expect(a.part <= b.part).toBe(true);
      }),
      runs(),
    );
  });
});

describe("edges", () => {
  it("splits nothing into nothing", () => {
    expect(allocate(0, [])).toEqual([]);
    expect(allocate(0, [1, 2])).toEqual([0n, 0n]);
    expect(allocate(-0, [1])).toEqual([0n]);
  });

  it("leaves its weights as they were", () => {
    const by = Object.freeze([3, 1, 2]);
    allocate(10, by);
    expect(by).toEqual([3, 1, 2]);
  });
});

describe("errors", () => {
  it.each([[[-1]], [[1, Number.NaN]], [[Number.POSITIVE_INFINITY]], [[-1n]], [[]]])(
    "refuses the weights %s",
    (by: (number | bigint)[]) => {
      expect(() => allocate(5, by)).toThrow(InvalidAmountError);
    },
  );

  it("says which weight is wrong", () => {
    expect(() => allocate(5, [1, 2, -3])).toThrow(expect.objectContaining({ path: ["weights", 2] }));
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses the total %j", (total) => {
    expect(() => allocate(total, [1])).toThrow(expect.objectContaining({ code: "INVALID_AMOUNT", path: ["total"] }));
  });
});

import { type AmountInput, amountReader, Decimal, enterAmount, isCrmError, safeMinor } from "clientele/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anAmountLikeText, anAmountText } from "../arbitraries/amounts.js";
import { runs } from "../arbitraries/runs.js";

const someDigits = fc.constantFrom(0, 2, 3);
const anInput: fc.Arbitrary<AmountInput> = fc.oneof(
  anAmountText,
  anAmountLikeText,
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double(),
  fc.nat({ max: 1_000_000 }).map((cents) => cents / 100),
  anAmountText.map((text) => new Decimal(text)),
);

/** What a reading gives: whole minor units, or the code and path of its error. */
function outcomeOf(read: () => number): unknown {
  try {
    return read();
  } catch (error) {
    return isCrmError(error) ? { code: error.code, path: error.path } : error;
  }
}

describe("golden", () => {
  it("reads plain amounts into minor units", () => {
    const { read } = amountReader(2);
    expect([read("12.40"), read("-0.05"), read("7"), read("3.1000000"), read("0.0"), read(0.1), read(19.99)]).toEqual([
      1240, -5, 700, 310, 0, 10, 1999,
    ]);
  });

  it("rounds half up once, counts how often and keeps the difference", () => {
    const reader = amountReader(2);
    expect([reader.read("0.005"), reader.read("-0.005"), reader.read("1.2349"), reader.read("1.23")]).toEqual([
      1, -1, 123, 123,
    ]);
    expect(reader.roundedCount).toBe(3);
    expect(reader.rounding().toFixed()).toBe("0.0049"); // −0.005 + 0.005 + 0.0049
  });
});

describe("laws", () => {
  it("reads any input as the exact way does, errors included", () => {
    fc.assert(
      fc.property(anInput, someDigits, (input, digits) => {
        const exactly = outcomeOf(() => safeMinor(enterAmount(input, digits, ["amount"]).minor, ["amount"]));
        expect(outcomeOf(() => amountReader(digits).read(input, ["amount"]))).toEqual(exactly);
      }),
      runs(1000),
    );
  });

  it("conserves: what was kept and what rounding took away are what was read", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            anAmountText,
            fc.nat({ max: 10 ** 9 }).map((n) => n / 1000),
          ),
          { maxLength: 30 },
        ),
        someDigits,
        (inputs, digits) => {
          const reader = amountReader(digits);
          let kept = new Decimal(0);
          let read = new Decimal(0);
          let finer = 0;
          for (const input of inputs) {
            const minor = outcomeOf(() => reader.read(input));
            if (typeof minor !== "number") continue;
            kept = kept.plus(minor);
            read = read.plus(input);
            if (new Decimal(input).decimalPlaces() > digits) finer++;
          }
          expect(
            kept
              .dividedBy(10 ** digits)
              .plus(reader.rounding())
              .equals(read),
          ).toBe(true);
          expect(reader.roundedCount).toBe(finer);
        },
      ),
      runs(200),
    );
  });

  it("never gives negative zero", () => {
    const { read } = amountReader(2);
    for (const input of ["-0", "-0.00", -0, "-0.004", new Decimal("-0")]) expect(Object.is(read(input), 0)).toBe(true);
  });
});

describe("errors", () => {
  it("does not count an amount that it refused", () => {
    const reader = amountReader(2);
    expect(() => reader.read("90071992547409.925")).toThrow(expect.objectContaining({ code: "AMOUNT_OUT_OF_RANGE" }));
    expect(reader.roundedCount).toBe(0);
    expect(reader.rounding().isZero()).toBe(true);
  });

  it.each(["1.", ".5", "--1", "1e3", "", "-", "1 000", Number.NaN, Number.POSITIVE_INFINITY, undefined, null])(
    "refuses %j",
    (input) => {
      expect(() => amountReader(2).read(input as AmountInput, [3])).toThrow(
        expect.objectContaining({ code: "INVALID_AMOUNT", path: [3] }),
      );
    },
  );
});

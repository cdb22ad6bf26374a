import {
  AmountOutOfRangeError,
  addMoney,
  CurrencyMismatchError,
  Decimal,
  enterAmount,
  formatMoney,
  InvalidAmountError,
  isCurrency,
  majorAmount,
  majorText,
  minorDigits,
  money,
  parseDecimal,
  safeMinor,
  subtractMoney,
  sumMinor,
  UnknownCurrencyError,
} from "clientele/kernel";
import { Decimal as CallersDecimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anAmountText } from "../arbitraries/amounts.js";
import { runs } from "../arbitraries/runs.js";

const aCurrency = fc.constantFrom("JPY", "CNY", "KWD");
const aMinor = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.maxSafeInteger());

describe("golden", () => {
  it.each([
    ["JPY", 0],
    ["KRW", 0],
    ["VND", 0],
    ["CLP", 0],
    ["ISK", 0],
    ["CNY", 2],
    ["USD", 2],
    ["EUR", 2],
    ["GBP", 2],
    ["HUF", 2],
    ["TWD", 2],
    ["KWD", 3],
    ["BHD", 3],
    ["TND", 3],
  ])("gives %s %i minor digits, as ISO 4217 does", (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  it.each([
    ["12.345", "CNY", "12.35 CNY"],
    ["-12.345", "CNY", "-12.35 CNY"],
    ["12.344999999999999999999", "CNY", "12.34 CNY"],
    ["0.5", "JPY", "1 JPY"],
    ["-0.4", "JPY", "0 JPY"],
    ["1.2345", "KWD", "1.235 KWD"],
    ["0", "KWD", "0.000 KWD"],
    ["12345678901234567890.125", "USD", "12345678901234567890.13 USD"],
  ])("rounds %s %s half up, away from zero", (amount, currency, text) => {
    expect(formatMoney(money(amount, currency))).toBe(text);
  });

  it("takes a number as it is printed", () => {
    expect(money(1.005, "USD").amount.toFixed()).toBe("1.01"); // the double itself lies below 1.005
    expect(addMoney(money(0.1, "USD"), money(0.2, "USD")).amount.toFixed()).toBe("0.3");
  });

  it("states what rounding took away", () => {
    const { minor, rounding } = enterAmount("12.3449", 2);
    expect([minor, rounding.toFixed()]).toEqual([1234n, "0.0049"]);
    const up = enterAmount("-0.005", 2);
    expect([up.minor, up.rounding.toFixed()]).toEqual([-1n, "0.005"]);
  });

  it("writes minor units in major ones", () => {
    expect([majorText(1240, 2), majorText(-5, 2), majorText(7, 0), majorText(-1, 3), majorText(0, 2)]).toEqual([
      "12.40",
      "-0.05",
      "7",
      "-0.001",
      "0.00",
    ]);
    expect(majorText(-(10n ** 20n), 2)).toBe("-1000000000000000000.00");
  });
});

describe("laws", () => {
  it("keeps and rounds what enters: both together are what entered", () => {
    fc.assert(
      fc.property(anAmountText, fc.constantFrom(0, 2, 3), (text, digits) => {
        const { minor, rounding } = enterAmount(text, digits);
        expect(majorAmount(minor, digits).plus(rounding).equals(new Decimal(text))).toBe(true);
        expect(
          rounding
            .abs()
            .times(2 * 10 ** digits)
            .lessThanOrEqualTo(1),
        ).toBe(true);
      }),
      runs(300),
    );
  });

  it("adds exactly, in any order, and takes away what it added", () => {
    fc.assert(
      fc.property(fc.array(anAmountText, { minLength: 1, maxLength: 8 }), aCurrency, (texts, currency) => {
        const amounts = texts.map((text) => money(text, currency));
        const [first, ...others] = amounts as [(typeof amounts)[number], ...typeof amounts];
        const sum = addMoney(first, ...others);
        const minors = texts.map((text) => enterAmount(text, minorDigits(currency)).minor);
        expect(enterAmount(sum.amount, minorDigits(currency)).minor).toBe(minors.reduce((a, b) => a + b, 0n));
        const [last, ...rest] = [...amounts].reverse() as typeof amounts;
        expect(addMoney(last!, ...rest).amount.equals(sum.amount)).toBe(true);
        expect(subtractMoney(sum, sum).amount.isZero()).toBe(true);
      }),
      runs(),
    );
  });

  it("sums minor units as BigInt does, in any order", () => {
    fc.assert(
      fc.property(fc.array(aMinor, { maxLength: 40 }), (minors) => {
        const exact = minors.reduce((sum, minor) => sum + BigInt(minor), 0n);
        const sum = sumMinor(minors);
        expect(BigInt(sum)).toBe(exact);
        expect(typeof sum === "number").toBe(
          exact <= BigInt(Number.MAX_SAFE_INTEGER) && exact >= BigInt(Number.MIN_SAFE_INTEGER),
        );
        expect(sumMinor([...minors].reverse())).toBe(sum);
      }),
      runs(300),
    );
  });

  it("writes what it reads", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), fc.constantFrom(0, 2, 3), (minor, digits) => {
        expect(enterAmount(majorText(minor, digits), digits)).toMatchObject({ minor });
        expect(majorAmount(minor, digits).toFixed(digits)).toBe(majorText(minor, digits));
      }),
      runs(),
    );
  });
});

describe("edges", () => {
  it("does not depend on the caller's decimal.js settings", () => {
    const Coarse = CallersDecimal.clone({ precision: 3, rounding: CallersDecimal.ROUND_DOWN });
    const coarse = { amount: new Coarse("1000.01"), currency: "USD" };
    expect(addMoney(coarse, money("0.01", "USD")).amount.toFixed()).toBe("1000.02");
    expect(subtractMoney(coarse, money("1000", "USD")).amount.toFixed()).toBe("0.01");
    expect(money(new Coarse("12.345"), "USD").amount.toFixed()).toBe("12.35");
  });

  it("sums nothing to 0", () => {
    expect(sumMinor([])).toBe(0);
    expect(Object.is(sumMinor([-0]), 0)).toBe(true);
  });

  it("takes the noise of float arithmetic as next to nothing", () => {
    expect(enterAmount(100 - 99.9 - 0.1, 2)).toMatchObject({ minor: 0n });
  });

  it("knows codes in upper case alone", () => {
    expect([isCurrency("CNY"), isCurrency("cny"), isCurrency("XXX"), isCurrency("constructor")]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("errors", () => {
  const notAmounts = [
    "",
    " ",
    "1.",
    ".5",
    "+1",
    "--1",
    "1e3",
    "1,000",
    "١",
    "12.40 ",
    "0x10",
    "NaN",
    "Infinity",
    "1\n",
    "9".repeat(31),
    `0.${"1".repeat(41)}`,
  ];

  it.each(notAmounts)("refuses %j as an amount", (text) => {
    expect(() => parseDecimal(text, ["orders", 3, "amount"])).toThrow(
      expect.objectContaining({ code: "INVALID_AMOUNT", path: ["orders", 3, "amount"] }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e31, undefined, null, {}, [], true, 5n])(
    "refuses %s as an amount",
    (value) => {
      expect(() => parseDecimal(value as number)).toThrow(InvalidAmountError);
      expect(() => enterAmount(value as number, 2)).toThrow(InvalidAmountError);
      expect(() => money(value as number, "USD")).toThrow(InvalidAmountError);
    },
  );

  it("refuses a decimal that is not finite, of any copy of decimal.js", () => {
    expect(() => parseDecimal(new CallersDecimal(Number.NaN))).toThrow(InvalidAmountError);
    expect(() => parseDecimal(new Decimal(Number.POSITIVE_INFINITY))).toThrow(InvalidAmountError);
  });

  it("refuses unknown currencies and to add two", () => {
    expect(() => money("1", "usd")).toThrow(UnknownCurrencyError);
    expect(() => minorDigits("__proto__")).toThrow(UnknownCurrencyError);
    expect(() => addMoney(money("1", "USD"), money("1", "USD"), money("1", "CNY"))).toThrow(CurrencyMismatchError);
    expect(() => subtractMoney(money("1", "USD"), money("1", "JPY"))).toThrow(
      expect.objectContaining({ code: "CURRENCY_MISMATCH", path: [1, "currency"] }),
    );
  });

  it("refuses minor units past 2^53 − 1 where a column holds them", () => {
    expect(safeMinor(2n ** 53n - 1n)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => safeMinor(2n ** 53n)).toThrow(AmountOutOfRangeError);
    expect(() => safeMinor(-(2n ** 53n) - 1n, ["net"])).toThrow(expect.objectContaining({ path: ["net"] }));
  });

  it.each([Number.NaN, 0.5, 2 ** 53, Number.NEGATIVE_INFINITY])("refuses to sum %s", (minor) => {
    expect(() => sumMinor([1, minor])).toThrow(InvalidAmountError);
  });
});

import { Decimal } from "clientele/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  amountText,
  exactTotal,
  isFinerThan,
  multiplyAmounts,
  readAmount,
  roundToMinor,
} from "../../examples/customer-book/exact-amount.js";

const decimalText = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 9 }))
  .map(([units, scale]) => new Decimal(String(units)).dividedBy(10 ** scale).toFixed());
const read = (text: string) => readAmount(text)!;

describe("laws", () => {
  it("multiplies and rounds as decimal.js does", () => {
    fc.assert(
      fc.property(decimalText, decimalText, fc.constantFrom(0, 2, 3), (a, b, digits) => {
        const product = multiplyAmounts(read(a), read(b));
        const decimal = new Decimal(a).times(b);
        expect(new Decimal(amountText(product, digits)).equals(decimal)).toBe(true);
        const minor = decimal.times(10 ** digits);
        expect(roundToMinor(product, digits)).toBe(BigInt(minor.toDecimalPlaces(0).toFixed()));
        expect(isFinerThan(product, digits)).toBe(!minor.isInteger());
      }),
    );
  });

  it("adds up to what decimal.js adds up to", () => {
    fc.assert(
      fc.property(fc.array(decimalText), (texts) => {
        const total = exactTotal();
        for (const text of texts) total.add(read(text));
        const decimal = texts.reduce((sum, text) => sum.plus(text), new Decimal(0));
        expect(new Decimal(total.toText(2)).equals(decimal)).toBe(true);
      }),
    );
  });
});

describe("edges", () => {
  it.each(["", "NaN", "Infinity", "1,5", "1e5", ".5", "5.", "--1", "0x10", "１"])("%j is no amount", (text) => {
    expect(readAmount(text)).toBeUndefined();
  });

  it.each([
    ["0.005", 1n],
    ["-0.005", -1n],
    ["0.0049999", 0n],
    ["1.995", 200n],
  ])("%s is %s cents, half up", (text, minor) => {
    expect(roundToMinor(read(text), 2)).toBe(minor);
  });
});

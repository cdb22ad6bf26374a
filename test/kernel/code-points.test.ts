import { compareCodePoints } from "clientele/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../arbitraries/runs.js";

const aText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("a", "é", "客", "\uffff", "\ue000", "😀", "𐀀"), { maxLength: 4 })
    .map((parts) => parts.join("")),
);

describe("golden", () => {
  it("puts a character past U+FFFF after U+FFFF, where UTF-16 order puts it before", () => {
    expect(["😀", "\uffff", "客", "a", ""].sort(compareCodePoints)).toEqual(["", "a", "客", "\uffff", "😀"]);
  });

  it("puts a text after its beginning", () => {
    expect(compareCodePoints("ab", "a")).toBeGreaterThan(0);
    expect(compareCodePoints("a", "a")).toBe(0);
  });
});

describe("laws", () => {
  it("orders as the UTF-8 bytes do, which is the order of code points", () => {
    fc.assert(
      fc.property(aText, aText, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
      runs(500),
    );
  });

  it("is an order of all texts, halves of characters included", () => {
    const anyText = fc
      .array(fc.constantFrom("a", "\ud83d", "\ude00", "\ue000"), { maxLength: 3 })
      .map((units) => units.join(""));
    fc.assert(
      fc.property(anyText, anyText, anyText, (a, b, c) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(0 - Math.sign(compareCodePoints(b, a)));
        expect(compareCodePoints(a, b) === 0).toBe(a === b);
        if (compareCodePoints(a, b) < 0 && compareCodePoints(b, c) < 0) expect(compareCodePoints(a, c)).toBeLessThan(0);
      }),
      runs(500),
    );
  });
});

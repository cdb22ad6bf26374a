import { rfmSegments8, rfmSegments10, rfmSegments11 } from "clientele/rfm";
import { label, phrase, type Words } from "clientele/words";
import { en } from "clientele/words/en";
import { zhCN } from "clientele/words/zh-CN";
import { describe, expect, it } from "vitest";

const words: Words = {
  locale: "en",
  reasons: { HELD: "{points} {points|point|points} of {owner} in {what@labels}." },
  labels: { "cannot-lose-them": "Cannot lose them" },
};

describe("golden", () => {
  it("puts values, number words and labels into a sentence", () => {
    const say = (points: number) =>
      phrase({ code: "HELD", values: { points, owner: "c42", what: "cannot-lose-them" } }, words);
    expect(say(1)).toBe("1 point of c42 in Cannot lose them.");
    expect(say(0)).toBe("0 points of c42 in Cannot lose them.");
  });
});

describe("edges", () => {
  it("an unknown code is itself, an unknown id its own name, a missing value nothing", () => {
    expect(phrase({ code: "NEVER", values: {} }, words)).toBe("NEVER");
    expect(phrase({ code: "constructor", values: {} }, words)).toBe("constructor");
    expect(label("lost", words)).toBe("lost");
    expect(phrase({ code: "HELD", values: {} }, words)).toBe(" points of  in .");
  });

  it("a value is never read as a template", () => {
    expect(phrase({ code: "HELD", values: { points: 2, owner: "{points}$&", what: "{owner}" } }, words)).toBe(
      "2 points of {points}$& in {owner}.",
    );
  });
});

describe("laws", () => {
  it("every language says the same reasons and labels, and every segment has a name", () => {
    expect(Object.keys(zhCN.reasons).sort()).toEqual(Object.keys(en.reasons).sort());
    expect(Object.keys(zhCN.labels).sort()).toEqual(Object.keys(en.labels).sort());
    for (const map of [rfmSegments8, rfmSegments10, rfmSegments11])
      for (const { id } of map.segments) expect(Object.keys(en.labels)).toContain(id);
  });

  it("the languages speak of the same values", () => {
    const values = (text: string) => [...new Set(Array.from(text.matchAll(/\{([\w-]+)/g), ([, name]) => name))].sort();
    for (const [code, text] of Object.entries(en.reasons))
      expect(values(zhCN.reasons[code]!), code).toEqual(values(text));
  });
});

import { hash32, hashFraction, seededRandom } from "clientele/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../arbitraries/runs.js";

const aText = fc.string({ unit: "binary" });
const aSeed = fc.integer({ min: 0, max: 0xffff_ffff });

describe("golden", () => {
  // MurmurHash3_x86_32: the vectors of Wikipedia's "MurmurHash" and of I. Boyd, Stack Overflow 14747343.
  it.each([
    ["", 0, 0],
    ["", 1, 0x514e28b7],
    ["", 0xffff_ffff, 0x81f16f39],
    ["test", 0, 0xba6bd213],
    ["test", 0x9747b28c, 0x704b81dc],
    ["Hello, world!", 0, 0xc0363e43],
    ["Hello, world!", 0x9747b28c, 0x24884cba],
    ["The quick brown fox jumps over the lazy dog", 0, 0x2e4ff723],
    ["The quick brown fox jumps over the lazy dog", 0x9747b28c, 0x2fa826cd],
    ["a", 0x9747b28c, 0x7fa09ea6],
    ["aa", 0x9747b28c, 0x5d211726],
    ["aaa", 0x9747b28c, 0x283e0130],
    ["aaaa", 0x9747b28c, 0x5a97808a],
    ["ab", 0x9747b28c, 0x74875592],
    ["abc", 0x9747b28c, 0xc84a62dd],
    ["abcd", 0x9747b28c, 0xf0478627],
    ["abc", 0, 0xb3dd93fa],
    ["ππππππππ", 0x9747b28c, 0xd58063c1],
    ["a".repeat(256), 0x9747b28c, 0x37405bdc],
  ])("hashes %j with seed %i as MurmurHash3 does", (text, seed, hash) => {
    expect(hash32(text, seed)).toBe(hash);
  });
});

describe("laws", () => {
  it("hashes the UTF-8 bytes of any text", () => {
    fc.assert(
      fc.property(fc.oneof(aText, fc.string({ unit: "grapheme" })), aSeed, (text, seed) => {
        expect(hash32(text, seed)).toBe(murmur3(new TextEncoder().encode(text), seed));
      }),
      runs(300),
    );
  });

  it("draws the numbers of sfc32", () => {
    fc.assert(
      fc.property(aText, (seed) => {
        const random = seededRandom(seed);
        const reference = sfc32([1, 2, 3].map((n) => BigInt(hash32(seed, n))));
        for (let i = 0; i < 20; i++) expect(random()).toBe(Number(reference()) / 2 ** 32);
      }),
      runs(),
    );
  });

  it("draws the same for the same seed, also as text, and another for another", () => {
    const draw = (seed: string | number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(7)).toEqual(draw("7"));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it("spreads evenly: chi-square of 100 cells stays below its 1 in 10,000 quantile", () => {
    const cells = new Array<number>(100).fill(0);
    const random = seededRandom("even");
    for (let i = 0; i < 100_000; i++) cells[Math.floor(random() * 100)]! += 1;
    const chiSquare = cells.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquare).toBeLessThan(161.3); // 99 degrees of freedom
  });

  it("places a text in [0, 1) by its salt", () => {
    fc.assert(
      fc.property(aText, aText, (text, salt) => {
        const fraction = hashFraction(text, salt);
        expect(fraction >= 0 && fraction < 1).toBe(true);
        expect(hashFraction(text, salt)).toBe(fraction);
      }),
      runs(),
    );
    const places = (salt: string) => Array.from({ length: 1000 }, (_, i) => hashFraction(`c${i}`, salt) < 0.5);
    const first = places("a");
    const second = places("b");
    const both = first.filter((isLow, i) => isLow && second[i]).length;
    expect(Math.abs(both - 250)).toBeLessThan(70); // five standard deviations of a fair, independent split
  });
});

/** A slow, literal reading of MurmurHash3_x86_32 in BigInt. */
function murmur3(bytes: Uint8Array, seed: number): number {
  const low = (value: bigint) => value & 0xffff_ffffn;
  const rotate = (value: bigint, by: bigint) => low((value << by) | (value >> (32n - by)));
  const block = (at: number) => [3, 2, 1, 0].reduce((word, i) => (word << 8n) | BigInt(bytes[at + i] ?? 0), 0n);
  const mix = (word: bigint) => low(rotate(low(word * 0xcc9e2d51n), 15n) * 0x1b873593n);
  let hash = BigInt(seed);
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) hash = low(rotate(hash ^ mix(block(at)), 13n) * 5n + 0xe6546b64n);
  if (at < bytes.length) hash ^= mix(block(at));
  hash ^= BigInt(bytes.length);
  hash = low((hash ^ (hash >> 16n)) * 0x85ebca6bn);
  hash = low((hash ^ (hash >> 13n)) * 0xc2b2ae35n);
  return Number(hash ^ (hash >> 16n));
}

/** PractRand's sfc32 in BigInt; 12 numbers are thrown away. */
function sfc32(state: readonly bigint[]): () => bigint {
  const low = (value: bigint) => value & 0xffff_ffffn;
  let [a, b, c] = state as [bigint, bigint, bigint];
  let counter = 1n;
  const next = () => {
    const out = low(a + b + counter);
    counter = low(counter + 1n);
    a = b ^ (b >> 9n);
    b = low(c + (c << 3n));
    c = low(low((c << 21n) | (c >> 11n)) + out);
    return out;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

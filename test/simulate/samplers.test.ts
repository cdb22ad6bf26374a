import { seededRandom } from "clientele/kernel";
import {
  sampleBeta,
  sampleExponential,
  sampleGamma,
  sampleIndex,
  sampleNormal,
  samplePoisson,
} from "clientele/simulate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../arbitraries/runs.js";

const N = 40_000;

function draw(seed: string, sample: (random: () => number) => number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: N }, () => sample(random));
}

/** Sees that mean and variance are within five standard errors of what the distribution says.
 * @param excess - excess kurtosis of the distribution, on which the error of the variance depends
 */
function expectMoments(draws: readonly number[], mean: number, variance: number, excess: number): void {
  const found = draws.reduce((a, b) => a + b, 0) / N;
  expect(Math.abs(found - mean)).toBeLessThan(5 * Math.sqrt(variance / N));
  const spread = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / N;
  expect(Math.abs(spread - variance)).toBeLessThan(5 * variance * Math.sqrt((2 + excess) / N));
}

/** Sees that a share of the draws lies up to a quantile, within five standard errors. */
function expectQuantile(draws: readonly number[], quantile: number, probability: number): void {
  const share = draws.filter((x) => x <= quantile).length / N;
  expect(Math.abs(share - probability)).toBeLessThan(5 * Math.sqrt((probability * (1 - probability)) / N));
}

/** Largest distance between the draws' distribution and a closed form: Kolmogorov–Smirnov, at the level of 0.001. */
function expectDistribution(draws: readonly number[], cdf: (x: number) => number): void {
  const sorted = [...draws].sort((a, b) => a - b);
  const distance = sorted.reduce((most, x, i) => Math.max(most, cdf(x) - i / N, (i + 1) / N - cdf(x)), 0);
  expect(distance * Math.sqrt(N)).toBeLessThan(1.95);
}

describe("golden: closed forms and tables", () => {
  it("draws exponentials", () => {
    const draws = draw("exponential", (random) => sampleExponential(random, 0.25));
    expectMoments(draws, 4, 16, 6);
    expectDistribution(draws, (x) => 1 - Math.exp(-x / 4));
  });

  it("draws normals", () => {
    const draws = draw("normal", sampleNormal);
    expectMoments(draws, 0, 1, 0);
    // The usual table of the normal distribution.
    for (const [quantile, probability] of [
      [-1.644854, 0.05],
      [-0.67449, 0.25],
      [0, 0.5],
      [1.281552, 0.9],
      [1.959964, 0.975],
    ] as const)
      expectQuantile(draws, quantile, probability);
  });

  it.each([0.3, 1, 2.5, 40])("draws gammas of shape %d", (shape) => {
    const draws = draw(`gamma ${shape}`, (random) => sampleGamma(random, shape, 0.5));
    expectMoments(draws, shape / 0.5, shape / 0.25, 6 / shape);
  });

  it("draws gammas as the table of chi-squared has them", () => {
    // Upper 5 % and 95 % points of chi-squared: 1 degree of freedom 0.00393 and 3.841, 10 degrees 3.940 and 18.307.
    const one = draw("chi 1", (random) => sampleGamma(random, 0.5, 0.5));
    expectQuantile(one, 0.0039321, 0.05);
    expectQuantile(one, 3.841459, 0.95);
    const ten = draw("chi 10", (random) => sampleGamma(random, 5, 0.5));
    expectQuantile(ten, 3.940299, 0.05);
    expectQuantile(ten, 18.307038, 0.95);
  });

  it("draws gammas of shape 3 (Erlang's closed form)", () => {
    const draws = draw("erlang", (random) => sampleGamma(random, 3, 2));
    expectDistribution(draws, (x) => 1 - Math.exp(-2 * x) * (1 + 2 * x + (2 * x) ** 2 / 2));
  });

  it("draws betas", () => {
    const draws = draw("beta", (random) => sampleBeta(random, 2, 1));
    expectDistribution(draws, (x) => x * x);
    expectMoments(
      draw("beta 2 6", (random) => sampleBeta(random, 2, 6)),
      2 / 8,
      12 / (64 * 9),
      0.11,
    );
  });

  it.each([0, 0.4, 3, 16, 50])("draws Poisson numbers of mean %d", (mean) => {
    const draws = draw(`poisson ${mean}`, (random) => samplePoisson(random, mean));
    if (mean === 0) expect(new Set(draws)).toEqual(new Set([0]));
    else {
      expectMoments(draws, mean, mean, 1 / mean);
      expectQuantile(draws, 0, Math.exp(-mean));
      expectQuantile(draws, 1, Math.exp(-mean) * (1 + mean));
    }
  });

  it("draws indexes by weight", () => {
    const draws = draw("index", (random) => sampleIndex(random, [1, 0, 3]));
    expect(draws).not.toContain(1);
    expectQuantile(draws, 0, 0.25);
  });
});

describe("laws", () => {
  it("takes the logarithm to the last digits", () => {
    const aUniform = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((bits) => bits / 2 ** 32);
    fc.assert(
      fc.property(aUniform, (u) => {
        const expected = -Math.log(1 - u);
        expect(Math.abs(sampleExponential(() => u, 1) - expected)).toBeLessThanOrEqual(
          4e-16 * Math.max(expected, 1e-9),
        );
      }),
      runs(),
    );
  });

  it("draws nothing but finite numbers, from the first number of the source to the last", () => {
    for (const u of [0, 1 - 2 ** -32]) {
      expect(Number.isFinite(sampleExponential(() => u, 1))).toBe(true);
      const random = seededRandom("corner");
      let first = true;
      const cornered = () => {
        if (!first) return random();
        first = false;
        return u;
      };
      expect(Number.isFinite(sampleGamma(cornered, 1e-3, 1))).toBe(true);
    }
    expect(sampleBeta(seededRandom(1), 1e-6, 1e-6)).toSatisfy((x: number) => x >= 0 && x <= 1);
  });
});

describe("errors", () => {
  const random = seededRandom(1);
  it.each([
    ["a rate of 0", () => sampleExponential(random, 0)],
    ["a rate of NaN", () => sampleExponential(random, Number.NaN)],
    ["a negative shape", () => sampleGamma(random, -1, 1)],
    ["an infinite rate", () => sampleGamma(random, 1, Number.POSITIVE_INFINITY)],
    ["a beta without weight", () => sampleBeta(random, 0, 1)],
    ["a negative mean", () => samplePoisson(random, -1)],
    ["no weight", () => sampleIndex(random, [0, 0])],
    ["no index", () => sampleIndex(random, [])],
  ])("refuses %s", (_, call) => {
    expect(call).toThrow(expect.objectContaining({ code: "INVALID_OPTION" }));
  });
});

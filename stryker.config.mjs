// Run by `npm run mutation -- ROOM`: the mutants of one room against that room's tests.
const room = process.env["CLIENTELE_ROOM"] ?? "kernel";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts", related: false },
  coverageAnalysis: "perTest",
  concurrency: 2,
  mutate: [`src/${room}/**/*.ts`, "!src/**/index.ts", "!src/**/*.data.ts"],
  incremental: true,
  incrementalFile: `reports/stryker-${room}.json`,
  reporters: ["clear-text", "progress"],
  clearTextReporter: { allowColor: false },
  ignorePatterns: ["dist", "report", "docs", "bench-results", "test/bench", "test/package"],
};

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { exportsOf } from "../../scripts/exports.mjs";
import { entriesOf, readHouse } from "../../scripts/house.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const house = readHouse(root);
const manifest = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
  readonly exports: Record<string, unknown>;
  readonly dependencies: Record<string, string>;
  readonly peerDependencies: Record<string, string>;
};

describe("package.json", () => {
  it("exports what house.json names (npm run exports writes it)", () => {
    expect(manifest.exports).toEqual(exportsOf(house));
  });

  it("exports the whole, every room, every entry of a room, and itself", () => {
    const wanted = [".", ...entriesOf(house).map((entry) => `./${entry}`), "./package.json"];
    expect(Object.keys(manifest.exports)).toEqual(wanted);
    expect(wanted).toContain("./words/zh-CN");
  });

  it("puts each condition's own types first", () => {
    expect(JSON.stringify(manifest.exports["./rfm"])).toBe(
      '{"import":{"types":"./dist/rfm.d.ts","default":"./dist/rfm.js"},' +
        '"require":{"types":"./dist/rfm.d.cts","default":"./dist/rfm.cjs"}}',
    );
  });

  it("depends on the packages that the plan lets src import, and on no other", () => {
    const needed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    expect(needed.sort()).toEqual(Object.keys(house.packages).sort());
  });
});

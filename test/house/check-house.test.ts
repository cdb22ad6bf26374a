import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { checkHouse } from "../../scripts/check-house.mjs";

const plan = {
  rooms: {
    kernel: { storey: 1, may: [] as string[] },
    model: { storey: 2, may: [] as string[] },
    facts: { storey: 2, may: ["model"] },
    rfm: { storey: 3, may: [] as string[] },
    cohorts: { storey: 3, may: [] as string[] },
  },
  packages: { zod: ["*"], "date-fns": ["kernel/time"] },
};
const sound = {
  "src/index.ts": 'export { a } from "./kernel/index.js";',
  "src/kernel/index.ts": 'export { a } from "./a.js";',
  "src/kernel/a.ts": "export const a = 1;",
  "src/kernel/time/zone.ts": 'import { addDays } from "date-fns";\nimport { a } from "../a.js";',
  "src/model/index.ts": 'import * as z from "zod";\nimport { a } from "../kernel/index.js";',
  "src/facts/index.ts": 'import type { b } from "../model/index.js";',
  "src/rfm/index.ts": 'import { c } from "../facts/index.js";\n/** import "node:fs"; */',
  "src/cohorts/index.ts": "",
};
const made: string[] = [];

function faultsOf(files: Record<string, string>, house: object = plan): string[] {
  const root = mkdtempSync(join(tmpdir(), "house-"));
  made.push(root);
  for (const [path, text] of Object.entries({ ...sound, ...files, "house.json": JSON.stringify(house) })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkHouse(root);
}

afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true });
});

describe("the house check", () => {
  it("finds nothing in a sound house", () => {
    expect(faultsOf({})).toEqual([]);
  });

  it("finds nothing in this house", () => {
    expect(checkHouse(fileURLToPath(new URL("../..", import.meta.url)))).toEqual([]);
  });

  it.each([
    ["an arrow up", "kernel/a.ts", 'import "../rfm/index.js";', "src/kernel/a.ts:1: the arrow kernel → rfm runs up"],
    ["a type's arrow up", "kernel/a.ts", '\nimport type { x } from "../rfm/index.js";', "src/kernel/a.ts:2: the arrow"],
    ["an arrow of a re-export", "kernel/a.ts", 'export * from "../rfm/index.js";', "runs up"],
    ["an arrow of a dynamic import", "kernel/a.ts", 'const x = await import("../rfm/index.js");', "runs up"],
    ["a sideways arrow that the plan lacks", "rfm/a.ts", 'import "../cohorts/index.js";', "no arrow rfm → cohorts"],
    ["a sideways arrow the wrong way", "model/a.ts", 'import "../facts/index.js";', "no arrow model → facts"],
    ["a way through the wall", "rfm/a.ts", 'import "../kernel/a.js";', "only kernel/index.js may be imported"],
    ["a room that imports its own index", "rfm/a.ts", 'import "./index.js";', "not the index"],
    ["a room that imports the whole", "rfm/a.ts", 'import "../index.js";', "may not import the whole"],
    ["a file that is not there", "rfm/a.ts", 'import "./b.js";', "./b.js is no file of src"],
    ["a way out of src", "rfm/a.ts", 'import "../../test/x.js";', "is no file of src"],
    ["date-fns outside kernel/time", "kernel/a.ts", 'import "date-fns";', "date-fns is imported only in kernel/time"],
    ["a Node module", "rfm/a.ts", 'import "node:fs";', "node:fs is no package"],
    ["a Node module without its prefix", "rfm/a.ts", 'import "fs";', "fs is no package"],
    ["a package that the plan lacks", "rfm/a.ts", 'import "@x/y/z";', "@x/y/z is no package"],
    ["a folder named utils", "rfm/utils/a.ts", "", '"utils" says nothing'],
    ["a file named helpers", "rfm/date-helpers.ts", "", '"helpers" says nothing'],
    ["a file of 301 lines", "rfm/a.ts", "\n".repeat(300).concat(";"), "src/rfm/a.ts: 301 lines"],
    ["a folder that is no room", "attic/index.ts", "", "src/attic: not a room"],
    ["a loose file", "loose.ts", "", "src/loose.ts: not a room"],
  ])("finds %s", (_, path, text, fault) => {
    expect(faultsOf({ [`src/${path}`]: text })).toEqual([expect.stringContaining(fault)]);
  });

  it("lets a data table be long", () => {
    expect(faultsOf({ "src/rfm/map.data.ts": "\n".repeat(400) })).toEqual([]);
  });

  it("finds a room that has no index", () => {
    const house = { ...plan, rooms: { ...plan.rooms, tags: { storey: 3, may: [], entries: ["en"] } } };
    expect(faultsOf({}, house)).toEqual([
      expect.stringContaining("src/tags/index.ts: missing"),
      expect.stringContaining("src/tags/en/index.ts: missing"),
    ]);
  });

  it("finds a circle in the plan, and a sideways arrow to another storey", () => {
    const circle = { ...plan, rooms: { ...plan.rooms, model: { storey: 2, may: ["facts"] } } };
    expect(faultsOf({}, circle)).toEqual([
      "house.json: a circle of arrows through model",
      "house.json: a circle of arrows through facts",
    ]);
    const down = { ...plan, rooms: { ...plan.rooms, cohorts: { storey: 3, may: ["kernel"] } } };
    expect(faultsOf({}, down)).toEqual(["house.json: cohorts may kernel, not on its storey"]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { drawHouse, withHouse } from "../../scripts/architecture.mjs";
import { entriesOf, readHouse } from "../../scripts/house.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const house = readHouse(root);
const read = (path: string) => readFileSync(root + path, "utf8");

describe("the documents of the house", () => {
  it("draws storeys from the top down, and the arrows between rooms", () => {
    const rooms = { a: { storey: 1, may: [] }, b: { storey: 2, may: ["c"] }, c: { storey: 2, may: [] } };
    expect(drawHouse({ rooms, packages: {} }).split("\n")).toEqual([
      "```mermaid",
      "flowchart TB",
      '  subgraph s2["2 record"]',
      "    direction LR",
      "    b",
      "    c",
      "  end",
      '  subgraph s1["1 ground"]',
      "    direction LR",
      "    a",
      "  end",
      "  s2 --> s1",
      "  b --> c",
      "```",
      "",
    ]);
  });

  it("pictures house.json in docs/architecture.md (npm run architecture draws it)", () => {
    expect(read("docs/architecture.md")).toContain(drawHouse(house));
    expect(withHouse(read("docs/architecture.md"), house)).toBe(read("docs/architecture.md"));
  });

  it.each(["README.md", "README.zh-CN.md"])("names every entry in the table of %s", (path) => {
    expect(entriesOf(house).filter((entry) => !read(path).includes(`\`clientele/${entry}\``))).toEqual([]);
  });

  it("has a guide to every room, its own or one it shares", () => {
    const guides = readdirSync(`${root}docs/guide`).map((name) => read(`docs/guide/${name}`));
    const told = (room: string) => guides.some((guide) => guide.includes(`from "clientele/${room}`));
    expect(Object.keys(house.rooms).filter((room) => !told(room))).toEqual([]);
  });

  it("has a size budget for every entry", () => {
    const budgets = JSON.parse(read("size-budget.json")) as readonly { readonly import: Record<string, unknown> }[];
    const whole = budgets.flatMap((budget) =>
      Object.keys(budget.import).filter((entry) => budget.import[entry] === "*"),
    );
    expect(whole.sort()).toEqual(["index", ...entriesOf(house)].sort());
  });
});

import { describe, expect, it } from "vitest";
import { programsOf } from "./program.js";

const fence = "```";

describe("the programs of a document", () => {
  it("begin at a block that imports, go on in one that does not, and assert what a comment promises", () => {
    const document = [
      `${fence}ts\nimport { a } from "x";\nconst one = a; // not a promise\n${fence}`,
      `${fence}sh\nnpm ci\n${fence}`,
      `${fence}ts\none; // → 1\na();\n${fence}`,
      `${fence}ts\nimport { b } from "x";\nb();\n${fence}`,
    ].join("\n\ntext\n\n");
    const head = 'import { expect } from "vitest";';
    const tail = "expect(true).toBe(true);";
    expect(programsOf(document)).toEqual([
      [head, 'import { a } from "x";', "const one = a;", "expect(one).toEqual(1);", "a();", tail, ""].join("\n"),
      [head, 'import { b } from "x";', "b();", tail, ""].join("\n"),
    ]);
  });
});

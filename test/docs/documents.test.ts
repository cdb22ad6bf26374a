import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { programsOf } from "./program.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const guide = existsSync(`${root}docs/guide`)
  ? readdirSync(`${root}docs/guide`).map((name) => `docs/guide/${name}`)
  : [];
const documents = ["README.md", "README.zh-CN.md", ...guide.filter((path) => path.endsWith(".md"))];
const programs = documents.flatMap(write);

/** Where a document's programs stand, so that errors name their lines. */
function write(path: string): string[] {
  mkdirSync(`${root}.cache/docs`, { recursive: true });
  return programsOf(readFileSync(root + path, "utf8")).map((program, index) => {
    const file = `${root}.cache/docs/${basename(path, ".md")}-${index + 1}.ts`;
    writeFileSync(file, program);
    return file;
  });
}

describe("the code in the documents", () => {
  it.each(programs.map((program) => ({ name: basename(program), program })))(
    "$name runs, and keeps what its comments promise",
    async ({ program }) => {
      await import(/* @vite-ignore */ program);
    },
  );

  it("compiles", () => {
    const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
    // A document shows a value without using it.
    const program = ts.createProgram(programs, { ...options, noUnusedLocals: false });
    const faults = programs.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
    expect(
      faults.map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`),
    ).toEqual([]);
  });

  it.each(["README.md", "README.zh-CN.md"])("%s opens with an example of under 15 lines", (path) => {
    const [, first = ""] = /^```ts\n(.*?)^```$/msu.exec(readFileSync(root + path, "utf8")) ?? [];
    expect(first.trim().split("\n").length).toBeGreaterThan(3);
    expect(first.trim().split("\n").length).toBeLessThan(15);
  });

  it.each(documents)("%s links to files that are there", (path) => {
    const links = [...readFileSync(root + path, "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map(
      ([, to = ""]) => to,
    );
    const missing = links.filter((to) => !existsSync(new URL(to, `file://${root}${path}`)));
    expect(missing).toEqual([]);
  });
});

import ts from "typescript";

/** The programs that a document tells in its `ts` blocks, in order.
 *
 * A block that imports begins a program, and can be copied alone; one that does not goes on from the block before. A line
 * `expression; // → value` is a promise, and becomes an assertion. Blocks fenced otherwise are not run.
 */
export function programsOf(markdown: string): readonly string[] {
  const programs: string[][] = [];
  for (const [, block = ""] of markdown.matchAll(/^```ts\n(.*?)^```$/gmsu)) {
    const source = ts.createSourceFile("block.ts", block, ts.ScriptTarget.ES2022, true);
    const statements = source.statements.map((statement) => assertion(source, statement) ?? statement.getText(source));
    if (source.statements.some(ts.isImportDeclaration))
      programs.push(['import { expect } from "vitest";', ...statements]);
    else programs.at(-1)?.push(...statements);
  }
  return programs.map((statements) => [...statements, "expect(true).toBe(true);", ""].join("\n"));
}

function assertion(source: ts.SourceFile, statement: ts.Statement): string | undefined {
  const trailing = ts.getTrailingCommentRanges(source.text, statement.end) ?? [];
  const promise = trailing.map(({ pos, end }) => source.text.slice(pos, end)).find((text) => text.startsWith("// → "));
  if (promise === undefined || !ts.isExpressionStatement(statement)) return undefined;
  return `expect(${statement.expression.getText(source)}).toEqual(${promise.slice("// → ".length)});`;
}

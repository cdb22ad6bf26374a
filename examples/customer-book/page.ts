import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Book } from "./book-data.js";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The book as one HTML page that needs nothing else: code, style and data are in it, and it may load nothing. */
export async function renderPage(book: Book): Promise<string> {
  const [style, script] = await Promise.all([readFile(source("page/style.css"), "utf8"), bundle()]);
  return `<!doctype html>
<html lang="${book.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<title>Customer book</title>
<style>
${style}</style>
</head>
<body>
<script type="application/json" id="book">${inScript(JSON.stringify(book))}</script>
<script>${script.replaceAll("</script", "<\\/script")}</script>
</body>
</html>
`;
}

/** JSON that cannot end the element it stands in. */
function inScript(json: string): string {
  return json.replaceAll("<", "\\u003c");
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source("page/main.ts")],
    tsconfig: source("../../tsconfig.json"),
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
  });
  return outputFiles[0]?.text ?? "";
}

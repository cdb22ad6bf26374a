import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readHouse, sourcesOf } from "./house.mjs";

/** The exports map of package.json. In each condition the types come first, or a resolver passes them by.
 * @param {import("./house.mjs").House} house
 */
export function exportsOf(house) {
  const entries = Object.keys(sourcesOf(house)).map((entry) => [
    entry === "index" ? "." : `./${entry}`,
    {
      import: { types: `./dist/${entry}.d.ts`, default: `./dist/${entry}.js` },
      require: { types: `./dist/${entry}.d.cts`, default: `./dist/${entry}.cjs` },
    },
  ]);
  return { ...Object.fromEntries(entries), "./package.json": "./package.json" };
}

if (process.argv[1] !== undefined && basename(process.argv[1]) === "exports.mjs") {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const path = join(root, "package.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.exports = exportsOf(readHouse(root));
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}

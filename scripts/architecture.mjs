import { readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { readHouse } from "./house.mjs";

const storeys = ["", "ground", "record", "understand", "act", "whole"];
const picture = /(<!-- the house, drawn by npm run architecture -->\n).*(<!-- end of the house -->)/su;

/** The house as a mermaid diagram: storeys from the top down, and the sideways arrows.
 * @param {import("./house.mjs").House} house
 */
export function drawHouse(house) {
  const rooms = Object.entries(house.rooms);
  const levels = [...new Set(rooms.map(([, { storey }]) => storey))].sort((a, b) => b - a);
  const boxes = levels.flatMap((level) => [
    `  subgraph s${level}["${level} ${storeys[level]}"]`,
    "    direction LR",
    ...rooms.filter(([, { storey }]) => storey === level).map(([room]) => `    ${room}`),
    "  end",
  ]);
  const down = levels.slice(1).map((level, above) => `  s${levels[above]} --> s${level}`);
  const sideways = rooms.flatMap(([room, { may }]) => may.map((other) => `  ${room} --> ${other}`));
  return ["```mermaid", "flowchart TB", ...boxes, ...down, ...sideways, "```", ""].join("\n");
}

/** The document with its picture drawn anew.
 * @param {string} document @param {import("./house.mjs").House} house
 */
export function withHouse(document, house) {
  return document.replace(picture, (_, start, end) => `${start}\n${drawHouse(house)}\n${end}`);
}

if (process.argv[1] !== undefined && basename(process.argv[1]) === "architecture.mjs") {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const path = `${root}docs/architecture.md`;
  writeFileSync(path, withHouse(readFileSync(path, "utf8"), readHouse(root)));
}

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ storey: number, may: string[], entries?: string[] }} Room */
/** @typedef {{ rooms: Record<string, Room>, packages: Record<string, string[]> }} House */

/** The house plan, the one source of rooms and entries.
 * @param {string} root - the folder that holds house.json
 * @returns {House}
 */
export function readHouse(root) {
  return JSON.parse(readFileSync(join(root, "house.json"), "utf8"));
}

/** The public entries apart from the root one: every room, and the entries inside it (`words/en`).
 * @param {House} house
 * @returns {string[]}
 */
export function entriesOf(house) {
  return Object.entries(house.rooms).flatMap(([room, { entries = [] }]) => [
    room,
    ...entries.map((entry) => `${room}/${entry}`),
  ]);
}

/** Entry name → source file, the root entry first.
 * @param {House} house
 * @returns {Record<string, string>}
 */
export function sourcesOf(house) {
  return Object.fromEntries([
    ["index", "src/index.ts"],
    ...entriesOf(house).map((entry) => [entry, `src/${entry}/index.ts`]),
  ]);
}

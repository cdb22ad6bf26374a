import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { entriesOf, readHouse } from "./house.mjs";

/** @typedef {import("./house.mjs").House} House */

const longest = 300;
const emptyWords = new Set(["util", "utils", "helper", "helpers", "manager", "managers", "misc", "common"]);

/** What is wrong with the house that stands in `root`: one line a fault, none when it stands.
 * @param {string} root - the folder that holds house.json and src
 * @returns {string[]}
 */
export function checkHouse(root) {
  const house = readHouse(root);
  const src = join(root, "src");
  const files = filesUnder(src);
  return [
    ...checkPlan(house),
    ...checkRooms(house, src),
    ...checkFiles(root, [...files, ...filesUnder(join(root, "examples")), ...filesUnder(join(root, "scripts"))]),
    ...files.filter((file) => file.endsWith(".ts")).flatMap((file) => checkImports(house, src, file)),
  ];
}

/** The plan itself: sideways arrows stay on their storey and never close a circle.
 * @param {House} house
 */
function checkPlan(house) {
  const faults = [];
  for (const [room, { storey, may }] of Object.entries(house.rooms)) {
    for (const other of may) {
      if (house.rooms[other]?.storey !== storey) faults.push(`house.json: ${room} may ${other}, not on its storey`);
    }
    if (isReachable(house, room, may)) faults.push(`house.json: a circle of arrows through ${room}`);
  }
  return faults;
}

/** @param {House} house @param {string} goal @param {string[]} from @param {Set<string>} [seen] @returns {boolean} */
function isReachable(house, goal, from, seen = new Set()) {
  return from.some((room) => {
    if (room === goal) return true;
    if (seen.has(room)) return false;
    seen.add(room);
    return isReachable(house, goal, house.rooms[room]?.may ?? [], seen);
  });
}

/** Folders of src and rooms of the plan are the same; every entry has its index.
 * @param {House} house @param {string} src
 */
function checkRooms(house, src) {
  const folders = readdirSync(src, { withFileTypes: true });
  return [
    ...["", ...entriesOf(house)]
      .map((entry) => join(entry, "index.ts"))
      .filter((index) => !existsSync(join(src, index)))
      .map((index) => `src/${index}: missing, though house.json names it`),
    ...folders
      .filter((entry) => (entry.isDirectory() ? house.rooms[entry.name] === undefined : entry.name !== "index.ts"))
      .map((entry) => `src/${entry.name}: not a room of house.json`),
  ];
}

/** Length and names of files.
 * @param {string} root @param {string[]} files
 */
function checkFiles(root, files) {
  return files.flatMap((file) => {
    const path = relative(root, file);
    const faults = [];
    const empty = path.split(sep).flatMap((part) => part.split(/[-.]/u).filter((word) => emptyWords.has(word)));
    if (empty.length > 0) faults.push(`${path}: "${empty[0]}" says nothing, name the concept`);
    const lines = isMeasured(file) ? readFileSync(file, "utf8").trimEnd().split("\n").length : 0;
    if (lines > longest) faults.push(`${path}: ${lines} lines, at ${longest} ask what the second concept is`);
    return faults;
  });
}

/** @param {string} file */
function isMeasured(file) {
  return /\.(ts|tsx|mjs)$/u.test(file) && !file.endsWith(".data.ts");
}

/** Imports of one file of src.
 * @param {House} house @param {string} src @param {string} file
 */
function checkImports(house, src, file) {
  const text = readFileSync(file, "utf8");
  return ts.preProcessFile(text, true, true).importedFiles.flatMap(({ fileName, pos }) => {
    const fault = fileName.startsWith(".")
      ? arrowFault(house, src, file, fileName)
      : packageFault(house, relative(src, file), fileName);
    const line = text.slice(0, pos).split("\n").length;
    return fault === undefined ? [] : [`src/${relative(src, file)}:${line}: ${fault}`];
  });
}

/** @param {House} house @param {string} src @param {string} file @param {string} specifier */
function arrowFault(house, src, file, specifier) {
  const target = resolve(dirname(file), specifier.replace(/\.js$/u, ".ts"));
  const from = roomOf(src, file);
  const to = roomOf(src, target);
  if (to === ".." || !existsSync(target)) return `${specifier} is no file of src`;
  if (from === to) {
    if (target === join(src, to, "index.ts")) return "inside a room import the file, not the index";
    return undefined;
  }
  if (target === join(src, "index.ts")) return "a room may not import the whole";
  const room = house.rooms[from];
  const other = house.rooms[to];
  if (other === undefined) return `${to} is not a room of house.json`;
  if (from !== "index.ts") {
    if (room === undefined) return undefined; // already told by checkRooms
    if (other.storey > room.storey) return `the arrow ${from} → ${to} runs up`;
    if (other.storey === room.storey && !room.may.includes(to)) return `house.json has no arrow ${from} → ${to}`;
  }
  if (target !== join(src, to, "index.ts")) return `only ${to}/index.js may be imported from another room`;
  return undefined;
}

/** @param {string} src @param {string} file */
function roomOf(src, file) {
  return relative(src, file).split(sep)[0] ?? "";
}

/** @param {House} house @param {string} file - from src @param {string} specifier */
function packageFault(house, file, specifier) {
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  const places = house.packages[name];
  if (places === undefined) return `${specifier} is no package that src may import (house.json, packages)`;
  const stem = file.split(sep).join("/").replace(/\.ts$/u, "");
  if (places.some((place) => place === "*" || stem === place || stem.startsWith(`${place}/`))) return undefined;
  return `${name} is imported only in ${places.join(", ")}`;
}

/** @param {string} folder @returns {string[]} */
function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

if (process.argv[1] !== undefined && basename(process.argv[1]) === "check-house.mjs") {
  const faults = checkHouse(fileURLToPath(new URL("..", import.meta.url)));
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? "The house stands." : `${faults.length} faults in the house.`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

import { readFileSync } from "node:fs";
import { defineConfig } from "tsup";

interface House {
  readonly rooms: Record<string, { readonly entries?: readonly string[] }>;
}

const house = JSON.parse(readFileSync("house.json", "utf8")) as House;
const rooms = Object.entries(house.rooms).flatMap(([room, { entries = [] }]) => [
  room,
  ...entries.map((entry) => `${room}/${entry}`),
]);

export default defineConfig({
  entry: Object.fromEntries([["index", "src/index.ts"], ...rooms.map((room) => [room, `src/${room}/index.ts`])]),
  format: ["esm", "cjs"],
  dts: true,
  clean: true,
  sourcemap: true,
  target: "es2022",
  platform: "neutral",
  tsconfig: "tsconfig.src.json",
  treeshake: true,
  // Without it every CJS entry would carry its own copy of the error classes.
  splitting: true,
});

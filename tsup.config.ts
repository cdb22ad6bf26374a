import { defineConfig } from "tsup";
import { readHouse, sourcesOf } from "./scripts/house.mjs";

export default defineConfig({
  entry: sourcesOf(readHouse(".")),
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

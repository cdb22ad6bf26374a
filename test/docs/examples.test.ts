import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";

const folder = fileURLToPath(new URL("../../examples/", import.meta.url));
const examples = readdirSync(folder).filter((name) => name.endsWith(".ts"));

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the examples", () => {
  it.each(examples)("%s prints what stands beside it", async (name) => {
    const lines: string[] = [];
    vi.spyOn(console, "log").mockImplementation((...values: unknown[]) => void lines.push(format(...values)));
    await import(/* @vite-ignore */ folder + name);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`${folder}${name.replace(/\.ts$/u, ".txt")}`);
  });
});

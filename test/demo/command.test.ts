import { describe, expect, it } from "vitest";
import { inputOf, spawnDemo } from "./run-demo.js";

describe("a process of its own", () => {
  it("ends with 2 for a wrong option", async () => {
    expect(await spawnDemo("--inptu")).toMatchObject({ status: 2, stdout: "" });
  });

  it("ends with 1 for a file that is no book, without a stack", async () => {
    const { status, stderr } = await spawnDemo(...inputOf(""));
    expect(status).toBe(1);
    expect(stderr).toMatch(/^EMPTY_FILE: .*\n$/);
  });
});

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("runs as it is under node:test", async () => {
  const file = fileURLToPath(new URL("./under-node-test.ts", import.meta.url));
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", "--test", "--test-reporter", "tap", file],
    { cwd: root, env: { ...env, TSX_TSCONFIG_PATH: "tsconfig.json" } },
  );
  expect(stdout).toMatch(/^# fail 0$/m);
  expect(Number(/^# pass (\d+)$/m.exec(stdout)?.[1])).toBeGreaterThan(40);
});

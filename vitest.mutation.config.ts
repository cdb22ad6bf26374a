import { defineConfig } from "vitest/config";
import base from "./vitest.config.js";

/** One room's tests, for `npm run mutation -- ROOM`. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: [`test/${process.env["CLIENTELE_ROOM"] ?? "*"}/**/*.test.ts`] },
});

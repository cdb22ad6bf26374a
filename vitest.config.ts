import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const src = fileURLToPath(new URL("./src/", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^clientele$/, replacement: `${src}index.ts` },
      { find: /^clientele\/(.+)$/, replacement: `${src}$1/index.ts` },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/browser/**", "test/bench/**", "test/package/**", "**/node_modules/**"],
    testTimeout: 120_000,
    coverage: { provider: "v8", include: ["src/**"] },
  },
});

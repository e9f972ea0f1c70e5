import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/browser/support/build-extension.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One browser at a time: two cores are soon full.
          fileParallelism: false,
        },
      },
    ],
  },
});

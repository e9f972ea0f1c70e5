import { defineConfig } from "vitest/config";

/** Tests of what stands in a browser's database, which is a global of the process. */
const ownProcess = [
  "tests/unit/corpus/**/*.test.{ts,tsx}",
  "tests/unit/personal/**/*.test.{ts,tsx}",
];
/** Vitest leaves a core free if it is not told: of two, that is half of the machine. */
const maxWorkers = "100%";
/** A machine that does other things besides is slow, which fails no test. */
const patience = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 10_000 } },
};
/** What each file of unit tests begins with. */
const setupFiles = ["tests/unit/seed.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // What the extension is bundled with.
          alias: { react: "preact/compat" },
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          exclude: ownProcess,
          setupFiles,
          ...patience,
          maxWorkers,
          // Loading the same modules anew for each file took a third of the time.
          isolate: false,
        },
      },
      {
        test: { name: "database", include: ownProcess, setupFiles, ...patience, maxWorkers },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/browser/support/build-extension.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
          maxWorkers,
          isolate: false,
        },
      },
    ],
  },
});

import { mkdirSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { atWorkerEnd } from "../at-worker-end.ts";

const root = path.resolve(import.meta.dirname, "../../..");

let known: Promise<string> | undefined;

/**
 * The `compras` program as one script, which starts in a fraction of the time: translating the sources anew took most of each start. It is
 * made once by each worker of the tests, from the sources as they are, and removed as the worker ends.
 */
export function bundleProgram(): Promise<string> {
  known ??= makeBundle();
  return known;
}

async function makeBundle(): Promise<string> {
  // Below the root, so that the packages are found.
  const folder = path.join(root, "build", `test-program-${process.pid}`);
  atWorkerEnd(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(folder, { recursive: true });
  await build({
    stdin: {
      contents: `import { runCli } from "./cli.ts"; process.exitCode = await runCli(process.argv.slice(2));`,
      resolveDir: path.join(root, "scraper"),
    },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    plugins: [
      {
        name: "each source file knows where it stands",
        setup: ({ onLoad }) => {
          onLoad({ filter: /\.ts$/ }, async ({ path: file }) => ({
            contents: (await readFile(file, "utf8")).replaceAll(
              "import.meta.url",
              JSON.stringify(pathToFileURL(file).href),
            ),
            loader: "ts",
          }));
        },
      },
    ],
  });
  return path.join(folder, "stdin.mjs");
}

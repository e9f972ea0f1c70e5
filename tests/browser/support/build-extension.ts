import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findChromium } from "../../../fixtures/demo/find-chromium.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** The folder of the production build that the browser tests drive. */
export const extensionFolder = `${root}build/chrome-mv3-prod`;

/** Builds the extension once, before the browser tests; says in one line what to install where there is no browser. */
export default function buildExtension(): void {
  findChromium();
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The extension does not build:\n${stdout}\n${stderr}`);
}

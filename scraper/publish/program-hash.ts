import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { programFilesIn } from "../program-files.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * A SHA-256 that changes whenever this program may write other bytes: with its own code, the packages it stands on, and what Node
 * brings for compressing and for dates. A number to be raised by hand would be forgotten.
 */
export function hashProgram(): string {
  const hash = createHash("sha256");
  for (const file of ["package.json", ...programFilesIn("shared"), ...programFilesIn("scraper")]) {
    hash.update(`${file}\n`).update(readFileSync(path.join(root, file)));
  }
  const { zlib, icu, tz } = process.versions;
  return hash.update(JSON.stringify([zlib, icu, tz])).digest("hex");
}

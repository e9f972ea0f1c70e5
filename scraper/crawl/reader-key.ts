import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { hashJson } from "../../shared/values/hash.ts";
import { programFilesIn } from "../program-files.ts";

const root = new URL("../../", import.meta.url);
const folders = ["shared/portal", "shared/values"];
const files = ["decode-page", "plain-page", "plain-rules", "plain-tree", "read-page"].map(
  (name) => `scraper/crawl/${name}.ts`,
);

/** All the code by which a page becomes a record, by paths from the program's root. Declared portals are data, and the one that counts is hashed by itself. */
export function readingCode(): string[] {
  const found = [...folders.flatMap(programFilesIn), ...files];
  return found.filter((file) => !file.startsWith("shared/portal/profiles/"));
}

/**
 * A hash that changes whenever the same page may be read as another record: with the profile, but for where the portal is found, and with the code
 * that reads. A number to be raised by hand would be forgotten.
 */
export function readerKey(profile: PortalProfile): string {
  const { baseUrl: _, alternateHosts: __, ...reading } = profile;
  return hashJson([reading, codeHash()]).slice(0, 32);
}

let known: string | undefined;

function codeHash(): string {
  known ??= hashFiles(readingCode());
  return known;
}

function hashFiles(names: readonly string[]): string {
  const hash = createHash("sha256");
  for (const name of names) {
    hash.update(`${name}\n`).update(readFileSync(fileURLToPath(new URL(name, root))));
  }
  return hash.digest("hex");
}

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "./zip-files.ts";

/** The sources as git has them. */
export interface Sources {
  /** What git keeps, as it is in the folder: what the packages are built from. */
  files: Files;
  commit: string;
  /** Whether the folder differs from the commit. */
  isChanged: boolean;
}

/** Reads the sources below a folder; undefined where it is no clone, as with the unpacked sources. */
export function readSources(root: string): Sources | undefined {
  if (!existsSync(join(root, ".git"))) return undefined;
  const git = (...args: string[]): string =>
    execFileSync("git", args, { cwd: root, encoding: "utf8" });
  const paths = git("ls-files", "-z")
    .split("\0")
    .filter((path) => path !== "" && existsSync(join(root, path)));
  return {
    files: new Map(paths.map((path) => [path, readFileSync(join(root, path))])),
    commit: git("rev-parse", "HEAD").trim(),
    isChanged: git("status", "--porcelain") !== "",
  };
}

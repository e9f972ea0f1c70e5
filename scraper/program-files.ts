import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The source files and lists (.ts, .json) below a folder of the program, by their paths from its root, in order. @param folder from the root: `shared/portal`. */
export function programFilesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|json)$/.test(file))
    .map((file) => path.posix.join(folder, file.replaceAll("\\", "/")))
    .sort();
}

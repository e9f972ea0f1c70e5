import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeBuildNote } from "./build-note.ts";
import { gatherMaps } from "./gather-maps.ts";
import { readFolder } from "./read-folder.ts";
import { runMain } from "./run-main.ts";
import { runNpm } from "./run-npm.ts";
import { readSources } from "./sources.ts";
import { type Files, zipFiles } from "./zip-files.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** What `npm run build` makes, with the flags given, read from its folder in `build/`. */
function build(folder: string, ...flags: string[]): Files {
  const path = join(root, "build", folder);
  rmSync(path, { recursive: true, force: true });
  runNpm(root, ["run", "--silent", "build", "--", ...flags]);
  return readFolder(path);
}

/** Writes a ZIP into `build/` and prints its line as `sha256sum` does. */
function pack(name: string, files: Files): { name: string; sha256: string } {
  const bytes = zipFiles(files);
  writeFileSync(join(root, "build", name), bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  process.stdout.write(`${sha256}  build/${name}\n`);
  return { name, sha256 };
}

/** `npm run package`: makes the packages for the stores, and what goes with them for whoever reviews them, in `build/`. */
runMain(() => {
  // Before the builds: with them they say what was built from.
  const sources = readSources(root);
  const chrome = build("chrome-mv3-prod", "--target=chrome-mv3");
  const firefox = build("firefox-mv3-prod", "--target=firefox-mv3");
  // The scripts of both are the same, and so are their maps.
  const maps = gatherMaps(
    chrome,
    build("chrome-mv3-maps", "--target=chrome-mv3", "--tag=maps", "--source-maps"),
  );
  const packages = [
    pack("chrome-mv3-prod.zip", chrome),
    pack("edge-mv3-prod.zip", chrome),
    pack("firefox-mv3-prod.zip", firefox),
  ];
  const sourceMaps = new Map([...maps].map(([path, map]) => [`source-maps/${path}`, map]));
  pack("source-maps.zip", sourceMaps);

  if (sources === undefined) {
    process.stderr.write(
      "No sources.zip: this folder is no git clone, and its files may be anyone's.\n",
    );
  } else {
    const npm = execFileSync("npm", ["--version"], { encoding: "utf8" }).trim();
    const { commit } = sources;
    const note = writeBuildNote({ version, commit, node: process.version, npm, packages });
    pack(
      "sources.zip",
      new Map([...sources.files, ...sourceMaps, ["BUILD.md", Buffer.from(note)]]),
    );
    if (sources.isChanged) {
      process.stderr.write(
        "These packages hold changes that no commit has: commit them and make the packages again before sending any to a store.\n",
      );
    }
  }
});

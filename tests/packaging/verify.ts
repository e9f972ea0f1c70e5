import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { PackagingError, runMain } from "./run-main.ts";
import { runNpm } from "./run-npm.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const compared = [
  "chrome-mv3-prod.zip",
  "edge-mv3-prod.zip",
  "firefox-mv3-prod.zip",
  "source-maps.zip",
];
const read = (folder: string, name: string): Buffer => readFileSync(join(folder, "build", name));

/**
 * `npm run verify-build` does what a reviewer does: makes the packages, unpacks the sources that go with them into another folder,
 * makes the packages there too, and compares. There nothing is installed or in the bundler's cache, and clock, language and permissions
 * are others.
 */
runMain(() => {
  if (!existsSync(join(root, ".git"))) {
    throw new PackagingError(
      "this folder is no git clone, so that there are no sources to unpack elsewhere. Run it in a clone.",
    );
  }
  const elsewhere = mkdtempSync(join(tmpdir(), "otra carpeta "));
  try {
    runNpm(root, ["run", "--silent", "package"]);
    process.umask(0o077);
    for (const [path, bytes] of Object.entries(unzipSync(read(root, "sources.zip")))) {
      mkdirSync(join(elsewhere, dirname(path)), { recursive: true });
      writeFileSync(join(elsewhere, path), bytes);
    }
    const env = { ...process.env, TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" };
    runNpm(elsewhere, ["ci", "--prefer-offline"], env);
    runNpm(elsewhere, ["run", "--silent", "package"], env);
    const others = compared.filter((name) => !read(root, name).equals(read(elsewhere, name)));
    for (const name of compared) {
      process.stdout.write(`${others.includes(name) ? "DIFFERENT" : "same"}  build/${name}\n`);
    }
    if (others.length > 0) {
      throw new PackagingError(
        "the same sources gave other packages; do not send them to a store.",
      );
    }
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});

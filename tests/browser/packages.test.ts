import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { extensionFolder } from "./support/build-extension.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const firefoxFolder = join(root, "build/firefox-mv3-prod");

beforeAll(() => {
  const built = spawnSync("npm", ["run", "--silent", "build", "--", "--target=firefox-mv3"], {
    cwd: root,
    encoding: "utf8",
  });
  if (built.status !== 0) throw new Error(`No build for Firefox:\n${built.stdout}${built.stderr}`);
});

/** The built manifest without the hashes in the names of its files. */
const manifestOf = (folder: string): unknown =>
  JSON.parse(
    readFileSync(join(folder, "manifest.json"), "utf8").replace(/\.[0-9a-f]{8}(?=\.\w+")/g, ""),
  );

/** Every script of a build by its name without hash. */
const scriptsOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".js"))
      .sort()
      .map((name) => [
        name.replace(/\.[0-9a-f]{8}\.js$/, ".js"),
        readFileSync(join(folder, name), "utf8"),
      ]),
  );

describe("what each browser is asked for", () => {
  it("stands here in full for Chrome, and for Edge, which takes the same package", async () => {
    await expect(`${JSON.stringify(manifestOf(extensionFolder), null, 2)}\n`).toMatchFileSnapshot(
      "manifests/chrome-mv3.json",
    );
  });

  it("stands here in full for Firefox", async () => {
    await expect(`${JSON.stringify(manifestOf(firefoxFolder), null, 2)}\n`).toMatchFileSnapshot(
      "manifests/firefox-mv3.json",
    );
  });
});

describe("the packages", () => {
  it("hold the same scripts, to the byte, built twice from one source", () => {
    const [chrome, firefox] = [scriptsOf(extensionFolder), scriptsOf(firefoxFolder)];
    expect([...firefox.keys()]).toEqual([...chrome.keys()]);
    expect(chrome.size).toBe(7);
    for (const [name, script] of chrome) expect(firefox.get(name) === script, name).toBe(true);
  });

  it("has no fault that Mozilla's linter calls an error, and no warning but the known ones", () => {
    const program = join(root, "node_modules/.bin/addons-linter");
    const { stdout } = spawnSync(program, ["--output=json", firefoxFolder], { encoding: "utf8" });
    const { errors, notices, warnings } = JSON.parse(stdout);
    expect([...errors, ...notices]).toEqual([]);
    expect(warnings.map(({ code }: { code: string }) => code).sort()).toEqual([
      // Consent to collecting data, of which there is none, is a newer key than Firefox 140 for Android.
      "KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION",
      // Preact's own, for a property that no component of ours sets.
      "UNSAFE_VAR_ASSIGNMENT",
      "UNSAFE_VAR_ASSIGNMENT",
      "UNSAFE_VAR_ASSIGNMENT",
      "UNSAFE_VAR_ASSIGNMENT",
      "UNSAFE_VAR_ASSIGNMENT",
      // Called only where the browser has it.
      "UNSUPPORTED_API",
    ]);
  });
});

import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { readFolder } from "../packaging/read-folder.ts";
import { zipFiles } from "../packaging/zip-files.ts";
import { extensionFolder } from "./support/build-extension.ts";
import { bruteForce } from "./support/expectations.ts";
import { type Firefox, launchFirefox } from "./support/launch-firefox.ts";
import { type Place, raisePlace } from "./support/stage.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** A copy of the sources in which nothing was built before. */
const elsewhere = mkdtempSync(join(tmpdir(), "otra carpeta "));
const firefoxFolder = join(elsewhere, "build/firefox-mv3-prod");
const secret = "un-secreto-de-quien-construye";

beforeAll(() => {
  const built = ["assets", "extension", "locales", "shared"];
  for (const name of [...built, "package.json", "package-lock.json", "tsconfig.json"]) {
    cpSync(join(root, name), join(elsewhere, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(elsewhere, "node_modules"), "dir");
  const { status, stdout, stderr } = spawnSync(
    "npm",
    ["run", "--silent", "build", "--", "--target=firefox-mv3"],
    {
      cwd: elsewhere,
      encoding: "utf8",
      env: {
        ...process.env,
        TZ: "Pacific/Kiritimati",
        LC_ALL: "tr_TR.UTF-8",
        NPM_TOKEN: secret,
        PLASMO_PUBLIC_KEY: secret,
      },
    },
  );
  if (status !== 0) throw new Error(`No build for Firefox:\n${stdout}${stderr}`);
}, 300_000);
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** Without the hashes in the names of files, which tell one browser's from the other's. */
const withoutHashes = (text: string): string => text.replace(/\.[0-9a-f]{8}(?=\.\w+)/g, "");

const manifestOf = (folder: string): unknown =>
  JSON.parse(withoutHashes(readFileSync(join(folder, "manifest.json"), "utf8")));

/** Every file of a build but its manifest. */
const filesOf = (folder: string): Map<string, string> => {
  const files = [...readFolder(folder)].filter(([path]) => path !== "manifest.json");
  return new Map(
    files
      .map(([path, bytes]) => [path, Buffer.from(bytes).toString("latin1")] as const)
      .map(([path, text]) => [
        withoutHashes(path),
        path.endsWith(".html") ? withoutHashes(text) : text,
      ]),
  );
};

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

/** Firefox has it asleep whenever nothing is asked of it, and what it knows it knows from its database. */
describe("the package for Firefox, in Firefox", () => {
  let place: Place;
  let firefox: Firefox;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    place = await raisePlace("html");
    firefox = await launchFirefox(firefoxFolder, place.portalTlsPort, place.folder);
    page = await firefox.browser.newPage();
    page.on("pageerror", (error) => faults.push(String(error)));
  });
  afterAll(async () => {
    await firefox?.close();
    await place?.strike();
  });

  const open = async (): Promise<void> => {
    await page.goto(durango.baseUrl + durango.routes.listado);
    await page.locator(">>> .count").wait();
  };
  const openOwn = async (name: string): Promise<Page> => {
    const own = await firefox.browser.newPage();
    // Firefox never tells that a page of the extension was loaded.
    await own.goto(firefox.ownPage(name), { waitUntil: [] });
    return own;
  };
  const textOf = (selector: string, tab: Page) => () =>
    tab.$eval(selector, (element) => element.textContent ?? "").catch(() => "(not there)");
  const count = () => textOf(">>> .count", page)();
  const press = (name: string) => page.locator(`>>> button ::-p-text(${name})`).click();

  it("tries the address of a feed, and takes it", async () => {
    const own = await openOwn("options");
    const said = textOf(".said", own);
    await own.locator("input[inputmode=url]").fill(place.feedUrl);
    await own.locator("::-p-text(Probar)").click();
    await expect.poll(said).toMatch(/^Funciona: 120 procedimientos/);
    await own.locator("::-p-text(Guardar)").click();
    await expect.poll(said).toMatch(/^Guardado/);
    await own.close();
  });

  it("counts, hides the portal's rows that do not match, and saves what it found", async () => {
    const truth = place.portal.corpus.procedures;
    const total = bruteForce(truth, () => true).length;
    const found = bruteForce(truth, ({ descripcion }) => /limpieza/i.test(descripcion)).length;
    await open();
    await expect.poll(count).toBe(`${total} de ${total} procedimientos`);
    await page.locator(">>> input[type=search]").fill("limpieza");
    await expect.poll(count).toBe(`${found} de ${total} procedimientos`);
    const rows = () =>
      page.$$eval(".body-content tbody tr", (all) =>
        all
          .filter((row) => row.checkVisibility({ visibilityProperty: true }))
          .map((row) => row.textContent ?? ""),
      );
    await expect.poll(async () => (await rows()).every((row) => /limpieza/i.test(row))).toBe(true);
    await press("CSV");
    const files = () => readdirSync(place.folder).filter((name) => name.endsWith(".csv"));
    await expect.poll(files).toEqual([expect.stringMatching(new RegExp(`-${found}\\.csv$`))]);
  });

  it("keeps what is followed and searched for, and has it again in the side panel", async () => {
    const star = page.locator(">>> :not(.page-news) > .results button.star");
    await (await star.waitHandle()).press("Enter");
    await expect.poll(textOf(">>> button.star[aria-pressed=true]", page)).toBe("★ Seguir");
    await press("Guardar búsqueda");
    await page.keyboard.type("Limpieza");
    await page.keyboard.press("Enter");
    await expect.poll(textOf(">>> .panel", page)).toContain("Guardada: «Limpieza»");
    const own = await openOwn("sidepanel");
    await own.locator("::-p-text(Lo mío)").click();
    await own.locator("::-p-text(Sin decidir)").wait();
    await own.locator("::-p-text(Limpieza)").wait();
    expect(faults).toEqual([]);
  });
});

describe("the packages", () => {
  it("are the same to the byte, built in two folders, on two clocks, with a full cache and an empty one", () => {
    const [chrome, firefox] = [filesOf(extensionFolder), filesOf(firefoxFolder)];
    expect([...firefox.keys()].sort()).toEqual([...chrome.keys()].sort());
    expect([...chrome.keys()].filter((path) => path.endsWith(".js")).length).toBe(8);
    for (const [path, text] of chrome) expect(firefox.get(path) === text, path).toBe(true);
  });

  it("are the same ZIP to the byte, whenever the files were written and in whatever order they are read", () => {
    const copy = join(elsewhere, "copy");
    cpSync(extensionFolder, copy, { recursive: true });
    utimesSync(join(copy, "manifest.json"), new Date("1999-12-31"), new Date("1999-12-31"));
    const backwards = new Map([...readFolder(copy)].reverse());
    const again = Buffer.from(zipFiles(backwards));
    expect(again.equals(zipFiles(readFolder(extensionFolder)))).toBe(true);
  });

  it("hold no source map, no folder of the machine, and nothing that is or looks like a secret", () => {
    const folders = [root, elsewhere, homedir(), tmpdir()].map((folder) =>
      folder.replace(/\/$/, ""),
    );
    const signs = new RegExp(
      [
        `(?<![\\w/.])(?:${folders.filter((folder) => folder !== "").join("|")})/`,
        "sourceMappingURL|sourcesContent",
        `${secret}|PRIVATE KEY-----`,
        // GitHub, Amazon, npm, Google, Slack, and tokens signed in JSON.
        "gh[opsur]_\\w{36}|AKIA[0-9A-Z]{16}|npm_\\w{36}|AIza[\\w-]{35}|xox[abprs]-|eyJ[\\w-]+\\.eyJ",
      ].join("|"),
    );
    for (const folder of [extensionFolder, firefoxFolder]) {
      const files = [...readFolder(folder)];
      const found = files.flatMap(([path, bytes]) => {
        const sign = signs.exec(Buffer.from(bytes).toString("latin1"));
        return sign ? [`${path}: ${sign[0]}`] : [];
      });
      expect(found).toEqual([]);
      expect(files.filter(([path]) => path.endsWith(".map"))).toEqual([]);
    }
  });

  it("has no fault that Mozilla's linter calls an error, and no warning but the known ones", {
    timeout: 180_000,
  }, () => {
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
      "UNSAFE_VAR_ASSIGNMENT",
      // Called only where the browser has it.
      "UNSUPPORTED_API",
    ]);
  });
});

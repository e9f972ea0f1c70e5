import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { ageFeed } from "./support/age-feed.ts";
import { expectCount, expectNotice, expectText, overlay } from "./support/overlay.ts";
import { serveManifest } from "./support/small-feed.ts";
import { raiseStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let total: number;
let pages: Page[] = [];

beforeAll(async () => {
  stage = await raiseStage("html", { procedures: 60 });
  total = stage.portal.corpus.procedures.filter(({ listed }) => listed).length;
});
afterAll(() => stage?.strike());
afterEach(async () => {
  stage.portal.setFaults([]);
  await Promise.all(pages.map((page) => page.close()));
  pages = [];
  // Last: a page that is closed still keeps the filter that was just chosen.
  await stage.worker.evaluate(() => chrome.storage.local.remove(["filter", "isHidden"]));
});

const open = async (options: Parameters<Stage["openList"]>[0] = {}): Promise<Page> => {
  const page = await stage.openList(options);
  pages.push(page);
  return page;
};

describe("with a feed that goes bad", () => {
  beforeAll(() => stage.turnToFeed(stage.feedUrl));

  it.each([
    ["unreachable", undefined, /No hay respuesta en esa dirección/],
    ["not JSON", "<html>no</html>", /no es JSON/],
    ["of another version", '{"schemaVersion":99}', /otra versión \(99\)/],
    ["of another portal", undefined, /otro portal: sonora/],
    ["without its rows", undefined, /respondió con un error: 404/],
  ])("keeps its last good data when the feed is %s, and says why", async (name, body, said) => {
    const manifest = JSON.parse(
      readFileSync(join(stage.feedFolder, "extension/index.json"), "utf8"),
    );
    const bodies: Record<string, string> = {
      "of another portal": JSON.stringify({ ...manifest, portal: "sonora" }),
      "without its rows": JSON.stringify({ ...manifest, sha256: "0".repeat(64) }),
    };
    const content = body ?? bodies[name];
    const server = content === undefined ? undefined : await serveManifest(Buffer.from(content));
    await stage.turnToFeed(server?.url ?? "http://127.0.0.1:9/");
    const page = await open();
    await expectCount(page, total, total);
    await expectNotice(page, said);
    server?.close();
  });
});

describe("a worker that the browser has ended", () => {
  it("is there again for the next page, with all it knew, and asks the feed anew if that was long ago", async () => {
    await stage.turnToFeed(stage.feedUrl);
    const before = await open();
    await expectCount(before, total, total);
    await ageFeed(stage);

    const after = await open();
    await expectCount(after, total, total);
    await expectNotice(after, /Datos al \d/);
    // The page was compared with what was there first, and is again with what came.
    const { timeZone } = durango;
    const { readAt } = JSON.parse(
      readFileSync(join(stage.feedFolder, "extension/index.json"), "utf8"),
    );
    const day = new Intl.DateTimeFormat("es-MX", { timeZone, dateStyle: "medium" }).format(
      new Date(readAt),
    );
    await expectNotice(after, new RegExp(`25 de 25 filas coinciden con los datos del ${day}`));
    await overlay(after).text.fill("zzzz ninguna");
    await expectCount(after, 0, total);
  });
});

describe("the options page", () => {
  it("tries an address and says what is wrong, then keeps a good one", async () => {
    const id = new URL(stage.worker.url()).host;
    const page = await stage.context.newPage();
    pages.push(page);
    await page.goto(`chrome-extension://${id}/options.html`);
    const address = page.getByRole("textbox", { name: "Dirección de los datos abiertos" });
    const status = page.getByRole("status").first();
    const test = page.getByRole("button", { name: "Probar" });
    await address.fill("ftp://ejemplo");
    await test.click();
    await expectText(status, "Esa no es una dirección web: debe empezar con http:// o https://.");
    await address.fill("http://127.0.0.1:9/");
    await test.click();
    await expect.poll(() => status.innerText()).toMatch(/^No hay respuesta en esa dirección/);
    await address.fill(`${stage.feedUrl}index.json`);
    await test.click();
    await expect
      .poll(() => status.innerText())
      .toMatch(new RegExp(`^Funciona: ${total} procedimientos y \\d+ proveedores`));
    await page.getByRole("button", { name: "Guardar", exact: true }).click();
    await expect.poll(() => address.inputValue()).toBe(stage.feedUrl);
    const list = await open();
    await expectCount(list, total, total);
    const other = "http://127.0.0.1:9/";
    await stage.worker.evaluate((feedUrl) => chrome.storage.local.set({ feedUrl }), other);
    await expect.poll(() => address.inputValue()).toBe(other);
    await stage.turnToFeed(stage.feedUrl);
  });

  it("speaks English to those who choose it, whatever the browser's language", async () => {
    const page = await stage.context.newPage();
    pages.push(page);
    await page.goto(new URL("/options.html", stage.worker.url()).href);
    await page.getByRole("radio", { name: "English" }).check();
    await page.getByRole("button", { name: "Back to the default" }).waitFor();
    const { region } = overlay(await open());
    await region.getByRole("tab", { name: "Suppliers" }).waitFor();
    await expect.poll(() => region.innerText()).toContain(`${total} of ${total} procedures`);
    await page.getByRole("radio", { name: "Español" }).check();
    await page.getByRole("button", { name: "Volver a la de fábrica" }).waitFor();
    // As another page of the options, or a backup that is taken in, does.
    await stage.worker.evaluate(() => chrome.storage.local.set({ language: "en" }));
    await page.getByRole("button", { name: "Back to the default" }).waitFor();
    expect(await page.getByRole("radio", { name: "English" }).isChecked()).toBe(true);
    await stage.worker.evaluate(() => chrome.storage.local.remove("language"));
    await page.getByRole("button", { name: "Volver a la de fábrica" }).waitFor();
  });

  it("speaks Spanish where a later version has kept a language that this one does not speak", async () => {
    await stage.worker.evaluate(() => chrome.storage.local.set({ language: "fr" }));
    await overlay(await open())
      .region.getByRole("tab", { name: "Padrón" })
      .waitFor();
    const page = await stage.context.newPage();
    pages.push(page);
    await page.goto(new URL("/options.html", stage.worker.url()).href);
    expect(await page.getByRole("radio", { name: "Español" }).isChecked()).toBe(true);
    await stage.worker.evaluate(() => chrome.storage.local.remove("language"));
  });
});

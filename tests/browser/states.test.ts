import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { expectCount, expectText, overlay, visibleRowIds } from "./support/overlay.ts";
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
  await stage.worker.evaluate(() => chrome.storage.local.remove(["filter", "isHidden"]));
  await Promise.all(pages.map((page) => page.close()));
  pages = [];
});

const open = async (options: Parameters<Stage["openList"]>[0] = {}): Promise<Page> => {
  const page = await stage.openList(options);
  pages.push(page);
  return page;
};
/** The rows of the page that are procedures: `PRUEBA` has a link too. */
const shownProcedures = async (page: Page): Promise<string[]> => {
  const junk = new Set(stage.portal.corpus.junk.map(({ id }) => id));
  return (await visibleRowIds(page)).filter((id) => !junk.has(id));
};
const expectNotice = (page: Page, text: RegExp) =>
  expect.poll(() => overlay(page).region.innerText(), { timeout: 10_000 }).toMatch(text);

describe("without a feed", () => {
  it("works on the pages that were opened, and says so", async () => {
    await stage.useFeed("http://127.0.0.1:9/");
    const page = await open();
    await expectNotice(page, /Sin datos abiertos todavía/);
    const shown = new Set(await shownProcedures(page));
    await expectCount(page, shown.size, shown.size);

    const next = await open({ query: "?pagina=2" });
    const more = new Set([...shown, ...(await shownProcedures(next))]);
    await expectCount(next, more.size, more.size);
    await expectNotice(next, /No hay respuesta en esa dirección/);
  });

  it("knows the registry once its page was opened", async () => {
    const page = await open();
    await overlay(page).tab("Padrón").click();
    await expectNotice(page, /Todavía no conocemos el padrón/);
    const registry = await stage.context.newPage();
    pages.push(registry);
    await registry.goto("https://comprasestatal.durango.gob.mx/consulta/Proveedores");
    await expect.poll(() => overlay(page).suppliers.count(), { timeout: 10_000 }).toBe(1);
  });
});

describe("with a feed", () => {
  beforeAll(() => stage.useFeed(stage.feedUrl));

  it("says how recent the data is", async () => {
    const page = await open();
    await expectCount(page, total, total);
    await expectNotice(page, /Datos al \d{1,2} \w+ \d{4}, \d{2}:\d{2}/);
  });

  it("hides and shows at a press of its button or its key, and the portal is itself again meanwhile", async () => {
    const page = await open();
    await expectCount(page, total, total);
    const all = await visibleRowIds(page);
    await overlay(page).text.fill("zzzz ninguna");
    await expectCount(page, 0, total);
    expect(await visibleRowIds(page)).toEqual([]);

    await overlay(page).hide.click();
    await expect.poll(() => visibleRowIds(page)).toEqual(all);
    expect(await page.evaluate(() => document.documentElement.getAttribute("style"))).toBeNull();
    await page.reload();
    await overlay(page).show.waitFor();
    expect(await visibleRowIds(page)).toEqual(all);

    await page.keyboard.press("Alt+Shift+C");
    await expectCount(page, 0, total);
    expect(await visibleRowIds(page)).toEqual([]);
    await overlay(page).clear.click();
    await expectCount(page, total, total);
  });

  it("finds suppliers by name, by RFC and by line of business", async () => {
    const page = await open();
    await overlay(page).tab("Padrón").click();
    const { supplierSearch, suppliers } = overlay(page);
    const companies = stage.portal.corpus.suppliers.filter(({ rfc }) => rfc?.length === 12);
    const company = companies[3];
    if (company?.rfc === undefined) throw new Error("The corpus has too few companies.");
    for (const text of [company.nombre, company.rfc, company.giros[0] ?? ""]) {
      await supplierSearch.fill(text);
      await expect
        .poll(() =>
          suppliers
            .getByRole("listitem")
            .filter({ hasText: company.rfc ?? "" })
            .count(),
        )
        .toBeGreaterThan(0);
    }
  });

  it("steps aside when the portal has changed, and still searches the feed", async () => {
    stage.portal.setFaults(["no-labels"]);
    const page = await open();
    await expectNotice(page, /El portal cambió/);
    await overlay(page).text.fill("adquisicion");
    await expect.poll(() => overlay(page).results.count()).toBe(1);
    expect(
      await page.locator(".body-content table tbody tr").filter({ visible: true }).count(),
    ).toBeGreaterThan(10);
    await overlay(page).clear.click();
  });

  it("says how old the feed is", async () => {
    const path = join(stage.feedFolder, "extension/index.json");
    const good = readFileSync(path, "utf8");
    const readAt = new Date(Date.now() - 9.5 * 86_400_000).toISOString();
    writeFileSync(path, JSON.stringify({ ...JSON.parse(good), readAt }));
    const server = await serveOnly(readFileSync(path), readIndex(stage.feedFolder, good));
    await stage.useFeed(server.url);
    const page = await open();
    await expectNotice(page, /Los datos tienen 9 días/);
    writeFileSync(path, good);
    server.close();
    await stage.useFeed(stage.feedUrl);
  });
});

describe("with a feed that goes bad", () => {
  beforeAll(() => stage.useFeed(stage.feedUrl));

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
    const server = content === undefined ? undefined : await serveOnly(Buffer.from(content));
    await stage.useFeed(server?.url ?? "http://127.0.0.1:9/");
    const page = await open();
    await expectCount(page, total, total);
    await expectNotice(page, said);
    server?.close();
  });
});

describe("a worker that the browser has ended", () => {
  it("is there again for the next page, with all it knew, and asks the feed anew if that was long ago", async () => {
    await stage.useFeed(stage.feedUrl);
    const before = await open();
    await expectCount(before, total, total);
    const extensionPage = await stage.context.newPage();
    pages.push(extensionPage);
    await extensionPage.goto(new URL("/options.html", stage.worker.url()).href);
    // The database as a worker leaves it that last ran nine days ago.
    await extensionPage.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("compras-abiertas");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      await new Promise<void>((resolve, reject) => {
        const store = database.transaction("state", "readwrite").objectStore("state");
        const reading = store.get("feed");
        reading.onerror = () => reject(reading.error);
        reading.onsuccess = () => {
          const readAt = new Date(Date.now() - 9.5 * 86_400_000).toISOString();
          const { manifest, ...state } = reading.result;
          const writing = store.put({ ...state, askedAt: 0, manifest: { ...manifest, readAt } });
          writing.onerror = () => reject(writing.error);
          writing.onsuccess = () => resolve();
        };
      });
      database.close();
    });
    const session = await stage.context.newCDPSession(extensionPage);
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");

    const after = await open();
    await expectCount(after, total, total);
    await expectNotice(after, /Datos al \d/);
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
    const status = page.getByRole("status");
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
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect.poll(() => address.inputValue()).toBe(stage.feedUrl);
    const list = await open();
    await expectCount(list, total, total);
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
  });
});

/** The index that a manifest names, as it lies in the feed. */
function readIndex(folder: string, manifest: string): { path: string; bytes: Buffer } {
  const { path } = JSON.parse(manifest) as { path: string };
  return { path, bytes: readFileSync(join(folder, "extension", path)) };
}

/** A feed of one manifest, and of its rows if given. */
async function serveOnly(
  manifest: Buffer,
  index?: { path: string; bytes: Buffer },
): Promise<{ url: string; close: () => Server }> {
  const server = createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (request.url === "/extension/index.json") response.end(manifest);
    else if (index !== undefined && request.url === `/extension/${index.path}`)
      response.end(index.bytes);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // It listens on TCP.
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

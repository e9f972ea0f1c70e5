import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { PackedChunk } from "../../extension/corpus/packed-rows.ts";
import { feedSchemaVersion } from "../../shared/feed/index-schema.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import {
  clearFilter,
  expectCount,
  expectNotice,
  expectText,
  overlay,
  visibleRowIds,
} from "./support/overlay.ts";
import { serveManifest } from "./support/small-feed.ts";
import { raiseStage, type Stage } from "./support/stage.ts";
import { stopWorker } from "./support/stop-worker.ts";
import { violations } from "./support/violations.ts";

let stage: Stage;
let total: number;
let pages: Page[] = [];

beforeAll(async () => {
  stage = await raiseStage("html", { procedures: 60 });
  total = stage.portal.corpus.procedures.filter(({ listed }) => listed).length;
  await stage.turnToFeed(stage.feedUrl);
});
afterAll(() => stage?.strike());
afterEach(async () => {
  await Promise.all(pages.map((page) => page.close()));
  pages = [];
});

async function open(): Promise<Page> {
  const page = await stage.openList();
  pages.push(page);
  return page;
}

/** What we put beside the portal's rows. */
const marks = (page: Page) => page.locator("compras-abiertas-mark");
const tableOf = (page: Page) =>
  page.locator(".body-content").evaluate((element) => element.innerHTML);

describe("the portal's page", () => {
  it("looks to the last pixel as without the extension while the overlay is hidden", async () => {
    const page = await open();
    await expectCount(page, total, total);
    const { region, hide } = overlay(page);
    await region.getByText(/^Filas de esta página/).click();
    await region.getByRole("button", { name: "Seguir" }).first().click();
    await expectText(marks(page).getByRole("button"), "Compras Abiertas: La sigues");
    await hide.click();
    await overlay(page).show.waitFor();
    // The button that shows the overlay again is all that may be seen of it.
    const host = page.locator("#compras-abiertas");
    await host.evaluate((element) => element.setAttribute("style", "display: none !important"));
    const without = await stage.context.newPage();
    pages.push(without);
    // The same page under an address on which the extension does not run.
    await without.goto(stage.portal.url + durango.routes.listado);
    expect(await without.locator("#compras-abiertas").count()).toBe(0);
    const [hidden, plain] = [await page.screenshot(), await without.screenshot()];
    expect(hidden.equals(plain)).toBe(true);
    expect(await tableOf(page)).toBe(await tableOf(without));
    await host.evaluate((element) => element.removeAttribute("style"));
    await overlay(page).show.click();
  });

  it("cannot bend the overlay with a style that it forces upon everything", async () => {
    const page = await open();
    await expectCount(page, total, total);
    const { region } = overlay(page);
    // As much as the page was moved aside for.
    expect((await region.boundingBox())?.width).toBe(400);
    const before = await region.screenshot();
    await page.addStyleTag({
      content: `* { color: red !important; font: italic 40px serif !important; text-align: center !important;
        text-transform: uppercase !important; letter-spacing: 5px !important; visibility: hidden !important }
        button, input, h2 { display: none !important }`,
    });
    expect((await region.screenshot()).equals(before)).toBe(true);
  });
});

describe("marks beside the portal's rows", () => {
  it("say in words what there is to say, once, and lead to it by keyboard", async () => {
    const page = await open();
    await expectCount(page, total, total);
    await expectNotice(page, /25 de 25 filas coinciden con los datos del \d/);
    // The one that is followed from above.
    await expect.poll(() => marks(page).count()).toBe(1);
    const [, second = ""] = await visibleRowIds(page);
    const about = stage.portal.corpus.procedures.find(({ id }) => id === second);
    if (about === undefined) throw new Error("the row is of no procedure");
    const { descripcion } = about;
    about.descripcion = "ZAFIROS";
    await page.reload();
    await expectNotice(page, /24 de 25 filas coinciden con los datos del .*; difieren: 1/);
    const row = page.locator(".body-content tr").filter({ hasText: "ZAFIROS" });
    await expectText(row.getByRole("button"), "Compras Abiertas: Difiere");

    // The page draws its rows anew, and copies what it finds in them.
    await row.evaluate((element) => element.replaceWith(element.cloneNode(true)));
    await expectText(row.getByRole("button"), "Compras Abiertas: Difiere");
    await expect.poll(() => marks(page).count()).toBe(2);

    await row.getByRole("link").first().focus();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    const focused = overlay(page).region.locator("a:focus");
    expect(await focused.getAttribute("href")).toBe(
      durango.routes.procedimiento.replace("{id}", second),
    );
    await overlay(page).region.getByText("La página dice: ZAFIROS").waitFor();

    expect(await violations(page, ".body-content")).toEqual([]);
    about.descripcion = descripcion;
  });
});

describe("a hostile feed", () => {
  const title = `<img src=x onerror="document.title='caught'"><script>alert(1)</script>`;
  /** Serves a feed of one row that tries everything; its rows end where `cut` says. */
  const serveHostile = async (cut?: number) => {
    const row = { id: "constructor", ocid: "ocds-000000-1", url: "javascript:alert(1)" };
    const tenders = [{ ...row, number: "=cmd|'/c calc'!A1", title }];
    const content = { schemaVersion: feedSchemaVersion, tenders, suppliers: [] };
    const bytes = gzipSync(JSON.stringify(content));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const path = `index-${sha256.slice(0, 16)}.json.gz`;
    const about = { schemaVersion: feedSchemaVersion, portal: durango.id, path, sha256 };
    const counts = { bytes: bytes.length, tenders: 1, suppliers: 0 };
    const manifest = { ...about, readAt: new Date().toISOString(), ...counts };
    return serveManifest(Buffer.from(JSON.stringify(manifest)), {
      path,
      bytes: bytes.subarray(0, cut),
    });
  };

  it("is refused with a message where it ends too soon, and what was there stays", async () => {
    const server = await serveHostile(40);
    await stage.turnToFeed(server.url);
    const page = await open();
    await expectNotice(page, /El archivo llegó dañado/);
    await expectCount(page, total, total);
    server.close();
  });

  it("is shown as the text that it is, and leads nowhere but to the portal", async () => {
    const server = await serveHostile();
    await stage.turnToFeed(server.url);
    const page = await open();
    const { region, text, results } = overlay(page);
    await text.fill("numero:cmd");
    const link = results.getByRole("link");
    await expectText(link, title);
    expect(await link.getAttribute("href")).toBe(
      durango.routes.procedimiento.replace("{id}", "constructor"),
    );
    await text.fill("");
    await link.waitFor({ state: "detached" });
    await region.getByRole("checkbox", { name: /^Sin fecha de apertura/ }).check();
    // Found by no word: of why it was found there is nothing, though every object has a "constructor".
    await link.filter({ hasText: title }).waitFor();
    expect(await region.locator("img, script").count()).toBe(0);
    expect(await page.title()).not.toBe("caught");
    await clearFilter(page);
    server.close();
    await stage.turnToFeed(stage.feedUrl);
  });
});

describe("a row that came to harm in the browser's storage", () => {
  it("takes down the list that it is in, and neither the filters, nor the page, nor the next search", async () => {
    const page = await open();
    await expectCount(page, total, total);
    const shown = await visibleRowIds(page);
    const [victim, other] = stage.portal.corpus.procedures.filter(
      ({ id, listed, numeroProcedimiento }) => listed && numeroProcedimiento && !shown.includes(id),
    );
    await spoilDate(stage, victim?.id ?? "");
    await page.reload();
    const { text, buyers, region, results } = overlay(page);
    await text.fill(`numero:"${victim?.numeroProcedimiento}"`);
    await expectNotice(page, /Algo falló aquí: RangeError/);
    expect(await buyers.isVisible()).toBe(true);
    expect(await page.locator(".body-content table").isVisible()).toBe(true);
    await text.fill(`numero:"${other?.numeroProcedimiento}"`);
    await results.getByRole("link").first().waitFor();
    expect(await region.getByText(/Algo falló/).count()).toBe(0);
    await text.fill("");
  });
});

describe("a panel that cannot start", () => {
  const expectNoPanel = async (page: Page, why: RegExp): Promise<void> => {
    const { region } = overlay(page);
    await region.getByText(why).waitFor();
    expect(await region.getByRole("button").allInnerTexts()).toEqual(["Recargar la página"]);
    expect(await page.evaluate(() => document.documentElement.getAttribute("style"))).toBeNull();
  };

  it("gives its room back and says why, where what the browser kept for it is spoiled", async () => {
    await stage.worker.evaluate(() => chrome.storage.local.set({ filter: ["roto"] }));
    const page = await open();
    await expectNoPanel(page, /^El panel no pudo abrirse.*TypeError/);
    expect(await page.locator(".body-content table").isVisible()).toBe(true);
    await stage.worker.evaluate(() => chrome.storage.local.remove("filter"));
    await page.reload();
    await expectCount(page, total, total);
  });

  it("does so over a procedure's page too, where the worker cannot note what the page says", async () => {
    await stage.worker.evaluate(() => {
      Object.assign(IDBObjectStore.prototype, {
        put: () => {
          throw new DOMException("no space left", "QuotaExceededError");
        },
      });
    });
    const page = await open();
    const [id = ""] = await visibleRowIds(page);
    await page.goto(durango.baseUrl + durango.routes.procedimiento.replace("{id}", id));
    await expectNoPanel(page, /^No hay espacio en el disco/);
    await stopWorker(page);
    await overlay(page).region.getByRole("button", { name: "Recargar la página" }).click();
    await overlay(page).hide.waitFor();
  });
});

describe("an extension that is updated under the page", () => {
  it("takes its panel away, gives the page back and says what to do", async () => {
    const page = await open();
    await overlay(page).text.fill("zzzz ninguna");
    await expect.poll(() => visibleRowIds(page)).toEqual([]);
    const options = await stage.context.newPage();
    await options.goto(new URL("/options.html", stage.worker.url()).href);
    await Promise.all([
      options.waitForEvent("close"),
      options.evaluate(() => chrome.runtime.reload()).catch(() => undefined),
    ]);
    const { region } = overlay(page);
    // The page may hear of it after a key: it looks at the next one.
    const press = async (): Promise<number> => {
      await page.keyboard.press("Shift");
      return region.getByRole("tab").count();
    };
    await expect.poll(press).toBe(0);
    await region.getByText("La extensión se actualizó. Recarga la página.").waitFor();
    await expectText(region.getByRole("tab"), "(not there)");
    await expect.poll(() => visibleRowIds(page)).not.toEqual([]);
    expect(await marks(page).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.getAttribute("style"))).toBeNull();
    expect(await region.getByRole("button", { name: "Recargar la página" }).isVisible()).toBe(true);
  });
});

/** Writes what is no date into a stored row, and ends the worker, which knows the row as it was. */
async function spoilDate({ context, worker }: Stage, id: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(new URL("/options.html", worker.url()).href);
  const spoiled = await page.evaluate(async (victim) => {
    const settle = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settle(indexedDB.open("compras-abiertas"));
    const store = database.transaction("tenderChunks", "readwrite").objectStore("tenderChunks");
    const chunks: PackedChunk[] = await settle(store.getAll());
    let count = 0;
    for (const chunk of chunks) {
      const place = chunk.ids.indexOf(victim);
      if (place === -1) continue;
      const [from = 0, to = 0] = chunk.starts.subarray(place, place + 2);
      const cells = JSON.parse(chunk.lines.slice(from, to));
      cells[chunk.columns.indexOf("publishedAt")] = "mañana";
      const line = JSON.stringify(cells);
      const longer = line.length - (to - from);
      await settle(
        store.put({
          ...chunk,
          lines: chunk.lines.slice(0, from) + line + chunk.lines.slice(to),
          starts: chunk.starts.map((start, row) => (row > place ? start + longer : start)),
        }),
      );
      count += 1;
    }
    database.close();
    return count;
  }, id);
  expect(spoiled).toBe(1);
  await stopWorker(page);
  await page.close();
}

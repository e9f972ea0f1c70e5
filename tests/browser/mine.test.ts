import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { type ChangingFeed, readFeedRows, startChangingFeed } from "./support/changing-feed.ts";
import { clearFilter, expectCount, expectNotice, expectText, overlay } from "./support/overlay.ts";
import { rewriteRecord } from "./support/rewrite-record.ts";
import { raiseStage, type Stage } from "./support/stage.ts";
import { stopWorker } from "./support/stop-worker.ts";
import { after, at, before, near, still } from "./support/zafiro-rows.ts";

let stage: Stage;
let feed: ChangingFeed;
let rows: TenderRow[];
let pages: Page[] = [];

beforeAll(async () => {
  stage = await raiseStage("html", { procedures: 24 });
  rows = readFeedRows(stage.feedFolder);
  feed = await startChangingFeed();
  feed.publish([...before, ...rows], at(-10));
  await stage.useFeed(feed.url);
});
afterAll(async () => {
  feed?.close();
  await stage?.strike();
});
afterEach(async () => {
  await Promise.all(pages.map((page) => page.close()));
  pages = [];
});

const track = (page: Page): Page => {
  pages.push(page);
  return page;
};
const openList = async (hash = ""): Promise<Page> => track(await stage.openList({ hash }));
const openOptions = async (): Promise<Page> => {
  const page = track(await stage.context.newPage());
  await page.goto(new URL("/options.html", stage.worker.url()).href);
  return page;
};
const result = (page: Page, title: string) =>
  overlay(page).results.getByRole("listitem").filter({ hasText: title });
const mine = async (page: Page) => {
  await overlay(page).tab("Lo mío").click();
  return overlay(page).region.getByRole("tabpanel", { name: "Lo mío" });
};
const hasFocus = (element: Element): boolean =>
  element === (element.getRootNode() as ShadowRoot).activeElement; // The overlay's own.
it("saves a search under a name of its own, and keeps what two tabs change of a procedure", async () => {
  const page = await openList();
  await overlay(page).text.fill("zafiro");
  await expectCount(page, before.length, before.length + rows.length);
  const { region } = overlay(page);
  await region.getByRole("button", { name: "Guardar búsqueda" }).click();
  await region.getByRole("textbox", { name: "Nombre de la búsqueda" }).fill("Zafiros");
  await page.keyboard.press("Enter");
  await expectNotice(page, /Guardada: «Zafiros»/);
  expect(await region.getByRole("button", { name: "Guardar búsqueda" }).evaluate(hasFocus)).toBe(
    true,
  );
  await region.getByRole("button", { name: "Guardar búsqueda" }).click();
  await region.getByRole("textbox", { name: "Nombre de la búsqueda" }).fill("ZAFIROS");
  await page.keyboard.press("Enter");
  await expectNotice(page, /Ya tienes una búsqueda con ese nombre/);

  const other = await openList();
  await overlay(other).text.fill("zafiro");
  const [here, there] = [result(page, "QUIETA"), result(other, "QUIETA")];
  await here.getByRole("button", { name: "Seguir" }).click();
  await there.getByRole("button", { name: "Seguir", pressed: true }).waitFor();
  await there.getByRole("combobox", { name: "Qué haré con ella" }).selectOption("En análisis");
  await here.getByRole("button", { name: "Anotar" }).click();
  await here.getByRole("textbox", { name: /^Nota/ }).fill("Llamar a");
  await there.getByRole("button", { name: "Ver nota" }).waitFor();
  // The tab is closed right after the last letter.
  await here.getByRole("textbox", { name: /^Nota/ }).fill("Llamar a Lupita");
  await page.close();

  await other.reload();
  const panel = await mine(other);
  const card = panel.getByRole("listitem").filter({ hasText: "QUIETA" });
  await expect.poll(() => card.innerText()).toContain("Llamar a Lupita");
  expect(await card.getByRole("combobox").inputValue()).toBe("analysing");
  expect(await card.getByRole("button", { name: "Seguir", pressed: true }).count()).toBe(1);
});

it("tells once, after ten days asleep, all that is new, and holds its alarm at each start", async () => {
  const options = await openOptions();
  await options.evaluate(() => chrome.alarms.clearAll());
  await stopWorker(options);
  await rewriteRecord(options, "state", "feed", { askedAt: 0 });
  await rewriteRecord(options, "memory", "visit", { activeAt: Date.parse(at(-10)) });
  feed.publish([...after, ...rows], at(0));

  const page = await openList();
  await expectCount(page, after.length, after.length + rows.length);
  const badge = () => stage.worker.evaluate(() => chrome.action.getBadgeText({}));
  // That one closes soon was shown when the search was saved.
  await expect.poll(badge).toBe("4");
  const tab = overlay(page).tab("Lo mío");
  await expectText(tab, "Lo mío 4 sin ver");
  await overlay(page).hide.click();
  await expectText(overlay(page).show, /4 sin ver$/);
  await overlay(page).show.click();
  expect(await stage.worker.evaluate(() => chrome.alarms.get("refresh-feed"))).toBeDefined();

  const panel = await mine(page);
  const section = (name: string) =>
    panel
      .getByRole("heading", { name })
      .locator("xpath=following-sibling::ul[1]")
      .getByRole("link")
      .allInnerTexts();
  await expect.poll(() => section("Cierran en 7 días: 1")).toEqual(["CERCANA ZAFIRO"]);
  expect(await section("Nuevas: 1")).toEqual(["RECIENTE ZAFIRO"]);
  expect((await section("Cambiaron: 2")).sort()).toEqual(["APLAZADA ZAFIRO", "RETIRADA ZAFIRO"]);
  expect(await section("Falladas: 1")).toEqual(["RESUELTA ZAFIRO"]);
  await expect.poll(() => panel.innerText()).toContain("Ya no está en el portal");
  // What was shown is told no more, by whatever the feed is asked next.
  await expect.poll(badge).toBe("");
  await expectText(tab, "Lo mío");
  await options.evaluate(() => chrome.runtime.sendMessage({ topic: "refresh" }));
  expect(await badge()).toBe("");
});

it("says field by field what changed on the row and on the procedure's page, until it was looked at", async () => {
  const page = await openList();
  await overlay(page).text.fill("zafiro");
  const row = result(page, "APLAZADA");
  const question = row.getByRole("button", { name: /¿Qué cambió/ });
  await question.press("Enter");
  const said = () => row.getByRole("list").first().innerText();
  await expect.poll(said).toMatch(/^Apertura antes: .+; ahora: .+$/);
  await question.press("Enter");
  await expect.poll(() => question.getAttribute("aria-expanded")).toBe("false");
  expect(await row.innerText()).not.toContain("Apertura antes");
  await question.press("Enter");
  await expect.poll(said).toMatch(/^Apertura antes: .+; ahora: .+$/);
  await overlay(page).region.getByLabel("Solo novedades desde mi última visita").check();
  await expectCount(page, 3, after.length + rows.length);
  await overlay(page).region.getByLabel("Solo novedades desde mi última visita").uncheck();
  await overlay(page).region.getByLabel("Ocultar las que ya vi").check();
  await expectCount(page, after.length - 1, after.length + rows.length);
  await clearFilter(page);

  const [listed] = stage.portal.corpus.procedures.filter((one) => one.listed);
  if (listed === undefined) throw new Error("The corpus is empty.");
  const changed = rows.map((one) =>
    one.id === listed.id ? { ...one, awardAt: "2031-03-18T11:30:00-06:00" } : one,
  );
  feed.publish([...after, ...changed], at(1));
  const options = await openOptions();
  await options.evaluate(() => chrome.runtime.sendMessage({ topic: "refresh" }));
  const procedure = track(await stage.context.newPage());
  await procedure.goto(durango.baseUrl + durango.routes.procedimiento.replace("{id}", listed.id));
  await expectNotice(procedure, /¿Qué cambió desde tu última visita\?/);
  await expectNotice(procedure, /Fallo .*ahora: 18 mar 2031, 11:30/);
  await procedure.reload();
  await overlay(procedure).region.getByRole("button", { name: "Seguir" }).waitFor();
  expect(await overlay(procedure).region.innerText()).not.toContain("¿Qué cambió");
});

it("follows in an open «Lo mío» what is looked at in another tab, where the row that is read stays", async () => {
  const reader = await openList();
  const digest = await mine(reader);
  const changed = digest.getByRole("heading", { name: "Cambiaron: 1" });
  await changed.waitFor();
  const page = await openList();
  await overlay(page).text.fill("zafiro");
  await overlay(page).region.getByLabel("Ocultar las que ya vi").check();
  await expectCount(page, after.length - 1, after.length + rows.length);
  const row = result(page, "RETIRADA");
  await row.getByRole("button", { name: /¿Qué cambió/ }).click();
  await changed.waitFor({ state: "detached" });
  expect(await row.innerText()).toContain("Ya no está en el portal");
  await clearFilter(page);
});

it("compares what is followed side by side, by the keyboard alone", async () => {
  const page = await openList();
  await overlay(page).text.fill("zafiro");
  await result(page, "CERCANA").getByRole("button", { name: "Seguir" }).click();
  const panel = await mine(page);
  for (const title of ["QUIETA ZAFIRO", "CERCANA ZAFIRO"]) {
    await panel.getByRole("checkbox", { name: `Comparar: ${title}` }).focus();
    await page.keyboard.press("Space");
  }
  await panel.getByRole("button", { name: "Comparar (2)" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Comparar licitaciones" });
  await expect
    .poll(() => dialog.getByRole("columnheader").allInnerTexts())
    .toEqual(["CERCANA ZAFIRO", "QUIETA ZAFIRO"]);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  await panel.getByRole("button", { name: "Comparar (2)" }).waitFor();

  const card = panel.getByRole("listitem").filter({ hasText: "RECIENTE" }).last();
  await overlay(page).tab("Licitaciones").click();
  await result(page, "RECIENTE").getByRole("button", { name: "Seguir" }).click();
  await overlay(page).tab("Lo mío").click();
  await card.getByRole("button", { name: "Seguir", pressed: true }).focus();
  await page.keyboard.press("Enter");
  const title = panel.getByRole("heading", { name: "Las que sigo" });
  await expect.poll(() => title.evaluate(hasFocus)).toBe(true);
});

/** The card of a followed procedure, which may be listed among the news too. */
const followedCard = (panel: Locator, title: string) =>
  panel
    .getByRole("listitem")
    .filter({ hasText: title })
    .filter({ has: panel.page().getByRole("combobox") });

it("leaves the focus and an open note where they are when a decision moves a card to another group", async () => {
  const page = await openList();
  const panel = await mine(page);
  const card = followedCard(panel, "QUIETA");
  const choice = card.getByRole("combobox", { name: "Qué haré con ella" });
  await card.getByRole("button", { name: "Ver nota" }).click();
  for (const [key, group] of [
    ["ArrowDown", "Descartada"],
    ["ArrowUp", "En análisis"],
  ] as const) {
    await choice.press(key);
    await panel.getByRole("heading", { name: group }).waitFor();
    expect(await choice.evaluate(hasFocus)).toBe(true);
    expect(await card.getByRole("textbox", { name: /^Nota/ }).inputValue()).toBe("Llamar a Lupita");
  }
});

it("leaves the field of a note that is all there is of a procedure while it is emptied and written anew", async () => {
  const page = await openList();
  await overlay(page).text.fill("zafiro");
  await result(page, "RECIENTE").getByRole("button", { name: "Anotar" }).click();
  await result(page, "RECIENTE").getByRole("textbox", { name: /^Nota/ }).fill("Pedir muestra");
  const options = await openOptions();
  const notes = async (): Promise<string[]> => {
    const { answer } = await options.evaluate(() => chrome.runtime.sendMessage({ topic: "mine" }));
    return answer.follows.map(({ note }: { note: string }) => note);
  };
  await expect.poll(notes).toContain("Pedir muestra");
  const panel = await mine(page);
  const card = followedCard(panel, "RECIENTE");
  await card.getByRole("button", { name: "Ver nota" }).click();
  const field = card.getByRole("textbox", { name: /^Nota/ });
  await field.fill("");
  await expect.poll(notes).not.toContain("Pedir muestra");
  await page.keyboard.type("Pedir catálogo");
  await expect.poll(notes).toContain("Pedir catálogo");
  expect(await field.evaluate(hasFocus)).toBe(true);
  // Once it is left, nothing of it is left to show.
  await field.fill("");
  await expect.poll(notes).not.toContain("Pedir catálogo");
  await overlay(page).tab("Lo mío").focus();
  await expect.poll(() => card.count()).toBe(0);
  await overlay(page).tab("Licitaciones").click();
  await clearFilter(page);
});

it("says of what is followed how it stands, as among the results", async () => {
  const cancelled: TenderRow = { ...near, status: "cancelled", statusText: "Cancelada" };
  feed.publish([...after.map((row) => (row === near ? cancelled : row)), ...rows], at(1.5));
  const options = await openOptions();
  await options.evaluate(() => chrome.runtime.sendMessage({ topic: "refresh" }));
  const panel = await mine(await openList());
  await expect
    .poll(() => followedCard(panel, "CERCANA").innerText())
    .toContain("Según el portal: Cancelada");
});

it("loses nothing when the worker is ended in the middle of a load", async () => {
  const options = await openOptions();
  const { isWaiting, release } = feed.hold();
  feed.publish([...after.slice(1), ...rows], at(2));
  await options.evaluate(() => void chrome.runtime.sendMessage({ topic: "refresh" }));
  await isWaiting;
  await stopWorker(options);
  const page = await openList();
  await overlay(page).text.fill("zafiro");
  await expectCount(page, after.length, after.length + rows.length);
  release();
  await options.evaluate(() => chrome.runtime.sendMessage({ topic: "refresh" }));
  await expectCount(page, after.length - 1, after.length - 1 + rows.length);
  await expect.poll(async () => (await mine(page)).innerText()).toContain("Llamar a Lupita");
});

it("says that there is no space left, and still has all that was there", async () => {
  const options = await openOptions();
  const refresh = () => options.evaluate(() => chrome.runtime.sendMessage({ topic: "refresh" }));
  // The browser forgets only after seconds how much space it thought free: so its refusal is made here.
  await stage.worker.evaluate(() => {
    const refuse = (): never => {
      throw new DOMException("no space left", "QuotaExceededError");
    };
    Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse });
  });
  feed.publish([...after, ...rows], at(3));
  await refresh();
  const page = await openList();
  await overlay(page).text.fill("zafiro");
  await expectNotice(page, /No hay espacio en el disco/);
  const full = result(page, "RESUELTA");
  await full.getByRole("button", { name: "Seguir" }).click();
  await expect
    .poll(() => full.getByRole("status").innerText())
    .toMatch(/^No hay espacio en el disco/);
  await stopWorker(options);
  await page.reload();
  await expectCount(page, after.length - 1, after.length - 1 + rows.length);
  await refresh();
  await expectCount(page, after.length, after.length + rows.length);
  await expect.poll(async () => (await mine(page)).innerText()).toContain("Llamar a Lupita");
});

it("puts everything personal into a file, says what the file would change, and takes it back in", async () => {
  const options = await openOptions();
  const [download] = await Promise.all([
    options.waitForEvent("download"),
    options.getByRole("button", { name: "Descargar respaldo" }).click(),
  ]);
  const backup = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(backup.follows.map(({ id }: { id: string }) => id)).toEqual([near.id, still.id]);
  const choose = (text: string) =>
    options
      .locator("input[type=file]")
      .setInputFiles({ name: "r.json", mimeType: "application/json", buffer: Buffer.from(text) });
  const said = options.getByRole("status");
  await choose(JSON.stringify({ ...backup, schemaVersion: 2 }));
  await said.filter({ hasText: "versión más nueva (2)" }).waitFor();
  await choose(JSON.stringify(backup).slice(0, -40));
  await said.filter({ hasText: "no es un respaldo, o llegó cortado" }).waitFor();

  const search = { id: "x", name: "Zafiros", filter: "texto=rubi", changedAt: 1 };
  const follow = { ...backup.follows[1], note: "Pedir muestra", changedAt: 1 };
  const settings = { ...backup.settings, synonyms: "resma, papel bond" };
  await choose(
    JSON.stringify({
      ...backup,
      searches: [...backup.searches, search],
      follows: [follow],
      settings,
    }),
  );
  const preview = options.getByRole("table");
  await expect
    .poll(async () => (await preview.getByRole("row").allInnerTexts()).slice(1, 5))
    .toEqual(["Búsquedas\t1\t0\t1", "Seguidas\t0\t0\t1", "Decisiones\t0\t0\t1", "Notas\t0\t1\t0"]);
  await options.getByRole("button", { name: "Recuperar", exact: true }).click();
  await said.filter({ hasText: "Listo" }).waitFor();
  const synonyms = options.getByLabel("Grupos de palabras");
  await expect.poll(() => synonyms.inputValue()).toBe("resma, papel bond");
  const panel = await mine(await openList());
  await expect.poll(() => panel.innerText()).toContain("Zafiros 2");
  await expect.poll(() => panel.innerText()).toContain("Llamar a Lupita\nPedir muestra");
});

it("leaves a database of a later version alone, says to update, and goes on once it is gone", async () => {
  const options = await openOptions();
  await stopWorker(options);
  await options.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("compras-abiertas", 990);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
  );
  const page = await openList();
  await expectNotice(page, /Tus datos son de una versión más nueva/);
  // The worker that was refused is still there.
  await options.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase("compras-abiertas");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => resolve();
      }),
  );
  await options.evaluate(() => chrome.runtime.sendMessage({ topic: "refresh" }));
  await page.reload();
  await overlay(page).text.fill("zafiro");
  await expectCount(page, after.length, after.length + rows.length);
});

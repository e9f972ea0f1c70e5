import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished } from "vitest";
import { expectCount, expectNotice, overlay } from "./support/overlay.ts";
import { stopWorker } from "./support/stop-worker.ts";
import { after, at, near, still } from "./support/zafiro-rows.ts";
import {
  ask,
  openMine,
  raiseZafiroStage,
  result,
  saveZafiros,
  type ZafiroStage,
} from "./support/zafiro-stage.ts";

let z: ZafiroStage;

beforeAll(async () => {
  z = await raiseZafiroStage(after, at(0));
  const options = await z.openOptions();
  await saveZafiros(options);
  await ask(options, { topic: "follow", id: near.id, change: { isFavourite: true } });
  const note = { before: "", text: "Llamar a Lupita" };
  const change = { isFavourite: true, status: "analysing", note };
  await ask(options, { topic: "follow", id: still.id, change });
  await z.closePages();
});
afterAll(() => z?.strike());
afterEach(() => z.closePages());

it("loses nothing when the worker is ended in the middle of a load", async () => {
  const options = await z.openOptions();
  const { isWaiting, release } = z.feed.hold();
  onTestFinished(release);
  z.feed.publish([...after.slice(1), ...z.rows], at(2));
  await options.evaluate(() => void chrome.runtime.sendMessage({ topic: "refresh" }));
  await isWaiting;
  await stopWorker(options);
  const page = await z.openList();
  await overlay(page).text.fill("zafiro");
  await expectCount(page, after.length, after.length + z.rows.length);
  release();
  await ask(options, { topic: "refresh" });
  await expectCount(page, after.length - 1, after.length - 1 + z.rows.length);
  await expect.poll(async () => (await openMine(page)).innerText()).toContain("Llamar a Lupita");
});

it("says that there is no space left, and still has all that was there", async () => {
  const options = await z.openOptions();
  const refresh = () => ask(options, { topic: "refresh" });
  // The browser forgets only after seconds how much space it thought free: so its refusal is made here.
  await z.stage.worker.evaluate(() => {
    const refuse = (): never => {
      throw new DOMException("no space left", "QuotaExceededError");
    };
    Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse });
  });
  z.feed.publish([...after, ...z.rows], at(3));
  await refresh();
  const page = await z.openList();
  await overlay(page).text.fill("zafiro");
  await expectNotice(page, /No hay espacio en el disco/);
  const full = result(page, "RESUELTA");
  await full.getByRole("button", { name: "Seguir" }).click();
  await expect
    .poll(() => full.getByRole("status").innerText())
    .toMatch(/^No hay espacio en el disco/);
  await stopWorker(options);
  await page.reload();
  await expectCount(page, after.length - 1, after.length - 1 + z.rows.length);
  await refresh();
  await expectCount(page, after.length, after.length + z.rows.length);
  await expect.poll(async () => (await openMine(page)).innerText()).toContain("Llamar a Lupita");
});

it("puts everything personal into a file, says what the file would change, and takes it back in", async () => {
  const options = await z.openOptions();
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
  const panel = await openMine(await z.openList());
  await expect.poll(() => panel.innerText()).toContain("Zafiros 2");
  await expect.poll(() => panel.innerText()).toContain("Llamar a Lupita\nPedir muestra");
});

it("leaves a database of a later version alone, says to update, and goes on once it is gone", async () => {
  const options = await z.openOptions();
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
  const page = await z.openList();
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
  await ask(options, { topic: "refresh" });
  await page.reload();
  await overlay(page).text.fill("zafiro");
  await expectCount(page, after.length, after.length + z.rows.length);
});

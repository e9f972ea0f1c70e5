import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { clearFilter, expectCount, expectNotice, expectText, overlay } from "./support/overlay.ts";
import { rewriteRecord } from "./support/rewrite-record.ts";
import { stopWorker } from "./support/stop-worker.ts";
import { after, at, before } from "./support/zafiro-rows.ts";
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
  z = await raiseZafiroStage(before, at(-10));
  await saveZafiros(await z.openOptions());
  // The visit of ten days ago.
  await overlay(await z.openList()).count.waitFor();
  await z.closePages();
});
afterAll(() => z?.strike());
afterEach(() => z.closePages());

it("tells once, after ten days asleep, all that is new, and holds its alarm at each start", async () => {
  const options = await z.openOptions();
  await options.evaluate(() => chrome.alarms.clearAll());
  await stopWorker(options);
  await rewriteRecord(options, "state", "feed", { askedAt: 0 });
  await rewriteRecord(options, "memory", "visit", { activeAt: Date.parse(at(-10)) });
  z.feed.publish([...after, ...z.rows], at(0));

  const page = await z.openList();
  await overlay(page).text.fill("zafiro");
  await expectCount(page, after.length, after.length + z.rows.length);
  const badge = () => z.stage.worker.evaluate(() => chrome.action.getBadgeText({}));
  // That one closes soon was shown when the search was saved.
  await expect.poll(badge).toBe("4");
  const tab = overlay(page).tab("Lo mío");
  await expectText(tab, "Lo mío 4 sin ver");
  await overlay(page).hide.click();
  await expectText(overlay(page).show, /4 sin ver$/);
  await overlay(page).show.click();
  expect(await z.stage.worker.evaluate(() => chrome.alarms.get("refresh-feed"))).toBeDefined();

  const panel = await openMine(page);
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
  await ask(options, { topic: "refresh" });
  expect(await badge()).toBe("");
});

it("leads from the popup to all of the news, in «Lo mío» of an overlay that was hidden", async () => {
  const popup = z.track(await z.stage.context.newPage());
  await popup.goto(new URL("/popup.html", z.stage.worker.url()).href);
  await expectText(popup.getByRole("list").first(), /Cierran en 7 días: 1/);
  await z.stage.worker.evaluate(() => chrome.storage.local.set({ isHidden: true }));
  const [page] = await Promise.all([
    z.stage.context.waitForEvent("page"),
    // The popup closes itself, at times before the click is told to be over.
    popup
      .getByRole("button", { name: "Ver todas en «Lo mío»" })
      .click()
      .catch(() => undefined),
  ]);
  z.track(page);
  await overlay(page).region.getByRole("heading", { name: "Falladas: 1" }).waitFor();
  expect(await overlay(page).tab("Lo mío").getAttribute("aria-selected")).toBe("true");
  // As the next pages are to be.
  await overlay(page).hide.click();
  await overlay(page).show.click();
});

it("says field by field what changed on the row and on the procedure's page, until it was looked at", async () => {
  const page = await z.openList();
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
  await expectCount(page, 3, after.length + z.rows.length);
  await overlay(page).region.getByLabel("Solo novedades desde mi última visita").uncheck();
  await overlay(page).region.getByLabel("Ocultar las que ya vi").check();
  await expectCount(page, after.length - 1, after.length + z.rows.length);
  await clearFilter(page);

  const [listed] = z.stage.portal.corpus.procedures.filter((one) => one.listed);
  if (listed === undefined) throw new Error("The corpus is empty.");
  const changed = z.rows.map((one) =>
    one.id === listed.id ? { ...one, awardAt: "2031-03-18T11:30:00-06:00" } : one,
  );
  z.feed.publish([...after, ...changed], at(1));
  const options = await z.openOptions();
  await ask(options, { topic: "refresh" });
  const procedure = z.track(await z.stage.context.newPage());
  await procedure.goto(durango.baseUrl + durango.routes.procedimiento.replace("{id}", listed.id));
  await expectNotice(procedure, /¿Qué cambió desde tu última visita\?/);
  await expectNotice(procedure, /Fallo .*ahora: 18 mar 2031, 11:30/);
  await procedure.reload();
  await overlay(procedure).region.getByRole("button", { name: "Seguir" }).waitFor();
  expect(await overlay(procedure).region.innerText()).not.toContain("¿Qué cambió");
});

it("follows in an open «Lo mío» what is looked at in another tab, where the row that is read stays", async () => {
  const reader = await z.openList();
  const digest = await openMine(reader);
  const changed = digest.getByRole("heading", { name: "Cambiaron: 1" });
  await changed.waitFor();
  const page = await z.openList();
  await overlay(page).text.fill("zafiro");
  await overlay(page).region.getByLabel("Ocultar las que ya vi").check();
  await expectCount(page, after.length - 1, after.length + z.rows.length);
  const row = result(page, "RETIRADA");
  await row.getByRole("button", { name: /¿Qué cambió/ }).click();
  await changed.waitFor({ state: "detached" });
  expect(await row.innerText()).toContain("Ya no está en el portal");
  await clearFilter(page);
});

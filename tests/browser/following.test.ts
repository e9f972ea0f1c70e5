import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { clearFilter, expectCount, expectNotice, overlay } from "./support/overlay.ts";
import { after, at, near } from "./support/zafiro-rows.ts";
import {
  ask,
  followedCard,
  hasFocus,
  openMine,
  raiseZafiroStage,
  result,
  type ZafiroStage,
} from "./support/zafiro-stage.ts";

let z: ZafiroStage;

beforeAll(async () => {
  z = await raiseZafiroStage(after, at(0));
});
afterAll(() => z?.strike());
afterEach(() => z.closePages());

it("saves a search under a name of its own, and keeps what two tabs change of a procedure", async () => {
  const page = await z.openList();
  await overlay(page).text.fill("zafiro");
  await expectCount(page, after.length, after.length + z.rows.length);
  const { region } = overlay(page);
  await region.getByRole("button", { name: "Guardar búsqueda" }).press("Enter");
  const name = region.getByRole("textbox", { name: "Nombre de la búsqueda" });
  // It stands there with the focus and what was searched, to be written over at once.
  await expect.poll(() => name.evaluate(hasFocus)).toBe(true);
  await page.keyboard.type("Zafiros");
  expect(await name.inputValue()).toBe("Zafiros");
  await page.keyboard.press("Enter");
  await expectNotice(page, /Guardada: «Zafiros»/);
  expect(await region.getByRole("button", { name: "Guardar búsqueda" }).evaluate(hasFocus)).toBe(
    true,
  );
  await region.getByRole("button", { name: "Guardar búsqueda" }).click();
  await name.fill("ZAFIROS");
  await page.keyboard.press("Enter");
  await expectNotice(page, /Ya tienes una búsqueda con ese nombre/);

  const other = await z.openList();
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
  // A browser that is busy cuts short what a page does while it is closed.
  await page.evaluate(() => void dispatchEvent(new PageTransitionEvent("pagehide")));
  await page.close();

  await other.reload();
  const panel = await openMine(other);
  const card = panel.getByRole("listitem").filter({ hasText: "QUIETA" });
  await expect.poll(() => card.innerText()).toContain("Llamar a Lupita");
  expect(await card.getByRole("combobox").inputValue()).toBe("analysing");
  expect(await card.getByRole("button", { name: "Seguir", pressed: true }).count()).toBe(1);
});

it("compares what is followed side by side, by the keyboard alone", async () => {
  const page = await z.openList();
  await overlay(page).text.fill("zafiro");
  await result(page, "CERCANA").getByRole("button", { name: "Seguir" }).click();
  const panel = await openMine(page);
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

it("leaves the focus and an open note where they are when a decision moves a card to another group", async () => {
  const page = await z.openList();
  const panel = await openMine(page);
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
  const page = await z.openList();
  await overlay(page).text.fill("zafiro");
  await result(page, "RECIENTE").getByRole("button", { name: "Anotar" }).click();
  await result(page, "RECIENTE").getByRole("textbox", { name: /^Nota/ }).fill("Pedir muestra");
  const options = await z.openOptions();
  const notes = async (): Promise<string[]> => {
    const { answer } = await ask(options, { topic: "mine" });
    return answer.follows.map(({ note }: { note: string }) => note);
  };
  await expect.poll(notes).toContain("Pedir muestra");
  await page.bringToFront(); // A tab in the background is hardly drawn.
  const panel = await openMine(page);
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
  z.feed.publish([...after.map((row) => (row === near ? cancelled : row)), ...z.rows], at(1.5));
  const options = await z.openOptions();
  await ask(options, { topic: "refresh" });
  const panel = await openMine(await z.openList());
  await expect
    .poll(() => followedCard(panel, "CERCANA").innerText())
    .toContain("Según el portal: Cancelada");
});

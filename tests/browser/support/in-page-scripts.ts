import type { Page } from "playwright-core";

/** Runs in the page: puts one text after the other in the search field, faster than anyone types. */
export async function typeAtOnce(texts: readonly string[]): Promise<void> {
  const root = document.querySelector("#compras-abiertas")?.shadowRoot;
  const field = root?.querySelector<HTMLInputElement>("input[type=search]");
  for (const text of texts) {
    if (field) field.value = text;
    field?.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    await new Promise((resolve) => setTimeout(resolve));
  }
}

/** Runs in the page: presses a button of the panel as soon as the panel says how many a text finds. */
export async function typeAndPress(button: HTMLElement | SVGElement, text: string): Promise<void> {
  const root = button.getRootNode() as ShadowRoot;
  const field = root.querySelector<HTMLInputElement>("input[type=search]");
  const count = root.querySelector(".count");
  if (field === null || count === null) throw new Error("The panel has no field or no count.");
  const isCounted = new Promise<void>((resolve) => {
    new MutationObserver((_, observer) => {
      observer.disconnect();
      resolve();
    }).observe(count, { subtree: true, childList: true, characterData: true });
  });
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  await isCounted;
  button.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
}

/** Runs in the page: resolves once the page has had nothing to do as often as it takes to make what it was handed ready. */
export async function untilWarm(): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 200 }));
  }
}

/** Runs in the page: resolves once an element is in sight, and whoever asked before has been told. */
export function untilSeen(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.at(-1)?.isIntersecting !== true) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve());
    });
    observer.observe(element);
  });
}

/** Keeps how many results there were whenever the list said that it waits. */
export const watchResults = `(() => {
  const list = document.querySelector("#compras-abiertas").shadowRoot.querySelector(".results");
  globalThis.resultsWhileBusy = [];
  new MutationObserver(() => {
    const { length } = list.children;
    if (list.ariaBusy === "true" && !globalThis.resultsWhileBusy.includes(length)) {
      globalThis.resultsWhileBusy.push(length);
    }
  }).observe(list, { childList: true, attributes: true });
})(); undefined`;

const inSightScript = `(() => {
  const isInSight = (row) => {
    const { top, height } = row.getBoundingClientRect();
    return height > 0 && top < innerHeight;
  };
  const rows = [...document.querySelectorAll(".body-content tbody tr")];
  return rows.filter(isInSight).map((row) => row.textContent);
})()`;

/** The portal's own rows that are in sight, as text. */
export function inSightOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(inSightScript);
}

/** Keeps the text of the rows in sight at the moment when the panel counts anew. */
export const watchCount = `globalThis.rowsAtCount = new Promise((resolve) => {
  const count = document.querySelector("#compras-abiertas").shadowRoot.querySelector(".count");
  new MutationObserver((_, observer) => {
    observer.disconnect();
    resolve(${inSightScript});
  }).observe(count, { subtree: true, childList: true, characterData: true });
}); undefined`;

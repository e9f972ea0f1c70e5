import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import { startPracticePortal } from "../../fixtures/practice-portal/server.ts";
import { extensionFolder } from "../browser/support/build-extension.ts";
import { type Figure, median } from "./figures.ts";
import { listAddress, raiseOverlay } from "./overlay-stage.ts";

const rounds = 7;
const rowsOfList = 1_000;
/** The same page where the extension does not run. */
const bareAddress = "http://127.0.0.1:9/lista";

/** P10: the size of the content script, and what it adds to the main thread of a list of 1,000 rows before that can be used. */
export async function arrival(): Promise<Figure[]> {
  const list = await plainList();
  const stage = await raiseOverlay(10_000);
  const busy: number[] = [];
  const bare: number[] = [];
  try {
    await stage.context.route(listAddress, (route) =>
      route.fulfill({ body: list, contentType: "text/html; charset=utf-8" }),
    );
    await stage.context.route(bareAddress, (route) =>
      route.fulfill({ body: list, contentType: "text/html; charset=utf-8" }),
    );
    for (let round = -1; round < rounds; round += 1) {
      const withOverlay = await mainThreadMs(stage.context, listAddress, true);
      const without = await mainThreadMs(stage.context, bareAddress, false);
      if (round < 0) continue;
      busy.push(withOverlay);
      bare.push(without);
    }
  } finally {
    await stage.strike();
  }
  const script = readdirSync(extensionFolder).find((file) => /^portal\..*\.js$/.test(file));
  if (script === undefined) throw new Error("The build has no content script.");
  return [
    {
      name: "P10 content script, minified",
      value: statSync(path.join(extensionFolder, script)).size / 1000,
      unit: "KB",
      goal: 300,
      detail: script,
    },
    {
      name: "P10 main thread that the overlay adds to a list of 1,000 rows",
      value: median(busy) - median(bare),
      unit: "ms",
      goal: 50,
      detail: `${median(busy).toFixed(0)} ms with, ${median(bare).toFixed(0)} ms without`,
    },
  ];
}

/** The portal's list of 1,000 rows as the server sends it, without scripts of its own. */
async function plainList(): Promise<string> {
  const portal = await startPracticePortal({ port: 0, procedures: rowsOfList, list: "datatables" });
  try {
    const html = await (await fetch(new URL(new URL(listAddress).pathname, portal.url))).text();
    return html.replace(/<script\b[\s\S]*?<\/script>/g, "");
  } finally {
    await portal.close();
  }
}

/** What the main thread of a new page has worked until it can be used: with the overlay, until that has counted. */
async function mainThreadMs(
  context: BrowserContext,
  address: string,
  hasOverlay: boolean,
): Promise<number> {
  const page = await context.newPage();
  // The page itself says when: to ask it from here, again and again, would be work of the same thread.
  await page.addInitScript({ content: waitScript });
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  await page.goto(address);
  await page.evaluate(`waitForFrame(${hasOverlay})`);
  const { metrics } = await session.send("Performance.getMetrics");
  await page.close();
  const secondsOf = (wanted: string): number => {
    const value = metrics.find(({ name }) => name === wanted)?.value;
    if (value === undefined) throw new Error(`The browser does not say its ${wanted}.`);
    return value;
  };
  return (secondsOf("TaskDuration") - secondsOf("DevToolsCommandDuration")) * 1000;
}

/**
 * As text: what is made of a function here would call helpers that the page has not. It looks when something has changed: to look at
 * each frame would have the browser draw frames that nobody needs.
 */
const waitScript = `
  const isCounted = () =>
    / de /.test(
      document.querySelector("#compras-abiertas")?.shadowRoot?.querySelector(".count")?.textContent ?? "",
    );
  globalThis.waitForFrame = (wantsCount) =>
    new Promise((resolve) => {
      const finish = () => requestAnimationFrame(() => resolve());
      if (!wantsCount || isCounted()) return finish();
      const wanted = { childList: true, characterData: true, subtree: true };
      const observer = new MutationObserver(() => {
        const root = document.querySelector("#compras-abiertas")?.shadowRoot;
        if (root) observer.observe(root, wanted);
        if (!isCounted()) return;
        observer.disconnect();
        finish();
      });
      observer.observe(document, { childList: true, subtree: true });
      const root = document.querySelector("#compras-abiertas")?.shadowRoot;
      if (root) observer.observe(root, wanted);
    });
`;

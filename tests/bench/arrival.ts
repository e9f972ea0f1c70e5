import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { BrowserContext, CDPSession } from "playwright-core";
import { startPracticePortal } from "../../fixtures/practice-portal/server.ts";
import { extensionFolder } from "../browser/support/build-extension.ts";
import { type Figure, median } from "./figures.ts";
import { listAddress, raiseOverlay } from "./overlay-stage.ts";

const rounds = 9;
const rowsOfList = 1_000;
/** Pixels of the window, and those that the panel takes of it. */
const wide = 1366;
const panelWidth = 400;

/** What the main thread of a new page has worked, in milliseconds of its processor. */
interface Work {
  /** Until the page can be used: it is loaded and the frame that shows it is painted. */
  untilUsable: number;
  /** Until the overlay has counted, and its rows are painted too. */
  inAll: number;
  /** The longest task after the page could be used: whoever scrolls or types waits for no more. */
  longestTask: number;
}

/**
 * P10: the size of the content scripts, and what they add to the main thread of a list of 1,000 rows before that can be used, over the
 * same page in a browser without the extension. The time of the processor is counted and not that of the clock: a machine that has
 * something else to do as well would add what is not the page's. What the page needs by itself where its window is only as wide as beside
 * the panel is told too: less than that cannot be reached.
 */
export async function arrival(): Promise<Figure[]> {
  const list = await plainList();
  const stage = await raiseOverlay(10_000);
  const bare = await stage.openBare();
  const works: Record<"overlay" | "narrow" | "plain", Work[]> = {
    overlay: [],
    narrow: [],
    plain: [],
  };
  try {
    for (const context of [stage.context, bare]) {
      await context.route(listAddress, (route) =>
        route.fulfill({ body: list, contentType: "text/html; charset=utf-8" }),
      );
    }
    for (let round = -1; round < rounds; round += 1) {
      const overlay = await workOf(stage.context, true);
      const narrow = await workOf(bare, false, wide - panelWidth);
      const plain = await workOf(bare, false);
      if (round < 0) continue;
      works.overlay.push(overlay);
      works.narrow.push(narrow);
      works.plain.push(plain);
    }
  } finally {
    await bare.close();
    await stage.strike();
  }
  const of = (side: keyof typeof works, key: keyof Work): number =>
    median(works[side].map((work) => work[key]));
  const compare = (key: keyof Work): string =>
    `${of("overlay", key).toFixed(0)} ms with, ${of("plain", key).toFixed(0)} ms without`;
  const scripts = readdirSync(extensionFolder).filter((file) =>
    /^(portal|room)\..*\.js$/.test(file),
  );
  if (scripts.length !== 2) throw new Error(`The build has not two content scripts: ${scripts}.`);
  const sizes = scripts.map((file) => statSync(path.join(extensionFolder, file)).size / 1000);
  return [
    {
      name: "P10 content scripts, minified",
      value: sizes.reduce((sum, size) => sum + size),
      unit: "KB",
      goal: 300,
      detail: scripts.map((file, place) => `${file} ${sizes[place]?.toFixed(0)} KB`).join(", "),
    },
    {
      name: "P10 main thread that the overlay adds to a list of 1,000 rows before it can be used",
      value: of("overlay", "untilUsable") - of("plain", "untilUsable"),
      unit: "ms",
      goal: 50,
      detail: `${compare("untilUsable")}, ${of("narrow", "untilUsable").toFixed(0)} ms without in a window that is narrower by the panel; until the overlay has counted, ${compare("inAll")}`,
    },
    {
      name: "P10 longest task of the overlay once the list can be used",
      value: of("overlay", "longestTask"),
      unit: "ms",
      goal: 50,
      detail: `of all that it does then; worst of ${rounds} rounds ${Math.max(...works.overlay.map(({ longestTask }) => longestTask)).toFixed(0)} ms`,
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

/** Opens the list in a new page, with the overlay until that has counted. */
async function workOf(context: BrowserContext, hasOverlay: boolean, width = wide): Promise<Work> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  // The page itself says when: to ask it from here, again and again, would be work of the same thread.
  await page.addInitScript({ content: waitScript });
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(listAddress, { waitUntil: "commit" });
  await page.evaluate("untilUsable()");
  const untilUsable = await taskMs(session);
  const longestTask = await longestTaskMs(session, () =>
    page.evaluate(`untilCounted(${hasOverlay})`),
  );
  const inAll = await taskMs(session);
  await page.close();
  return { untilUsable, inAll, longestTask };
}

async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  const secondsOf = (wanted: string): number => {
    const value = metrics.find(({ name }) => name === wanted)?.value;
    if (value === undefined) throw new Error(`The browser does not say its ${wanted}.`);
    return value;
  };
  return (secondsOf("TaskDuration") - secondsOf("DevToolsCommandDuration")) * 1000;
}

/** The longest task of the page's main thread while something is waited for, by the time of the processor. */
async function longestTaskMs(session: CDPSession, wait: () => Promise<unknown>): Promise<number> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    // Of these categories, the browser sends events such as these.
    events.push(...(value as unknown as TraceEvent[]));
  });
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: {
      includedCategories: ["disabled-by-default-devtools.timeline", "blink.user_timing"],
    },
  });
  await wait();
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
  const mark = events.find(({ name }) => name === markName);
  const tasks = events.filter(
    ({ name, pid, tid }) => name === "RunTask" && pid === mark?.pid && tid === mark.tid,
  );
  if (tasks.length === 0) throw new Error("The browser does not say what its main thread did.");
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}

interface TraceEvent {
  name: string;
  /** Of the thread. */
  pid: number;
  tid: number;
  /** Microseconds of the processor; absent where it is no task. */
  tdur?: number;
}

/** The page marks its thread by this. */
const markName = "the overlay has counted";

/**
 * As text: what is made of a function here would call helpers that the page has not. It looks when something has changed: to look at
 * each frame would have the browser draw frames that nobody needs.
 */
const waitScript = `
  const isCounted = () =>
    / de /.test(
      document.querySelector("#compras-abiertas")?.shadowRoot?.querySelector(".count")?.textContent ?? "",
    );
  // What a frame's callback puts off comes when the frame is painted.
  const painted = (resolve) => requestAnimationFrame(() => setTimeout(resolve));
  globalThis.untilUsable = () =>
    new Promise((resolve) => {
      if (document.readyState === "complete") painted(resolve);
      else addEventListener("load", () => painted(resolve));
    });
  globalThis.untilCounted = (wantsCount) =>
    new Promise((resolve) => {
      const finish = () => {
        performance.mark("${markName}");
        painted(resolve);
      };
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

import type { Locator, Page } from "playwright-core";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { type ChangingFeed, readFeedRows, startChangingFeed } from "./changing-feed.ts";
import { overlay } from "./overlay.ts";
import { raiseStage, type Stage } from "./stage.ts";

/** A stage whose feed a test changes as it goes: the portal's own procedures, and those made for the test. */
export interface ZafiroStage {
  stage: Stage;
  feed: ChangingFeed;
  /** The portal's own; none of them mentions "zafiro". */
  rows: TenderRow[];
  openList(options?: Parameters<Stage["openList"]>[0]): Promise<Page>;
  openOptions(): Promise<Page>;
  /** Takes a page among those that `closePages` closes. */
  track(page: Page): Page;
  closePages(): Promise<void>;
  strike(): Promise<void>;
}

/** Raises the stage with these made procedures, read at an instant. */
export async function raiseZafiroStage(made: TenderRow[], readAt: string): Promise<ZafiroStage> {
  const stage = await raiseStage("html", { procedures: 24 });
  const rows = readFeedRows(stage.feedFolder);
  const feed = await startChangingFeed();
  feed.publish([...made, ...rows], readAt);
  await stage.turnToFeed(feed.url);
  let pages: Page[] = [];
  const track = (page: Page): Page => {
    pages.push(page);
    return page;
  };
  return {
    stage,
    feed,
    rows,
    track,
    openList: async (options) => track(await stage.openList(options)),
    async openOptions() {
      const page = track(await stage.context.newPage());
      await page.goto(new URL("/options.html", stage.worker.url()).href);
      return page;
    },
    async closePages() {
      await Promise.all(pages.map((page) => page.close()));
      pages = [];
    },
    async strike() {
      feed.close();
      await stage.strike();
    },
  };
}

/** Has a page of the extension ask its worker for something. */
export function ask(page: Page, message: { topic: string } & Record<string, unknown>) {
  return page.evaluate((question) => chrome.runtime.sendMessage(question), message);
}

/** The saved search that finds all of the made procedures. */
export function saveZafiros(options: Page) {
  const edit = { do: "add", name: "Zafiros", filter: "texto=zafiro" };
  return ask(options, { topic: "editSearches", edit });
}

/** A result of the overlay's search, by a word of its title. */
export function result(page: Page, title: string): Locator {
  return overlay(page).results.getByRole("listitem").filter({ hasText: title });
}

/** Turns to "Lo mío". */
export async function openMine(page: Page): Promise<Locator> {
  await overlay(page).tab("Lo mío").click();
  return overlay(page).region.getByRole("tabpanel", { name: "Lo mío" });
}

/** The card of a followed procedure, which may be listed among the news too. */
export function followedCard(panel: Locator, title: string): Locator {
  return panel
    .getByRole("listitem")
    .filter({ hasText: title })
    .filter({ has: panel.page().getByRole("combobox") });
}

/** Whether an element of the overlay has the focus; for `evaluate`. */
export function hasFocus(element: Element): boolean {
  return element === (element.getRootNode() as ShadowRoot).activeElement;
}

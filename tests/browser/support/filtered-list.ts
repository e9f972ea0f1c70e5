import type { Page } from "playwright-core";
import { expect } from "vitest";
import { allResultIds, expectCount, overlay, visibleRowIds } from "./overlay.ts";
import type { Stage } from "./stage.ts";

/** A new page on the portal's list, with no filter left from before. */
export async function openUnfiltered(
  stage: Stage,
  options: Parameters<Stage["openList"]>[0] = {},
): Promise<Page> {
  await stage.worker.evaluate(() => chrome.storage.local.remove("filter"));
  const page = await stage.openList(options);
  await expect.poll(() => overlay(page).count.count()).toBe(1);
  return page;
}

/** The overlay and the page together show each expected procedure once, and no other. */
export async function expectFound(page: Page, expected: string[], total: number): Promise<void> {
  await expectCount(page, expected.length, total);
  // What is out of sight follows the count by a frame.
  const found = async (): Promise<string[]> => {
    const shown = new Set(await visibleRowIds(page));
    return [...shown, ...(await allResultIds(page))].sort();
  };
  await expect.poll(found).toEqual([...expected].sort());
}

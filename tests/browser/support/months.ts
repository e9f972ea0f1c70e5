import type { Locator, Page } from "playwright-core";
import { readFeedRows } from "./changing-feed.ts";
import { type Stage, today } from "./stage.ts";

/** The days of the openings of a feed, the earliest first, but for those that were called off. */
export function openingsOf({ feedFolder }: Stage): string[] {
  return readFeedRows(feedFolder)
    .flatMap(({ opensAt, status, withdrawnAt }) =>
      opensAt === undefined || status === "cancelled" || withdrawnAt ? [] : opensAt.slice(0, 10),
    )
    .sort();
}

/** Turns the pages of the month's view, which stands at today's month, to another one (`2026-03`). */
export async function turnTo(within: Page | Locator, month: string): Promise<void> {
  const monthsOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  const pages = monthsOf(month) - monthsOf(today());
  const name = pages < 0 ? "‹ Anterior" : "Siguiente ›";
  for (let page = 0; page < Math.abs(pages); page += 1) {
    await within.getByRole("button", { name }).press("Enter");
  }
}

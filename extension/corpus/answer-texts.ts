import { findInPages } from "../../shared/documents/find-in-pages.ts";
import type { ProcessTexts } from "../../shared/feed/process-texts.ts";
import type { Conversations } from "../messages.ts";

/** Places of each document that are shown. */
const hitsAtMost = 5;

/** Where in a procedure's documents a text stands, and which of them hold no text. */
export function answerTexts(
  { documents }: ProcessTexts,
  text: string,
): Pick<Conversations["documentText"]["answer"], "found" | "unread"> {
  const found = documents.flatMap(({ id, pages = [], isCut = false }) => {
    const places = findInPages(pages, text, hitsAtMost);
    return places.count > 0 || isCut ? [{ id, isCut, ...places }] : [];
  });
  const unread = documents.flatMap(({ id, state }) => (state === "text" ? [] : [{ id, state }]));
  return { found, unread };
}

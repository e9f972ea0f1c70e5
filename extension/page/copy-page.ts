import { roomProperties } from "../overlay/make-room.ts";
import { styleWhenShown } from "./hide-row.ts";
import { markTag } from "./row-marks.ts";

/** The element in which the overlay stands, by its id. */
export const overlayId = "compras-abiertas";

/** A copy of the page without anything that we put into it or did to it. The page itself is not touched. */
export function copyPage(): HTMLElement {
  const page = document.documentElement;
  // What clones an element gives one of its kind.
  const copy = page.cloneNode(true) as HTMLElement;
  const copies = copy.querySelectorAll("*");
  for (const [place, element] of page.querySelectorAll("*").entries()) {
    const [style, twin] = [styleWhenShown(element), copies[place]];
    if (style !== undefined && twin instanceof HTMLElement) {
      Object.assign(twin.style, style);
      dropEmptyStyle(twin);
    }
  }
  for (const ours of copy.querySelectorAll(`#${overlayId}, ${markTag}`)) ours.remove();
  for (const name of roomProperties) {
    if (copy.style.getPropertyPriority(name) === "important") copy.style.removeProperty(name);
  }
  dropEmptyStyle(copy);
  return copy;
}

/** The copy as the text of a file. */
export function writePage(copy: HTMLElement): string {
  return `${document.doctype === null ? "" : "<!DOCTYPE html>\n"}${copy.outerHTML}\n`;
}

/** What reading a page looks at. */
const countedTags = [
  ...["main", "table", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd"],
  ...["ul", "li", "form", "input", "iframe", "script", "div", "h1", "h2", "h3", "a"],
];

/** How many elements of each kind the page has that matters to reading it. */
export function countTags(page: HTMLElement): Record<string, number> {
  return Object.fromEntries(countedTags.map((tag) => [tag, page.querySelectorAll(tag).length]));
}

function dropEmptyStyle(element: HTMLElement): void {
  if (element.getAttribute("style") === "") element.removeAttribute("style");
}

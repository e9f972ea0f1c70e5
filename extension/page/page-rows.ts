import { idOfEntry, locatePage, type PageText } from "../../shared/portal/page.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { domTree } from "./dom-tree.ts";
import { checkCollapsed, giveBackRow, hideRow, isHidden } from "./hide-row.ts";
import { markTag } from "./row-marks.ts";

/** The rows that the portal's list shows right now. */
export interface PageRows {
  text: PageText;
  /** In page order; the portal number is missing where a row leads to no procedure. */
  rows: { id: string | undefined; element: HTMLElement }[];
}

/** Reads the list on the page as it stands. */
export function readRows(definition: PageDefinition, profile: PortalProfile): PageRows {
  const { text, nodes } = locatePage(domTree(document), definition, profile);
  return {
    text,
    rows: text.entries.flatMap((entry, position) => {
      const element = nodes[position];
      const id = idOfEntry(entry, profile);
      return element instanceof HTMLElement ? [{ id, element }] : [];
    }),
  };
}

/** Calls back once the page has put other rows in place, until the signal aborts. Nothing runs while the page is at rest. */
export function onRowsChange(signal: AbortSignal, callback: () => void): void {
  let frame = 0;
  const observer = new MutationObserver((changes) => {
    if (changes.every(isOurs)) return;
    // A script that redraws a table changes it row by row: one look a frame is enough.
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(callback);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  });
}

/** Whether nothing but marks of ours came or went. */
function isOurs({ addedNodes, removedNodes }: MutationRecord): boolean {
  return [...addedNodes, ...removedNodes].every(
    (node) => node instanceof Element && node.localName === markTag,
  );
}

/**
 * Shows the rows whose portal number is in `shown`, hides the others; without `shown` the page is as the portal made it.
 *
 * @param pixels where so many are filled with rows that are shown, the rest of the list stays as it is.
 */
export function showRows(
  page: PageRows,
  shown?: ReadonlySet<string>,
  pixels = Number.POSITIVE_INFINITY,
): void {
  const sizes = sizesOf(page);
  let [left, above] = [pixels, 0];
  for (const { id, element } of page.rows) {
    if (left <= 0) return;
    const { height, isTableRow } = sizes.get(element) ?? unknownSize;
    const hide = shown !== undefined && (id === undefined || !shown.has(id));
    if (!hide) left -= height;
    if (hide) hideRow(element, isTableRow && above < innerHeight);
    else giveBackRow(element);
    above += height;
  }
  // That can wait until the last has changed: it takes working out the page's styles.
  if (left === Number.POSITIVE_INFINITY)
    for (const { element } of page.rows) checkCollapsed(element);
}

/** How a row was laid out when it was first shown. */
interface RowSize {
  /** Pixels. */
  height: number;
  isTableRow: boolean;
}

interface RowSizes {
  /** Of the window in which the rows had these sizes. */
  windowWidth: number;
  of: Map<HTMLElement, RowSize>;
}

const rowSizes = new WeakMap<PageRows, RowSizes>();
/** Of a row that was never shown: rather some rows too many than one too few. */
const unknownSize: RowSize = { height: 30, isTableRow: false };

function sizesOf(page: PageRows): Map<HTMLElement, RowSize> {
  const known = rowSizes.get(page);
  if (known?.windowWidth === innerWidth) return known.of;
  const of = new Map<HTMLElement, RowSize>();
  rowSizes.set(page, { windowWidth: innerWidth, of });
  return of;
}

/** With other rows, a table's columns take other widths, and its rows other heights. */
const margin = 1.1;

/** Pixels from the list's beginning to the end of what is in sight, and some more. */
export function pixelsToSight(page: PageRows): number {
  const sizes = sizesOf(page);
  const shown = page.rows.filter(({ element }) => !isHidden(element));
  for (const { element } of shown) {
    if (!sizes.has(element)) sizes.set(element, sizeOf(element));
  }
  const first = shown[0] ?? page.rows[0];
  if (first === undefined) return 0;
  return Math.max(1, (innerHeight - first.element.getBoundingClientRect().top) * margin);
}

function sizeOf(element: HTMLElement): RowSize {
  const { height } = element.getBoundingClientRect();
  return { height, isTableRow: getComputedStyle(element).display === "table-row" };
}

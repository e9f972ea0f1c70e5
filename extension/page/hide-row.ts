/** What a row that is hidden now had for these in its own style. */
type OwnStyle = Record<"display" | "visibility", string>;
const hiddenRows = new WeakMap<HTMLElement, OwnStyle>();
/** Rows that were collapsed, and whether all that is in them was hidden too. */
const collapsible = new WeakMap<HTMLElement, boolean>();

/**
 * Hides a row of the portal, if it is not hidden yet.
 *
 * @param keepsLayout for the rows that a cleared filter brings back into sight: to lay them out anew is most of what that takes. They
 *   stay rows of a table, whatever a narrower window makes of the others: nothing else collapses.
 */
export function hideRow(row: HTMLElement, keepsLayout: boolean): void {
  if (hiddenRows.has(row)) return;
  const { style } = row;
  hiddenRows.set(row, { display: style.display, visibility: style.visibility });
  if (keepsLayout && collapsible.get(row) !== false) {
    style.setProperty("display", "table-row", "important");
    style.setProperty("visibility", "collapse", "important");
  } else hideWholly(row);
}

function hideWholly({ style }: HTMLElement): void {
  style.setProperty("display", "none", "important");
}

/** Hides a collapsed row wholly where a style of the page keeps something in it within reach of the keyboard and of screen readers. */
export function checkCollapsed(row: HTMLElement): void {
  if (!hiddenRows.has(row) || row.style.visibility !== "collapse" || collapsible.has(row)) return;
  const parts = [...row.querySelectorAll("*")];
  const isHiddenWithAll = parts.every((part) => getComputedStyle(part).visibility !== "visible");
  collapsible.set(row, isHiddenWithAll);
  if (!isHiddenWithAll) hideWholly(row);
}

/** Gives a row that was hidden its own style back. */
export function giveBackRow(row: HTMLElement): void {
  const before = hiddenRows.get(row);
  if (before === undefined) return;
  Object.assign(row.style, before);
  if (row.getAttribute("style") === "") row.removeAttribute("style");
  hiddenRows.delete(row);
}

export function isHidden(row: HTMLElement): boolean {
  return hiddenRows.has(row);
}

/** What a row that is hidden now had in its own style; undefined for any other element. */
export function styleWhenShown(element: Element): OwnStyle | undefined {
  return element instanceof HTMLElement ? hiddenRows.get(element) : undefined;
}

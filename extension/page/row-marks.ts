import styleText from "data-text:./row-mark.css";
import type { PageRows } from "./page-rows.ts";

/** The element that holds a mark. It has no text of its own: whoever reads the portal's table finds what the portal wrote. */
export const markTag = "compras-abiertas-mark";

/** What is said beside a row of the portal. */
export interface RowMark {
  words: string;
  /** The same for those who hear it, with what a press does. */
  label: string;
}

/** Marks beside the portal's own rows. */
export interface RowMarks {
  /** Puts these marks, by portal number, beside their rows, and takes all others away. */
  put(rows: PageRows["rows"], marks: ReadonlyMap<string, RowMark>): void;
  /** Leaves nothing of them in the page. */
  clear(): void;
}

/** So far out of sight a row has its mark already, for who moves by keyboard or scrolls fast. */
const nearSight = "800px 0px";

/**
 * Each mark is an element of its own in the row's longest cell, so that it stays with its row wherever the page puts that; a layer above
 * the page would stand beside another row as soon as one moved unseen. Its shadow keeps styles apart, and it asks for no width, so that
 * the columns stay as they are. A row gets its mark when it comes near to being seen: of a thousand rows, each with news, the most are
 * never looked at.
 *
 * @param onPress is told the portal number of the row whose mark was pressed.
 */
export function createRowMarks(onPress: (id: string) => void): RowMarks {
  const placed = new Map<Element, HTMLElement>();
  const waiting = new Map<Element, { id: string; mark: RowMark }>();
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const wanted = isIntersecting ? waiting.get(target) : undefined;
        if (wanted !== undefined) place(target, wanted);
      }
    },
    { rootMargin: nearSight },
  );
  const place = (row: Element, { id, mark }: { id: string; mark: RowMark }): void => {
    sight.unobserve(row);
    waiting.delete(row);
    removeAll(row);
    const host = makeMark(() => onPress(id));
    label(host, mark);
    longestCell(row).append(host);
    placed.set(row, host);
  };
  const drop = (row: Element): void => {
    sight.unobserve(row);
    waiting.delete(row);
    placed.get(row)?.remove(); // A row that was not seen yet has none.
    placed.delete(row);
  };
  return {
    put(rows, marks) {
      const marked = rows.filter(({ id }) => id !== undefined && marks.has(id));
      const elements = new Set<Element>(marked.map(({ element }) => element));
      for (const row of [...placed.keys(), ...waiting.keys()]) if (!elements.has(row)) drop(row);
      for (const { id = "", element } of marked) {
        const mark = marks.get(id);
        const host = placed.get(element);
        if (mark === undefined) continue;
        if (host !== undefined && element.contains(host)) label(host, mark);
        else {
          waiting.set(element, { id, mark });
          sight.observe(element);
        }
      }
    },
    clear() {
      for (const row of [...placed.keys(), ...waiting.keys()]) drop(row);
      sight.disconnect();
      removeAll(document);
    },
  };
}

/** A script of the page may have copied a row with its mark. */
function removeAll(within: Document | Element): void {
  for (const mark of within.querySelectorAll(markTag)) mark.remove();
}

/** What a press or a key on a mark does is no affair of the row's, which may lead somewhere itself. */
const events = ["click", "dblclick", "mousedown", "mouseup", "pointerdown", "pointerup"] as const;

/**
 * With a force that no style of the page has. Without a width of its own, the columns of the table stay as they are; of a hidden row
 * the mark is hidden too.
 */
const hostStyle = [
  ...["all: initial", "display: block", "visibility: inherit"],
  ...["width: 0", "min-width: 100%"],
]
  .map((declaration) => `${declaration} !important`)
  .join(";");

function makeMark(onPress: () => void): HTMLElement {
  const host = document.createElement(markTag);
  host.style.cssText = hostStyle;
  const shadow = host.attachShadow({ mode: "open" });
  const style = document.createElement("style");
  style.textContent = styleText;
  const button = document.createElement("button");
  button.type = "button";
  button.addEventListener("click", onPress);
  shadow.append(style, button);
  for (const event of events) host.addEventListener(event, (one) => one.stopPropagation());
  for (const event of ["keydown", "keyup"] as const) {
    host.addEventListener(event, (one) => {
      if (one.key === "Enter" || one.key === " ") one.stopPropagation();
    });
  }
  return host;
}

function label(host: HTMLElement, { words, label: name }: RowMark): void {
  const button = host.shadowRoot?.querySelector("button");
  if (!button || (button.textContent === words && button.ariaLabel === name)) return;
  button.textContent = words;
  button.ariaLabel = name;
}

/** The cell that says most, which has the most room; without cells, the row itself. */
function longestCell(row: Element): Element {
  const [first, ...others] = [...row.children].filter(({ localName }) => localName === "td");
  const lengthOf = (cell: Element): number => cell.textContent.length;
  return others.reduce(
    (best, cell) => (lengthOf(cell) > lengthOf(best) ? cell : best),
    first ?? row,
  );
}

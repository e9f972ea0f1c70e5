/**
 * What the page's outermost element gets, with sizes as in `panel.css`. At the side of a wide window, the page becomes as narrow as its
 * content can be, and no wider than it would be without the panel: what does not fit is scrolled clear of the panel with the page itself.
 * So a wide table is reached by the window's own scroll bar, and need not be painted in full as one that scrolls by itself.
 */
const atSide = [
  ["padding-right", "400px"],
  ["box-sizing", "border-box"],
  // For browsers that do not know the next: no table is out of reach, but one very long word widens all of the page.
  ["min-width", "min-content"],
  ["min-width", "calc-size(min-content, min(size, 100vw + 400px))"],
] as const;
/** At the foot of a narrow window. */
const atFoot = [["padding-bottom", "60vh"]] as const;
const sideFits = "(min-width: 1024px)";

/** Whatever room is made with: the page itself hardly asks for such with the same force. */
export const roomProperties = [...new Set([...atSide, ...atFoot].map(([name]) => name))];

declare global {
  /** Gives the room back that was made. The content scripts of a page share what is global among themselves, and the room is one. */
  var givesRoomBack: (() => void) | undefined;
}

/** Moves the page aside so that the panel covers none of it, or can be scrolled clear of it. Once is enough. */
export function makeRoom(): void {
  globalThis.givesRoomBack ??= moveAside();
}

/** Puts the page back as it was, where room was made. */
export function giveRoomBack(): void {
  globalThis.givesRoomBack?.(); // Nothing where there is none.
  globalThis.givesRoomBack = undefined;
}

function moveAside(): () => void {
  const page = document.documentElement;
  const { style } = page;
  const before = roomProperties.map((name) => [name, style.getPropertyValue(name)] as const);
  const isWide = matchMedia(sideFits);
  const restore = (): void => {
    for (const [name, value] of before) {
      // What the page has put there since is its own.
      if (style.getPropertyPriority(name) === "important") style.setProperty(name, value);
    }
    // Asking for the attribute makes Chromium write it out; without that, removing it does nothing.
    if (page.getAttribute("style") === "") page.removeAttribute("style");
  };
  const settle = (): void => {
    restore();
    for (const [name, value] of isWide.matches ? atSide : atFoot)
      style.setProperty(name, value, "important");
  };
  const ends = new AbortController();
  const { signal } = ends;
  isWide.addEventListener("change", settle, { signal });
  // On paper there is no panel.
  addEventListener("beforeprint", restore, { signal });
  addEventListener("afterprint", settle, { signal });
  settle();
  return () => {
    ends.abort();
    restore();
  };
}

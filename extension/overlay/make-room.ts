/** As in `panel.css`: the panel's width at the side of a wide window, its height at the foot of a narrow one. */
const wide = { query: "(min-width: 1024px)", side: "margin-right", size: "400px" } as const;
const narrow = { side: "padding-bottom", size: "60vh" } as const;

/**
 * While the panel is there, Chromium paints a table that had to become narrower anew, all of it, with every frame of the panel: a narrower
 * table scrolls sideways, and such is painted in full. What is painted as one is only taken over.
 */
const paintOnce = "table { isolation: isolate }";

/** The style that stands in the page while room is made, by its id. */
export const roomStyleId = "compras-abiertas-room";

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
  const before = { [wide.side]: style.marginRight, [narrow.side]: style.paddingBottom };
  const isWide = matchMedia(wide.query);
  const restore = (): void => {
    for (const [side, size] of Object.entries(before)) {
      // What the page has put there since is its own.
      if (style.getPropertyPriority(side) === "important") style.setProperty(side, size);
    }
    // Asking for the attribute makes Chromium write it out; without that, removing it does nothing.
    if (page.getAttribute("style") === "") page.removeAttribute("style");
  };
  const settle = (): void => {
    restore();
    const { side, size } = isWide.matches ? wide : narrow;
    style.setProperty(side, size, "important");
  };
  isWide.addEventListener("change", settle);
  settle();
  const sheet = document.createElement("style");
  sheet.id = roomStyleId;
  sheet.textContent = paintOnce;
  page.append(sheet);
  return () => {
    isWide.removeEventListener("change", settle);
    sheet.remove();
    restore();
  };
}

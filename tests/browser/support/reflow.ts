/** What reaches beyond the width of a part, and whose text is cut within it. */
export function findCut(part: Element): string[] {
  const wide = part.scrollWidth > part.clientWidth ? [`scrolls sideways: ${part.scrollWidth}`] : [];
  const { right } = part.getBoundingClientRect();
  const cut = [...part.querySelectorAll<HTMLElement>("*")].filter((each) => {
    if (!each.checkVisibility({ visibilityProperty: true }) || each.innerText === "") return false;
    const { overflowX, overflowY } = getComputedStyle(each);
    // Text for screen readers alone is a pixel wide.
    if (each.clientWidth <= 1) return false;
    const isClipped =
      (overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1) ||
      (/hidden|clip/.test(overflowY) && each.scrollHeight > each.clientHeight + 1);
    return isClipped || each.getBoundingClientRect().right > right + 1;
  });
  return [...wide, ...cut.map((each) => `cut: ${each.outerHTML.slice(0, 160)}`)];
}

/** Name of what has the focus if something else of the panel covers its middle. */
export function covered(): string {
  const root = document.querySelector("#compras-abiertas")?.shadowRoot;
  const focused = root?.activeElement;
  if (!root || !(focused instanceof HTMLElement)) return "";
  const box = focused.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const top = root.elementFromPoint(x, y);
  const isClear = top !== null && (focused.contains(top) || top.contains(focused));
  return isClear ? "" : focused.outerHTML.slice(0, 200);
}

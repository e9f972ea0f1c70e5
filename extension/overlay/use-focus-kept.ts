import { type RefObject, useLayoutEffect } from "react";

/** What has the focus in the page or shadow root of an element; undefined where nothing has. */
export function focusedBeside(element: Element): HTMLElement | undefined {
  const root = element.getRootNode();
  const isRoot = root instanceof ShadowRoot || root instanceof Document;
  const focused = isRoot ? root.activeElement : null;
  return focused instanceof HTMLElement && focused !== document.body ? focused : undefined;
}

/**
 * Has the focus stay near where it was, where what is drawn anew by the calling component takes it away: with the same control where that
 * only moved, and else with what is named instead. Whoever has moved on meanwhile is left alone.
 *
 * @param box around all that may take the focus along.
 */
export function useFocusKept(
  box: RefObject<HTMLElement | null>,
  instead: () => HTMLElement | null | undefined,
): void {
  // Read before anything changes: once it is gone, nobody can tell that it had the focus.
  const focused = box.current === null ? undefined : focusedBeside(box.current);
  const before = box.current?.contains(focused ?? null) ? focused : undefined;
  useLayoutEffect(() => {
    if (before === undefined) return;
    const heir = before.isConnected ? before : instead();
    if (heir && focusedBeside(heir) === undefined) heir.focus();
  });
}

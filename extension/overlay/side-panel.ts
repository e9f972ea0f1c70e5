/** Firefox's side panel, which Chrome's types do not know. */
interface SidebarAction {
  open(): Promise<void>;
}

/**
 * How this browser opens its side panel beside the page that asks: to be called at the press of a button, with nothing awaited
 * before. Undefined where there is none, as in Firefox for Android.
 */
export async function findSidePanel(): Promise<(() => Promise<void>) | undefined> {
  if ("sidePanel" in chrome) {
    const { id: windowId } = await chrome.windows.getCurrent();
    return windowId === undefined ? undefined : () => chrome.sidePanel.open({ windowId });
  }
  // Firefox has it in place of Chrome's.
  const { sidebarAction } = chrome as { sidebarAction?: SidebarAction };
  return sidebarAction && (() => sidebarAction.open());
}

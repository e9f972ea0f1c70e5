/** Firefox's side panel, which Chrome's types do not know. */
interface SidebarAction {
  open(): Promise<void>;
}

/**
 * How this browser opens the side panel: to be called at the press of a button, with nothing awaited before. Undefined where
 * there is none, as in Firefox for Android.
 *
 * @param windowId the window in which it is to open.
 */
export function sidePanelOpener(windowId: number): (() => Promise<void>) | undefined {
  if ("sidePanel" in chrome) return () => chrome.sidePanel.open({ windowId });
  // Firefox has it in place of Chrome's.
  const { sidebarAction } = chrome as { sidebarAction?: SidebarAction };
  return sidebarAction && (() => sidebarAction.open());
}

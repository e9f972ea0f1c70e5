const key = "picks";

/** The rows picked by hand, by the portal's numbers: one list for all pages of the browser, until the browser is closed. */
export async function readPicks(): Promise<string[]> {
  const { picks } = await chrome.storage.local.get<{ picks: string[] }>({ picks: [] });
  return picks;
}

export async function keepPicks(picks: readonly string[]): Promise<void> {
  await chrome.storage.local.set({ [key]: picks });
}

/** Calls back when another page has changed what is picked, and this one, until the signal aborts. */
export function onPicksChange(signal: AbortSignal, callback: (picks: string[]) => void): void {
  const listen = (changes: Record<string, chrome.storage.StorageChange>): void => {
    if (key in changes) void readPicks().then(callback);
  };
  chrome.storage.local.onChanged.addListener(listen);
  signal.addEventListener("abort", () => chrome.storage.local.onChanged.removeListener(listen));
}

/** Forgets what was picked. */
export async function forgetPicks(): Promise<void> {
  await chrome.storage.local.remove(key);
}

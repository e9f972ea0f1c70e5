import { onKeptAnew } from "../settings.ts";

const key = "unshown";

/** Keeps how much of the digest was not shown yet where every page of the extension sees it at once, without asking the worker. */
export async function keepUnshown(count: number): Promise<void> {
  await chrome.storage.local.set({ [key]: count });
}

/** Calls back with what `keepUnshown` keeps, now and whenever that is another number, until the signal aborts. */
export function followUnshown(signal: AbortSignal, callback: (count: number) => void): void {
  const look = async (): Promise<void> => {
    const kept = await chrome.storage.local.get({ [key]: 0 });
    if (!signal.aborted) callback(Number(kept[key]));
  };
  onKeptAnew(key, signal, () => void look());
  void look();
}

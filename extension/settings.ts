const languages = ["es", "en"] as const;
export type Language = (typeof languages)[number];

/** What the user chose, kept in the browser's own storage and shared by every page of the extension. */
export interface Settings {
  /** Where the feed is, ending in a slash. */
  feedUrl: string;
  /** The filter in use, as `encodeFilter` writes it. */
  filter: string;
  isHidden: boolean;
  /** The user's own synonyms, a group a line, as `readUserSynonyms` reads them. */
  synonyms: string;
  language: Language;
}

/** The feed that `npm start` serves; there is no public one yet. */
export const defaultFeedUrl = "http://127.0.0.1:8787/";

export const defaults: Settings = {
  feedUrl: defaultFeedUrl,
  filter: "",
  isHidden: false,
  synonyms: "",
  language: "es",
};

export async function readSettings(): Promise<Settings> {
  const kept = await chrome.storage.local.get<Settings>({ ...defaults });
  // A later version may have kept one that this one does not speak.
  const isSpoken = languages.includes(kept.language);
  return isSpoken ? kept : { ...kept, language: defaults.language };
}

/**
 * Reads the settings once, and again only after what the worker needs of them has changed: it is asked at every keystroke.
 */
export function followSettings(): () => Promise<Settings> {
  let kept: Promise<Settings> | undefined;
  chrome.storage.local.onChanged.addListener((changes) => {
    if ("feedUrl" in changes || "synonyms" in changes) kept = undefined;
  });
  return () => {
    kept ??= readSettings();
    return kept;
  };
}

export async function changeSettings(changes: Partial<Settings>): Promise<void> {
  await chrome.storage.local.set(changes);
}

/**
 * Tells the extension's pages that what the worker knows has changed. Storage is the one thing that the worker and every
 * content script can watch without a further permission.
 */
export async function announceCorpus(): Promise<void> {
  await chrome.storage.local.set({ corpusChangedAt: Date.now() });
}

/** Calls back when what the worker knows has changed, until the signal aborts. */
export function onCorpusChange(signal: AbortSignal, callback: () => void): void {
  onKeptAnew("corpusChangedAt", signal, callback);
}

/** Tells those who list what the user has not seen yet that some of it was looked at. What else is shown is not asked anew for it. */
export async function announceLook(): Promise<void> {
  await chrome.storage.local.set({ lookedAt: Date.now() });
}

/** Calls back when something that is news was looked at, until the signal aborts. */
export function onLook(signal: AbortSignal, callback: () => void): void {
  onKeptAnew("lookedAt", signal, callback);
}

/** Calls back when something else is kept under a key, until the signal aborts. */
export function onKeptAnew(key: string, signal: AbortSignal, callback: () => void): void {
  const listen = (changes: Record<string, unknown>): void => {
    if (key in changes) callback();
  };
  chrome.storage.local.onChanged.addListener(listen);
  signal.addEventListener("abort", () => chrome.storage.local.onChanged.removeListener(listen));
}

import type { PortalProfile } from "../../shared/portal/profile.ts";
import { pageKind } from "./page-kind.ts";

const topic = "offerSample";

/**
 * The tab that is open where it shows a page of the portal at an address that the profile does not know: undefined where it shows
 * anything else, of which the browser does not tell the address.
 */
export async function findUnknownPage(profile: PortalProfile): Promise<number | undefined> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.url === undefined) return undefined;
  const { hostname, pathname } = new URL(tab.url);
  const hosts = [new URL(profile.baseUrl).hostname, ...profile.alternateHosts];
  return hosts.includes(hostname) && pageKind(pathname, profile) === undefined ? tab.id : undefined;
}

/** Has the page in a tab offer a sample of itself. Rejects where the extension came into the browser after the page. */
export async function askToOffer(tab: number): Promise<void> {
  await chrome.tabs.sendMessage(tab, { topic });
}

/** Calls back when this page is to offer a sample of itself. Returns what ends that. */
export function onAskedToOffer(callback: () => void): () => void {
  const listen = (message: unknown): void => {
    if (typeof message === "object" && message !== null && "topic" in message) {
      if (message.topic === topic) callback();
    }
  };
  chrome.runtime.onMessage.addListener(listen);
  return () => chrome.runtime.onMessage.removeListener(listen);
}

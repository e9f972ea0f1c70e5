import { speak, t } from "../overlay/i18n.ts";
import { mineAddress } from "../overlay/mine-link.ts";
import { readSettings } from "../settings.ts";
import type { AlertCounts } from "./alert.ts";

const permission: chrome.permissions.Permissions = { permissions: ["notifications"] };

/** One notification, the latest: another under the same id takes its place. */
const notificationId = "digest";

/** Whether the user allowed notifications; the extension comes without. */
export function mayNotify(): Promise<boolean> {
  return chrome.permissions.contains(permission);
}

/** Asks the user. Only a page of the extension may, at the press of a button. Whether it was allowed. */
export function askToNotify(): Promise<boolean> {
  return chrome.permissions.request(permission);
}

export async function stopNotifying(): Promise<void> {
  await chrome.permissions.remove(permission);
}

export async function showBadge(count: number): Promise<void> {
  await chrome.action.setBadgeBackgroundColor({ color: "#0b5a70" });
  await chrome.action.setBadgeText({ text: count === 0 ? "" : count > 999 ? "999+" : `${count}` });
}

export async function notify(counts: AlertCounts): Promise<void> {
  speak((await readSettings()).language);
  const { closing, new: fresh, changed, awarded } = counts;
  await chrome.notifications.create(notificationId, {
    type: "basic",
    iconUrl: chrome.runtime.getURL(chrome.runtime.getManifest().icons?.["128"] ?? ""),
    title: t("alertTitle"),
    message: t("alertBody", closing, fresh, changed, awarded),
  });
}

/** Has a click on the notification open what it tells of, "Lo mío" over the portal's list. To be called whenever the worker starts. */
export function listenToNotifications(): void {
  const listen = (): void => {
    chrome.notifications.onClicked.addListener(() => {
      void chrome.tabs.create({ url: mineAddress });
      void chrome.notifications.clear(notificationId);
    });
  };
  // Until the user allows it, the browser has no notifications to listen to.
  if ("notifications" in chrome) listen();
  else chrome.permissions.onAdded.addListener(() => "notifications" in chrome && listen());
}

import { afterEach, expect, it, vi } from "vitest";
import { asksForMine } from "../../../extension/overlay/mine-link.ts";
import { listenToNotifications } from "../../../extension/personal/browser-alerts.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";

afterEach(() => vi.unstubAllGlobals());

it("opens what a notification tells of, over the portal's list, when it is clicked", () => {
  const clicks: (() => void)[] = [];
  const opened: string[] = [];
  const cleared: string[] = [];
  vi.stubGlobal("chrome", {
    notifications: {
      onClicked: { addListener: (listen: () => void) => clicks.push(listen) },
      clear: async (id: string) => cleared.push(id),
    },
    tabs: { create: async ({ url }: { url: string }) => opened.push(url) },
  });
  listenToNotifications();
  for (const click of clicks) click();
  const [address] = opened.map((url) => new URL(url));
  expect(`${address?.origin}${address?.pathname}`).toBe(durango.baseUrl + durango.routes.listado);
  expect(asksForMine(address?.hash ?? "")).toBe(true);
  expect(cleared).toEqual(["digest"]);
});

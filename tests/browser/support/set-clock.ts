import type { Page } from "playwright-core";
import type { Stage } from "./stage.ts";

/** Has the overlay on a page and the worker take an instant for now; undefined puts their clocks right again. */
export async function setClock(
  { worker }: Stage,
  page: Page,
  nowMs: number | undefined,
): Promise<void> {
  const expression =
    nowMs === undefined
      ? "Date.now = globalThis.rightNow ?? Date.now; undefined"
      : `globalThis.rightNow ??= Date.now; Date.now = () => ${nowMs}; undefined`;
  await worker.evaluate(expression);
  const session = await page.context().newCDPSession(page);
  const ids: number[] = [];
  session.on("Runtime.executionContextCreated", ({ context }) => {
    // The overlay's scripts run in a world of their own, in which the page's clock is not theirs.
    if (context.origin.startsWith("chrome-extension://")) ids.push(context.id);
  });
  await session.send("Runtime.enable");
  if (ids.length === 0) throw new Error("The extension has no script on this page.");
  for (const contextId of ids) await session.send("Runtime.evaluate", { contextId, expression });
  await session.detach();
}

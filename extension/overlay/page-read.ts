import { useEffect, useState } from "react";
import { type PageText, readPage } from "../../shared/portal/page.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { ask, type Conversations } from "../messages.ts";
import { domTree } from "../page/dom-tree.ts";
import { receivedAt } from "../page/received-at.ts";
import { onCorpusChange } from "../settings.ts";

/** What came of having the worker read the page. */
export type PageRead = Conversations["page"]["answer"];

/** The address of the page, without what a search or a session may have put behind it. */
export function pageAddress(): string {
  return location.origin + location.pathname;
}

/** Has the worker keep what the page says, and say what came of it. */
export function askToRead(kind: PageDefinition, text: PageText): Promise<PageRead> {
  const received = receivedAt();
  return ask("page", {
    page: kind.id,
    url: pageAddress(),
    text,
    ...(received !== undefined && { receivedAt: received }),
  });
}

/** The page as it stands, read anew whenever the feed that it is compared with is another. @param first as it was read before anything was shown. */
export function usePageRead(kind: PageDefinition, first: PageRead): PageRead {
  const [read, setRead] = useState(first);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let latest = first;
    const readAnew = async (): Promise<void> => {
      latest = await askToRead(kind, readPage(domTree(document), kind, durango));
      if (!signal.aborted) setRead(latest);
    };
    onOtherFeed(signal, () => latest, readAnew);
    return () => controller.abort();
  }, [kind, first]);
  return read;
}

/**
 * Calls back when the feed is another than the one with which the page was compared, until the signal aborts. What else the worker comes
 * to know is no reason: of that there is much, and what it keeps of this page is among it.
 *
 * @param latest undefined while the page is being read for the first time.
 */
export function onOtherFeed(
  signal: AbortSignal,
  latest: () => PageRead | undefined,
  callback: () => Promise<void>,
): void {
  const look = async (): Promise<void> => {
    const { readAt } = await ask("status", {});
    const read = latest();
    if (!signal.aborted && read !== undefined && read.readAt !== readAt) await callback();
  };
  onCorpusChange(signal, () => {
    look().catch((error: unknown) => {
      // What the panel asks next fails in the same way, and says why.
      if (!signal.aborted) console.error("Compras Abiertas:", error);
    });
  });
}

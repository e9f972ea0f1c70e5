import { cpSync } from "node:fs";
import path from "node:path";
import { afterAll } from "vitest";
import type {
  PracticePortal,
  PracticePortalOptions,
} from "../../../fixtures/practice-portal/server.ts";
import { makeFolder, openPortal } from "../scraper/try-scrape.ts";

/** A portal, and what has been read of it. */
export interface Place {
  portal: PracticePortal;
  /** Holds the store, and the feed where there is one. */
  folder: string;
  feed: string;
}

/**
 * Reads a portal once for all tests of a file. Each call of what it gives back opens a place of its own: a copy of the folder, and the portal as
 * it was. Tests that run one after the other may change both.
 */
export async function readOnce(
  options: PracticePortalOptions,
  read: (portal: PracticePortal, folder: string) => Promise<void>,
): Promise<() => Place> {
  const portal = await openPortal(options, afterAll);
  const { procedures, suppliers } = structuredClone(portal.corpus);
  const first = makeFolder(afterAll);
  await read(portal, first);
  return () => {
    const corpus = structuredClone({ procedures, suppliers });
    portal.corpus.procedures.splice(0, Number.POSITIVE_INFINITY, ...corpus.procedures);
    portal.corpus.suppliers.splice(0, Number.POSITIVE_INFINITY, ...corpus.suppliers);
    portal.setFaults([]);
    const folder = makeFolder();
    cpSync(first, folder, { recursive: true });
    return { portal, folder, feed: path.join(folder, "feed") };
  };
}

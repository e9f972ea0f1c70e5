import path from "node:path";
import type { FeedIndex } from "../../shared/feed/index-schema.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { describeError, errorCode, StopRunError } from "../errors.ts";
import { type Reporter, silentReporter } from "../reporter.ts";
import { readIdentity, requirePortal } from "../store/identity.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { latestFinishedRun } from "../store/runs.ts";
import { swapFeed, withDraft } from "./feed-folder.ts";
import { readLastFeed } from "./last-feed.ts";
import { tellFailure } from "./renew-health.ts";
import { GateClosedError, type GateSettings } from "./settle-gate.ts";
import { type FeedSource, writeFeed } from "./write-feed.ts";

export interface PublishSettings {
  /** File of the store. */
  store: string;
  /** Folder of the feed; replaced whole. */
  out: string;
  /** Where the feed will be found; ends in a slash. */
  baseUrl: string;
  /** The portal whose own host makes the data official. */
  profile: PortalProfile;
  /** E-mail or address of whoever publishes, which the feed then names. */
  contact?: string | undefined;
  /** Absent for a program that publishes what it made itself: then any feed may take the place of the last one. */
  gate?: GateSettings;
  /** Silent where it is absent. */
  reporter?: Reporter;
}

/**
 * Writes the feed from the store alone: never from the network, and never with the time of day, so that one store always gives
 * the same bytes. The last feed stays until the next one is whole, and stays for good where anything fails. Where nothing has
 * changed since, its files are carried on, which gives the same bytes too.
 *
 * Throws `StopRunError` where there is nothing to publish, no place to publish it, or, with exit code 3, where the gate is closed:
 * then the `salud.json` of the last feed says so.
 */
export async function publish(settings: PublishSettings): Promise<FeedIndex> {
  try {
    return await publishStore(settings);
  } catch (error) {
    if (error instanceof GateClosedError) {
      await tellFailure(settings, settings.reporter ?? silentReporter);
    }
    throw explain(error, settings.out);
  }
}

async function publishStore(settings: PublishSettings): Promise<FeedIndex> {
  const store = openStore(settings.store, { mustExist: true });
  try {
    requirePortal(store, settings.profile.id);
    const about = describeStore(store);
    return await withDraft(settings.out, async (folder) => {
      const last = await readLastFeed(path.resolve(settings.out));
      const index = await writeFeed(folder, { store, last, ...about }, settings);
      await swapFeed(folder, path.resolve(settings.out));
      return index;
    });
  } finally {
    store.close();
  }
}

function describeStore(store: Store): Pick<FeedSource, "identity" | "run"> {
  const identity = readIdentity(store);
  const run = latestFinishedRun(store);
  if (identity && run) return { identity, run };
  throw new StopRunError(
    `${store.file}: no scrape has come to its end yet, so there is nothing to publish. Run \`compras scrape --store ${store.file}\` first.`,
  );
}

function explain(error: unknown, out: string): unknown {
  // A full disk shows in SQLite's codes too, where a library writes a file of the feed, or the store says what the gate said.
  const isDisk = /^(E[A-Z]+|SQLITE_(FULL|IOERR\w*))$/.test(errorCode(error) ?? "");
  if (error instanceof StopRunError || !isDisk) return error;
  return new StopRunError(
    `${out}: the feed cannot be written (${describeError(error)}). The last feed is untouched; make room or name another folder with --out.`,
    { cause: error },
  );
}

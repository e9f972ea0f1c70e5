import { rm } from "node:fs/promises";
import path from "node:path";
import type { FeedIndex } from "../../shared/feed/index-schema.ts";
import { TenderRow } from "../../shared/feed/tender-row.ts";
import { mapTenderRow } from "../../shared/mapping/tender-row.ts";
import { compileReleases } from "../../shared/ocds/compile.ts";
import { CompiledRelease } from "../../shared/ocds/schema.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { describeError, errorCode, StopRunError } from "../errors.ts";
import { readIdentity } from "../store/identity.ts";
import { inSnapshot, openStore, type Store } from "../store/open-store.ts";
import { allProcedures } from "../store/procedures.ts";
import { allReleases } from "../store/releases.ts";
import { latestFinishedRun } from "../store/runs.ts";
import { allSuppliers } from "../store/suppliers.ts";
import { startDraft } from "./feed-draft.ts";
import { openDraftFolder, swapFeed } from "./feed-folder.ts";
import { countTotals, writeFeedIndex } from "./feed-index.ts";
import { feedFormats } from "./formats.ts";
import { noticeOf } from "./notices.ts";
import type { FeedFormat, Publication } from "./publication.ts";

export interface PublishSettings {
  /** File of the store. */
  store: string;
  /** Folder of the feed; replaced whole. */
  out: string;
  /** Where the feed will be found; ends in a slash. */
  baseUrl: string;
  /** The portal whose own host makes the data official. */
  profile: PortalProfile;
}

/**
 * Writes the feed from the store alone: never from the network, and never with the time of day, so that one store always gives
 * the same bytes. The last feed stays until the next one is whole, and stays for good where anything fails.
 *
 * Throws `StopRunError` where there is nothing to publish or no place to publish it.
 */
export async function publish(settings: PublishSettings): Promise<FeedIndex> {
  const store = openStore(settings.store, { mustExist: true });
  try {
    const about = describeStore(store);
    const folder = await openDraftFolder(settings.out);
    try {
      const index = await writeFeed(store, settings, { ...about, folder });
      await swapFeed(folder, path.resolve(settings.out));
      return index;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw explain(error, settings.out);
    }
  } finally {
    store.close();
  }
}

type About = Pick<Publication, "identity" | "run">;

function describeStore(store: Store): About {
  const identity = readIdentity(store);
  const run = latestFinishedRun(store);
  if (identity && run) return { identity, run };
  throw new StopRunError(
    `${store.file}: no scrape has come to its end yet, so there is nothing to publish. Run \`compras scrape --store ${store.file}\` first.`,
  );
}

async function writeFeed(
  store: Store,
  settings: PublishSettings,
  { folder, ...about }: About & { folder: string },
): Promise<FeedIndex> {
  const draft = startDraft(folder);
  const notice = noticeOf(about.identity, about.run, settings.profile);
  const publication: Publication = { ...about, draft, baseUrl: settings.baseUrl, notice };
  const totals = countTotals();
  const formats: FeedFormat[] = [totals];
  for (const open of feedFormats) formats.push(await open(publication));
  await inSnapshot(store, () => feed(store, formats));
  for (const format of formats) await format.finish();
  return writeFeedIndex(publication, totals, settings.profile.name);
}

async function feed(store: Store, formats: readonly FeedFormat[]): Promise<void> {
  for (const release of allReleases(store)) {
    for (const format of formats) await format.addRelease?.(release);
  }
  for (const { record, releases } of allProcedures(store)) {
    const compiled = CompiledRelease.parse(compileReleases(releases));
    const row = TenderRow.parse(mapTenderRow(compiled, record));
    const process = { record, releases, compiled, row };
    for (const format of formats) await format.addProcess?.(process);
  }
  const suppliers = allSuppliers(store);
  for (const format of formats) await format.addSuppliers?.(suppliers);
}

function explain(error: unknown, out: string): unknown {
  const code = errorCode(error);
  if (error instanceof StopRunError || code === undefined || !/^E[A-Z]+$/.test(code)) return error;
  return new StopRunError(
    `${out}: the feed cannot be written (${describeError(error)}). The last feed is untouched; make room or name another folder with --out.`,
    { cause: error },
  );
}

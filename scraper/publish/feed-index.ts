import { FeedIndex, feedSchemaVersion } from "../../shared/feed/index-schema.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { declaredExtensions } from "../../shared/ocds/extensions.ts";
import { StopRunError } from "../errors.ts";
import { type FeedFormat, feedLicense, type Publication } from "./publication.ts";

/** Counts what goes by, for `writeFeedIndex`. */
export interface Totals extends FeedFormat {
  counts: FeedIndex["counts"];
  firstReleaseAt: string | undefined;
  lastReleaseAt: string | undefined;
}

export function countTotals(): Totals {
  const buyers = new Set<string>();
  const totals: Totals = {
    counts: { procedures: 0, releases: 0, buyers: 0, suppliers: 0 },
    firstReleaseAt: undefined,
    lastReleaseAt: undefined,
    addRelease: async ({ date }) => {
      totals.counts.releases += 1;
      totals.firstReleaseAt ??= date;
      totals.lastReleaseAt = date;
    },
    addProcess: async ({ row }) => {
      totals.counts.procedures += 1;
      if (row.buyerId !== undefined) buyers.add(row.buyerId);
      totals.counts.buyers = buyers.size;
    },
    addSuppliers: async (suppliers) => {
      totals.counts.suppliers = suppliers.length;
    },
    finish: async () => undefined,
  };
  return totals;
}

/** `index.json`: what is in the feed. Written last, since it lists every other file. */
export async function writeFeedIndex(
  publication: Publication,
  totals: Totals,
  portalName: string,
): Promise<FeedIndex> {
  const { draft, identity, run } = publication;
  const { counts, firstReleaseAt, lastReleaseAt } = totals;
  if (firstReleaseAt === undefined || lastReleaseAt === undefined) {
    throw new StopRunError(
      "The store holds no release, so there is nothing to publish. Run `compras scrape` first.",
    );
  }
  const index = FeedIndex.parse({
    schemaVersion: feedSchemaVersion,
    title: "Compras Abiertas Durango",
    notice: publication.notice,
    portal: { id: identity.portal, name: portalName, url: identity.portalUrl },
    ocidPrefix: identity.ocidPrefix,
    ocdsVersion: "1.1",
    extensions: declaredExtensions,
    license: feedLicense,
    lastRun: { startedAt: run.startedAt, finishedAt: run.finishedAt },
    counts,
    firstReleaseAt,
    lastReleaseAt,
    files: draft.files(),
  });
  await draft.put(
    feedPaths.index,
    { title: "Qué hay aquí", mediaType: "application/json" },
    `${JSON.stringify(index, undefined, 2)}\n`,
  );
  return index;
}

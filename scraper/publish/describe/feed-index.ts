import { FeedIndex, feedSchemaVersion } from "../../../shared/feed/index-schema.ts";
import { feedPaths } from "../../../shared/feed/paths.ts";
import { declaredExtensions } from "../../../shared/ocds/extensions.ts";
import type { FeedFacts } from "../feed-facts.ts";
import { type DescribedPublication, feedLicense } from "../publication.ts";

/** `index.json`: what is in the feed. Written after every file that it lists. */
export async function writeFeedIndex(
  { draft, identity, run, profile, notice, contentKey }: DescribedPublication,
  facts: FeedFacts,
): Promise<FeedIndex> {
  const { counts, firstReleaseAt, lastReleaseAt, lastCursor } = facts;
  const index = FeedIndex.parse({
    schemaVersion: feedSchemaVersion,
    title: "Compras Abiertas Durango",
    notice,
    portal: { id: identity.portal, name: profile.name, url: identity.portalUrl },
    ocidPrefix: identity.ocidPrefix,
    ocdsVersion: "1.1",
    extensions: declaredExtensions,
    license: feedLicense,
    links: {
      license: feedPaths.license,
      publicationPolicy: feedPaths.policy,
      dictionary: feedPaths.dictionary,
      openApi: feedPaths.openApi,
      dcat: feedPaths.dcat,
      dataPackage: feedPaths.dataPackage,
    },
    lastRun: { startedAt: run.startedAt, finishedAt: run.finishedAt },
    counts,
    firstReleaseAt,
    lastReleaseAt,
    lastCursor,
    contentKey,
    files: draft.files(),
  });
  await draft.put(
    feedPaths.index,
    { title: "Qué hay aquí", mediaType: "application/json" },
    `${JSON.stringify(index, undefined, 2)}\n`,
  );
  return index;
}

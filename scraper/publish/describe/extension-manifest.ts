import { ExtensionManifest, feedSchemaVersion } from "../../../shared/feed/index-schema.ts";
import { feedPaths } from "../../../shared/feed/paths.ts";
import type { FeedFacts } from "../feed-facts.ts";
import { type DescribedPublication, feedLicense } from "../publication.ts";

/**
 * `extension/index.json`: names the files that the extension loads. The browser asks for this small one often, and for the large
 * one only where its name is new.
 */
export async function writeExtensionManifest(
  { draft, identity, run, notice }: DescribedPublication,
  { counts }: FeedFacts,
): Promise<void> {
  const find = (pathOf: (hash: string) => string) => {
    const file = draft.files().find(({ path }) => pathOf(hashIn(path)) === path);
    if (file === undefined) throw new Error(`the draft holds no ${pathOf("<hash>")}`);
    return file;
  };
  const file = find(feedPaths.extensionIndex);
  const details = find(feedPaths.extensionDetails);
  const manifest = ExtensionManifest.parse({
    schemaVersion: feedSchemaVersion,
    portal: identity.portal,
    readAt: run.finishedAt,
    path: inFolder(file.path),
    sha256: file.sha256,
    bytes: file.bytes,
    tenders: counts.procedures,
    suppliers: counts.suppliers,
    notice,
    license: feedLicense,
    details: { path: inFolder(details.path), sha256: details.sha256 },
  });
  await draft.put(
    feedPaths.extensionManifest,
    { title: "Qué índice carga la extensión del navegador", mediaType: "application/json" },
    `${JSON.stringify(manifest, undefined, 2)}\n`,
  );
}

function inFolder(path: string): string {
  return path.slice("extension/".length);
}

function hashIn(path: string): string {
  return /-([0-9a-f]+)\./.exec(path)?.[1] ?? "";
}

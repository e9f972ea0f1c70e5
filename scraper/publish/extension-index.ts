import { ExtensionManifest, feedSchemaVersion } from "../../shared/feed/index-schema.ts";
import { compareTenders } from "../../shared/feed/order.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import type { FeedFormat, Publication } from "./publication.ts";

/**
 * `extension/index-<hash>.json.gz`, an `ExtensionIndex`, and `extension/index.json`, which names it: the browser asks for the small
 * file often and for the large one only where its name is new.
 */
export async function extensionIndex(publication: Publication): Promise<FeedFormat> {
  const { draft, identity, run } = publication;
  const file = await draft.open("extension/index.json.gz", {
    title: "Índice que carga la extensión del navegador, comprimido",
    mediaType: "application/gzip",
  });
  await file.write(`{"schemaVersion":${feedSchemaVersion},"tenders":[`);
  let last: TenderRow | undefined;
  let tenders = 0;
  let suppliers: readonly SupplierRow[] = [];
  return {
    addProcess: async ({ row }) => {
      // The extension shows rows in the order of this file and never sorts.
      if (last && compareTenders(last, row) >= 0) {
        throw new Error(`the store gives procedure ${row.id} out of order, after ${last.id}`);
      }
      await file.write((last ? ",\n" : "\n") + JSON.stringify(row));
      last = row;
      tenders += 1;
    },
    addSuppliers: async (rows) => {
      suppliers = rows.map((row) => SupplierRow.parse(row));
    },
    finish: async () => {
      const lines = suppliers.map((row) => JSON.stringify(row)).join(",\n");
      await file.write(`\n],"suppliers":[\n${lines}\n]}\n`);
      const { path, bytes, sha256 } = await file.close((hash) =>
        feedPaths.extensionIndex(hash.slice(0, 16)),
      );
      const manifest = ExtensionManifest.parse({
        schemaVersion: feedSchemaVersion,
        portal: identity.portal,
        readAt: run.finishedAt,
        path: path.slice("extension/".length),
        sha256,
        bytes,
        tenders,
        suppliers: suppliers.length,
      });
      await draft.put(
        feedPaths.extensionManifest,
        { title: "Qué índice carga la extensión del navegador", mediaType: "application/json" },
        `${JSON.stringify(manifest, undefined, 2)}\n`,
      );
    },
  };
}

import { feedSchemaVersion } from "../../shared/feed/index-schema.ts";
import { compareTenders } from "../../shared/feed/order.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import type { FeedFormat, Publication } from "./publication.ts";

/** `extension/index-<hash>.json.gz`, an `ExtensionIndex`; `extension/index.json` names it. */
export async function extensionIndex({ draft }: Publication): Promise<FeedFormat> {
  const file = await draft.open("extension/index.json.gz", {
    title: "Índice que carga la extensión del navegador, comprimido",
    mediaType: "application/gzip",
  });
  await file.write(`{"schemaVersion":${feedSchemaVersion},"tenders":[`);
  let last: TenderRow | undefined;
  let suppliers: readonly SupplierRow[] = [];
  return {
    addProcess: async ({ row }) => {
      // The extension shows rows in the order of this file and never sorts.
      if (last && compareTenders(last, row) >= 0) {
        throw new Error(`the store gives procedure ${row.id} out of order, after ${last.id}`);
      }
      await file.write((last ? ",\n" : "\n") + JSON.stringify(row));
      last = row;
    },
    addSuppliers: async (rows) => {
      suppliers = rows.map((row) => SupplierRow.parse(row));
    },
    finish: async () => {
      const lines = suppliers.map((row) => JSON.stringify(row)).join(",\n");
      await file.write(`\n],"suppliers":[\n${lines}\n]}\n`);
      await file.close((hash) => feedPaths.extensionIndex(hash.slice(0, 16)));
    },
  };
}

import { feedPaths } from "../../shared/feed/paths.ts";
import { SupplierProfile, SupplierProfiles } from "../../shared/feed/supplier-profile.ts";
import { gatherProfiles } from "../../shared/registry/gather-profiles.ts";
import { csvHeading, csvRow } from "../../shared/tables/csv.ts";
import { profileColumns } from "./profile-columns.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { putShards } from "./put-shards.ts";

const usage =
  "El archivo de un proveedor lo dicen las dos primeras cifras hexadecimales del SHA-256 de su identificador («party»). " +
  "Cada cifra dice de cuántas adjudicaciones viene, y «coverage», de cuántos procedimientos se sabe quién participó y quién ganó: " +
  "lo que no se sabe no es cero.";

/**
 * `padron/proveedores.json`, `padron/proveedores/<xx>.json` and `padron/proveedores.csv`: what each supplier bid for and won, over all processes.
 * Suppliers are spread over 256 files by the hash of their party, so that one of them is found by reading a small file.
 */
export function supplierProfiles({ draft }: Publication): FeedFormat {
  const gatherer = gatherProfiles();
  let profiles: SupplierProfile[] = [];
  return {
    addProcess: async ({ compiled, evidence }) => gatherer.add(compiled, evidence.url),
    addReported: async ({ compiled }) => gatherer.add(compiled),
    addSuppliers: async (suppliers, _changes, listings) => {
      profiles = gatherer.profiles(suppliers, listings).map((each) => SupplierProfile.parse(each));
    },
    finish: async () => {
      const files = await putShards(draft, profiles, ({ party }) => party, {
        title: "Qué ganaron algunos proveedores",
        pathOf: feedPaths.supplierProfiles,
      });
      const index = SupplierProfiles.parse({
        schemaVersion: 1,
        title: "Quién participó y quién ganó, por proveedor",
        uso: usage,
        coverage: gatherer.coverage(),
        suppliers: profiles.length,
        files: files.map(({ file: { path, sha256 }, count }) => ({
          path,
          suppliers: count,
          sha256,
        })),
      });
      await draft.put(
        feedPaths.supplierProfilesIndex,
        { title: "Quién participó y quién ganó, por proveedor", mediaType: "application/json" },
        `${JSON.stringify(index, undefined, 2)}\n`,
      );
      await draft.put(
        feedPaths.supplierProfilesCsv,
        { title: "Quién participó y quién ganó, para hoja de cálculo", mediaType: "text/csv" },
        csvHeading(profileColumns) + profiles.map((each) => csvRow(profileColumns, each)).join(""),
      );
    },
  };
}

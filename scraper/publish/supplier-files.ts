import { feedPaths } from "../../shared/feed/paths.ts";
import { RegistryChange } from "../../shared/feed/registry-change.ts";
import { SupplierRow } from "../../shared/feed/supplier-row.ts";
import { csvHeading, csvRow } from "../../shared/tables/csv.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { supplierColumns } from "./supplier-columns.ts";

/**
 * `padron/padron.json` and `padron/padron.csv`: the registry of suppliers, without the RFC of any natural person; `padron/cambios.jsonl`: what
 * has changed in it.
 */
export function supplierFiles({ draft }: Publication): FeedFormat {
  return {
    addSuppliers: async (suppliers, changes) => {
      const rows = suppliers.map((supplier) => SupplierRow.parse(supplier));
      const lines = rows.map((row) => JSON.stringify(row)).join(",\n");
      await draft.put(
        feedPaths.suppliersJson,
        { title: "Padrón de proveedores", mediaType: "application/json" },
        `[\n${lines}\n]\n`,
      );
      const table = rows.map((row) => csvRow(supplierColumns, row)).join("");
      await draft.put(
        feedPaths.suppliersCsv,
        { title: "Padrón de proveedores, para hoja de cálculo", mediaType: "text/csv" },
        csvHeading(supplierColumns) + table,
      );
      await draft.put(
        feedPaths.supplierChanges,
        { title: "Altas, bajas y cambios del padrón", mediaType: "application/jsonl" },
        changes.map((change) => `${JSON.stringify(RegistryChange.parse(change))}\n`).join(""),
      );
    },
    finish: async () => undefined,
  };
}

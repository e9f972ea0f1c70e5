import { feedPaths } from "../../shared/feed/paths.ts";
import { SupplierRow } from "../../shared/feed/supplier-row.ts";
import { type Column, csvDate, csvHeading, csvRow } from "./csv.ts";
import type { FeedFormat, Publication } from "./publication.ts";

const personTypes = { company: "Persona moral", person: "Persona física" };

const supplierColumns: readonly Column<SupplierRow>[] = [
  { heading: "Número de registro", text: (row) => row.registryNumber },
  { heading: "RFC (solo personas morales)", text: (row) => row.rfc },
  { heading: "Nombre o razón social", text: (row) => row.name },
  { heading: "Tipo de persona", text: (row) => row.personType && personTypes[row.personType] },
  { heading: "Municipio", text: (row) => row.municipality },
  { heading: "Giros", text: (row) => row.activities.join("; ") },
  { heading: "Inscripción", text: (row) => csvDate(row.registeredAt)?.slice(0, 10) },
  { heading: "Vigencia hasta", text: (row) => csvDate(row.validUntil)?.slice(0, 10) },
  { heading: "Estatus en el portal", text: (row) => row.statusText },
];

/** `padron/padron.json` and `padron/padron.csv`: the registry of suppliers, without the RFC of any natural person. */
export function supplierFiles({ draft }: Publication): FeedFormat {
  return {
    addSuppliers: async (suppliers) => {
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
    },
    finish: async () => undefined,
  };
}

import { feedPaths } from "../../../shared/feed/paths.ts";
import { dayOf } from "../../../shared/values/dates.ts";
import { latestInstant } from "../../../shared/values/latest-instant.ts";
import { changeColumns, changeRow } from "../change-rows.ts";
import { documentColumns, documentRows } from "../document-rows.ts";
import type { FeedFormat, Publication } from "../publication.ts";
import { supplierColumns } from "../supplier-columns.ts";
import { tenderColumns } from "../tender-columns.ts";
import { readmeSheet } from "./readme-sheet.ts";
import { openWorkbook } from "./workbook.ts";

const sheets = {
  tenders: {
    name: "Licitaciones",
    about: "Un procedimiento por fila, tal como es según la última lectura.",
    columns: tenderColumns,
  },
  documents: {
    name: "Documentos",
    about: "Un anexo por fila, también los que ya no aparecen en el portal.",
    columns: documentColumns,
  },
  changes: {
    name: "Cambios",
    about: "Un cambio visto por fila, del más antiguo al más reciente.",
    columns: changeColumns,
  },
  suppliers: {
    name: "Proveedores",
    about: "Un proveedor del padrón por fila.",
    columns: supplierColumns,
  },
} as const;

/** `licitaciones.xlsx`: the feed as a workbook for people, with dates and numbers as such. */
export async function tendersXlsx(publication: Publication): Promise<FeedFormat> {
  const workbook = openWorkbook(publication.draft, {
    path: feedPaths.tendersXlsx,
    title: "Procedimientos, documentos, cambios y proveedores, en un libro de Excel",
  });
  const tenders = await workbook.addSheet(sheets.tenders.name, tenderColumns);
  const documents = await workbook.addSheet(sheets.documents.name, documentColumns);
  const changes = await workbook.addSheet(sheets.changes.name, changeColumns);
  const suppliers = await workbook.addSheet(sheets.suppliers.name, supplierColumns);
  let lastChange: string | undefined;
  return {
    addRelease: async (step) => {
      if (step.isReported) return;
      const row = changeRow(step);
      await changes.addRow(row);
      lastChange = latestInstant(lastChange, row.date);
    },
    addProcess: async (process) => {
      await tenders.addRow(process);
      for (const row of documentRows(process)) await documents.addRow(row);
    },
    addSuppliers: async (rows) => {
      for (const row of rows) await suppliers.addRow(row);
    },
    finish: async () => {
      // A feed without a release is not published.
      if (lastChange === undefined) return;
      const readme = readmeSheet(publication, Object.values(sheets), dayOf(lastChange));
      await workbook.close(readme, new Date(lastChange));
    },
  };
}

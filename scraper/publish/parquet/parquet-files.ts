import { feedPaths } from "../../../shared/feed/paths.ts";
import { documentRows } from "../document-rows.ts";
import { type FeedFormat, feedLicense, type Publication } from "../publication.ts";
import { documentParquetColumns } from "./document-parquet-columns.ts";
import { openParquetFile } from "./parquet-file.ts";
import { tenderParquetColumns } from "./tender-parquet-columns.ts";

/** `licitaciones.parquet` and `documentos.parquet`: procedures and their attachments, typed, for DuckDB, pandas and the like. */
export async function parquetFiles({ draft, notice, timeZone }: Publication): Promise<FeedFormat> {
  const metadata = {
    aviso: notice,
    licencia: feedLicense,
    fechas: `Instantes en UTC; la hora local es la de ${timeZone}. Medianoche, hora local, es un día del que el portal no dice la hora.`,
  };
  const tenders = await openParquetFile(
    draft,
    {
      path: feedPaths.tendersParquet,
      title: "Todos los procedimientos, uno por fila, en columnas con tipo (Parquet)",
    },
    tenderParquetColumns,
    metadata,
  );
  const documents = await openParquetFile(
    draft,
    {
      path: feedPaths.documentsParquet,
      title: "Todos los anexos, uno por fila, en columnas con tipo (Parquet)",
    },
    documentParquetColumns,
    metadata,
  );
  return {
    addProcess: async (process) => {
      await tenders.addRow(process);
      for (const row of documentRows(process)) await documents.addRow(row);
    },
    finish: async () => {
      await tenders.close();
      await documents.close();
    },
  };
}

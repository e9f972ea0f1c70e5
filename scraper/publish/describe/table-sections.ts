import { feedPaths } from "../../../shared/feed/paths.ts";
import type { Column } from "../../../shared/tables/column.ts";
import { awardColumns } from "../award-rows.ts";
import { changeColumns } from "../change-rows.ts";
import { documentColumns } from "../document-rows.ts";
import { documentParquetColumns } from "../parquet/document-parquet-columns.ts";
import { tenderParquetColumns } from "../parquet/tender-parquet-columns.ts";
import { profileColumns } from "../profile-columns.ts";
import { supplierColumns } from "../supplier-columns.ts";
import { tenderColumns } from "../tender-columns.ts";
import { markdownTable } from "./markdown.ts";

/** The columns of the tables, as the tables themselves declare them. */
export function tableSections(): string[] {
  const { tendersXlsx, tendersCsv, awardsCsv, suppliersCsv, tendersParquet, documentsParquet } =
    feedPaths;
  const sheet = (name: string) => `la hoja «${name}» de \`${tendersXlsx}\``;
  return [
    tableSection(
      "Tabla de procedimientos",
      `En \`${tendersCsv}\` y en ${sheet("Licitaciones")}. ${localDates}`,
      tenderColumns.map(byHeading),
    ),
    tableSection(
      "Tabla de adjudicaciones",
      `En \`${awardsCsv}\`: una adjudicación por fila, según los informes trimestrales que se hayan importado.`,
      awardColumns.map(byHeading),
    ),
    tableSection(
      "Tabla de proveedores",
      `En \`${suppliersCsv}\` y en ${sheet("Proveedores")}. ${localDates}`,
      supplierColumns.map(byHeading),
    ),
    tableSection(
      "Tabla de quién participó y quién ganó",
      `En \`${feedPaths.supplierProfilesCsv}\`.`,
      profileColumns.map(byHeading),
    ),
    tableSection(
      "Tabla de documentos",
      `En ${sheet("Documentos")}. ${localDates}`,
      documentColumns.map(byHeading),
    ),
    tableSection(
      "Tabla de cambios",
      `En ${sheet("Cambios")}. ${localDates}`,
      changeColumns.map(byHeading),
    ),
    tableSection(
      "Procedimientos en Parquet",
      `En \`${tendersParquet}\`. ${instants}`,
      tenderParquetColumns,
    ),
    tableSection(
      "Documentos en Parquet",
      `En \`${documentsParquet}\`. ${instants}`,
      documentParquetColumns,
    ),
  ];
}

const localDates =
  "Las fechas son horas locales del portal, o días solos donde el portal no da la hora.";
const instants = "Las fechas son instantes en hora universal.";

interface NamedColumn {
  name: string;
  meaning: string;
}

function byHeading<Row>({ heading, meaning }: Column<Row>): NamedColumn {
  return { name: heading, meaning };
}

function tableSection(title: string, about: string, columns: readonly NamedColumn[]): string {
  const rows = columns.map(({ name, meaning }) => [`\`${name}\``, meaning]);
  return [`## ${title}`, about, markdownTable(["Columna", "Qué es"], rows)].join("\n\n");
}

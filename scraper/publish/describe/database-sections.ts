import { feedPaths } from "../../../shared/feed/paths.ts";
import { awardTable, participationTable } from "../sqlite/award-tables.ts";
import { changeTable } from "../sqlite/change-table.ts";
import { aboutTable, dictionaryTable, viewTable } from "../sqlite/describing-tables.ts";
import { documentTable } from "../sqlite/document-table.ts";
import { searchTable } from "../sqlite/search-table.ts";
import { activityTable, supplierTable } from "../sqlite/supplier-tables.ts";
import { tenderTable } from "../sqlite/tender-table.ts";
import { unitTable } from "../sqlite/unit-table.ts";
import { views } from "../sqlite/views.ts";
import { markdownTable } from "./markdown.ts";

/** The tables and views of the database, as it declares them itself. */
export function databaseSections(): string[] {
  return [
    `## Base de datos SQLite

\`${feedPaths.database}\` lleva este mismo diccionario en su tabla \`diccionario\`, y sus vistas, con ejemplos, en la tabla \`vistas\`. Las fechas son horas locales del portal, o días solos donde el portal no da la hora.`,
    ...tables.map(({ name, meaning, columns }) => {
      const rows = columns.map((column) => [`\`${column.name}\``, column.meaning]);
      return `### Tabla \`${name}\`\n\n${meaning}\n\n${markdownTable(["Columna", "Qué es"], rows)}`;
    }),
    `### Tabla \`${searchTable.name}\`\n\n${searchTable.meaning}`,
    `### Vistas\n\n${markdownTable(
      ["Vista", "Pregunta que contesta"],
      views.map(({ name, question }) => [`\`${name}\``, question]),
    )}`,
  ];
}

interface DescribedTable {
  name: string;
  meaning: string;
  columns: readonly { name: string; meaning: string }[];
}

const tables: readonly DescribedTable[] = [
  tenderTable,
  documentTable,
  changeTable,
  unitTable,
  awardTable,
  participationTable,
  supplierTable,
  activityTable,
  aboutTable,
  dictionaryTable,
  viewTable,
];

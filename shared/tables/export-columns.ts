import { isWithdrawn } from "../feed/is-withdrawn.ts";
import type { TenderRow } from "../feed/tender-row.ts";
import { isPublished } from "../feed/unpublished.ts";
import { stateOf } from "../search/filter.ts";
import type { Column } from "./column.ts";
import { stateWords } from "./filter-words.ts";
import { rowColumns } from "./row-columns.ts";

/** What a file that the extension hands out says of itself. Instants are ISO 8601 with the offset of the portal's zone. */
export interface ExportStamp {
  /** What was looked for, in Spanish. */
  filter: string;
  /** Rows in the file. */
  count: number;
  madeAt: string;
  /** The address of the feed, and when the portal was last read for it; absent where none is loaded. */
  feed?: string;
  readAt?: string;
  /** The feed's licence, and that it is not official; absent where the feed does not say. */
  license?: string;
  notice?: string;
}

export interface ExportedRow {
  row: TenderRow;
  stamp: ExportStamp;
}

const { ocid, ...published } = rowColumns;

/** A procedure a row, as the extension shows it. One that no feed has published has no OCID. */
export const exportColumns: readonly Column<ExportedRow>[] = [
  { ...ocid, text: ({ row }) => (isPublished(row) ? row.ocid : undefined) },
  ...Object.values(published),
  {
    heading: "Abierta o cerrada",
    meaning: "Según sus fechas, cuando se hizo este archivo.",
    width: 18,
    text: ({ row, stamp }) =>
      isWithdrawn(row)
        ? "Ya no está en el portal"
        : stateWords[stateOf(row, Date.parse(stamp.madeAt))],
  },
  {
    heading: "Fuente",
    meaning: "De qué datos abiertos viene la fila, o que se leyó en la página del portal.",
    width: 30,
    text: ({ row, stamp }) =>
      isPublished(row) ? stamp.feed : "Página del portal, abierta en este navegador",
  },
];

/** What a CSV says of itself in its last columns, in every row: there is no other place that a program does not stumble over. */
export const stampColumns: readonly Column<ExportedRow>[] = [
  {
    heading: "Filtro",
    meaning: "Qué se buscaba, o que las filas se eligieron a mano.",
    width: 40,
    text: ({ stamp }) => stamp.filter,
  },
  {
    heading: "Filas del archivo",
    meaning: "Cuántas filas tiene el archivo.",
    width: 10,
    count: ({ stamp }) => stamp.count,
  },
  {
    heading: "Archivo hecho el",
    meaning: "Cuándo se hizo el archivo.",
    width: 17,
    instant: ({ stamp }) => stamp.madeAt,
  },
  {
    heading: "Datos al",
    meaning: "Cuándo se leyó el portal por última vez para los datos abiertos.",
    width: 17,
    instant: ({ stamp }) => stamp.readAt,
  },
  {
    heading: "Licencia",
    meaning: "La licencia de los datos abiertos.",
    width: 30,
    text: ({ stamp }) => stamp.license,
  },
  {
    heading: "Aviso",
    meaning: "Que no es una publicación oficial, y si sus datos son inventados.",
    width: 40,
    text: ({ stamp }) => stamp.notice,
  },
];

import { type CellValue, writeXlsx } from "hucre/xlsx";
import type { MadeReport, ReportCell, ReportRow } from "../../../fixtures/pnt/report.ts";
import { pntFormats } from "../../../scraper/sources/pnt/formats/formats.ts";

type Layout = Pick<MadeReport, "format" | "body" | "rows"> & {
  /** Rows that stand in the place of the usual titles. */
  titles?: (string | number)[][];
  /** Changes the main sheet's rows, the headings' included, before they are written. */
  edit?: (rows: CellValue[][]) => CellValue[][];
};

/** A report as SIPOT exports it: titles, hidden types and numbers, headings, data; catalogues and tables on further sheets. */
export async function writeReport({
  format,
  body,
  rows,
  titles,
  edit,
}: Layout): Promise<Uint8Array> {
  const declared = pntFormats.find(({ id }) => id === format);
  if (declared === undefined) throw new Error(`no format ${format}`);
  const { fields, title } = declared;
  const tables = fields.filter(({ type }) => type === "table");
  const details = new Map<number, CellValue[][]>();
  const lines = rows.map((row) =>
    fields.map(({ id = 0, type }) => {
      if (type !== "table") return cellOf(row.cells[id]);
      return addDetails(details, id, row, tables.find((table) => table.id === id)?.columns ?? []);
    }),
  );
  const headings = fields.map(({ id, label, type }) =>
    type === "table" ? `${label} \nTabla_${id}` : label,
  );
  const main = [
    ...(titles ?? [
      [Number(format)],
      ["TÍTULO", "NOMBRE CORTO", "DESCRIPCIÓN"],
      [title, `LTAIPED65FXXVIII_${format}`, `Sujeto obligado: ${body}`],
      fields.map(() => 1),
      fields.map(({ id }) => id ?? 0),
      ["Tabla Campos"],
    ]),
    headings,
    ...lines,
  ];
  return writeXlsx({
    sheets: [
      { name: "Informacion", rows: edit === undefined ? main : edit(main) },
      { name: "Hidden_1", rows: [["Licitación pública"], ["Otro (especificar)"]], hidden: true },
      ...tables.map(({ id = 0, columns = [] }) => ({
        name: `Tabla_${id}`,
        rows: [
          ["", ...columns.map(() => 1)],
          ["", ...columns.map((column) => column.id ?? 0)],
          ["ID", ...columns.map(({ label }) => label)],
          ...(details.get(id) ?? []),
        ],
      })),
    ],
  });
}

function addDetails(
  details: Map<number, CellValue[][]>,
  id: number,
  row: ReportRow,
  columns: readonly { id?: number }[],
): CellValue {
  const own = row.tables[id];
  if (own === undefined || own.length === 0) return null;
  const lines = details.get(id) ?? [];
  details.set(id, lines);
  const key = (Number(lines.at(-1)?.[0]) || 0) + 1;
  for (const each of own)
    lines.push([key, ...columns.map((column) => cellOf(each[column.id ?? 0]))]);
  return key;
}

function cellOf(cell: ReportCell | undefined): CellValue {
  return cell === undefined || cell === "" ? null : cell;
}

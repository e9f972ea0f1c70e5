import type { CellStyle, WriteSheet } from "hucre/xlsx";
import type { Column } from "../column.ts";

const title: CellStyle = { font: { bold: true, size: 14 } };
const heading: CellStyle = { font: { bold: true } };
const plain: CellStyle = { numFmt: "@", alignment: { wrapText: true, vertical: "top" } };

/**
 * `Acerca de`: what a workbook says of itself, and what its columns mean. Texts are marked as such, lest one that begins with `=` become a
 * formula when its cell is edited.
 */
export function aboutSheet(
  lines: readonly (readonly [name: string, value: string])[],
  columns: readonly Pick<Column<never>, "heading" | "meaning">[],
): WriteSheet {
  const rows: [readonly string[], CellStyle][] = [
    [["Compras Abiertas Durango"], title],
    ...lines.map((line): [readonly string[], CellStyle] => [line, plain]),
    [[], plain],
    [["Columna", "Qué contiene"], heading],
    ...columns.map((column): [readonly string[], CellStyle] => [
      [column.heading, column.meaning],
      plain,
    ]),
  ];
  return {
    name: "Acerca de",
    columns: [{ width: 26 }, { width: 90 }],
    rows: rows.map(([cells]) => [...cells]),
    cells: new Map(
      rows.flatMap(([cells, style], row) =>
        cells.map((_, column) => [`${row},${column}`, { style }] as const),
      ),
    ),
  };
}

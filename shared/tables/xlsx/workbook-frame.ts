import { strFromU8, unzipSync } from "fflate";
import { type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { SheetStyles } from "./sheet-row.ts";

/** A sheet of rows as its frame needs it. */
export interface FramedSheet {
  name: string;
  columns: readonly { width: number }[];
  /** The heading included. */
  rows: number;
}

/** A workbook without its rows: everything that the library knows how to write. */
export interface WorkbookFrame {
  styles: SheetStyles;
  /** What stands before and after the rows of each sheet, and the sheet's path in the package. */
  sheets: { path: string; head: string; tail: string }[];
  /** Every other part of the package by its path, the last sheet included. */
  parts: Map<string, Uint8Array>;
}

const headingStyle = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E8EEF4" } },
  alignment: { wrapText: true, vertical: "center" },
} as const;

/** In the order of `SheetStyles`. Texts are marked as such, lest one that begins with `=` become a formula when its cell is edited. */
const styles = [
  headingStyle,
  { numFmt: "@" },
  { numFmt: "yyyy-mm-dd hh:mm" },
  { numFmt: "yyyy-mm-dd" },
  { numFmt: "#,##0" },
  { numFmt: "#,##0.00" },
] as const;

/**
 * Has the library write the workbook with one made-up row a sheet, and takes that row out again: the library streams one sheet a
 * workbook, with one format a column and no filter.
 *
 * @param last a sheet that the library writes whole.
 * @param modified what the workbook says of its last change; without it the library would take the time of day.
 */
export async function frameWorkbook(
  sheets: readonly FramedSheet[],
  last: WriteSheet,
  modified: Date,
): Promise<WorkbookFrame> {
  const workbook = await writeXlsx({
    sheets: [...sheets.map(frameSheet), last],
    properties: { title: "Compras Abiertas Durango", modified },
  });
  const parts = new Map(Object.entries(unzipSync(workbook)));
  const framed = sheets.map((_, index) => {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    const part = parts.get(path);
    if (part === undefined) throw new Error(`hucre wrote no ${path}`);
    parts.delete(path);
    return { path, xml: strFromU8(part) };
  });
  return {
    styles: readStyles(framed[0]?.xml ?? ""),
    sheets: framed.map(({ path, xml }) => ({ path, ...splitSheet(xml) })),
    parts,
  };
}

function frameSheet({ name, columns, rows }: FramedSheet): WriteSheet {
  const sample = styles.map((style, at) => [`0,${at}`, { value: 0, style }] as const);
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [styles.map((): CellValue => 0)],
    cells: new Map(sample),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${String.fromCharCode(64 + columns.length)}${rows}` },
  };
}

function readStyles(xml: string): SheetStyles {
  const [heading, text, instant, day, count, amount] = [...xml.matchAll(/<c [^>]*?s="(\d+)"/g)].map(
    ([, style]) => Number(style),
  );
  if (
    heading === undefined ||
    text === undefined ||
    instant === undefined ||
    day === undefined ||
    count === undefined ||
    amount === undefined
  ) {
    throw new Error(`hucre wrote no style for some cell of the sample row: ${xml}`);
  }
  return { heading, text, instant, day, count, amount };
}

/** The sheet's size is left out, since it is that of the sample row; readers count for themselves. */
function splitSheet(xml: string): { head: string; tail: string } {
  const match = /^(?<head>.*?<sheetData>).*(?<tail><\/sheetData>.*)$/s.exec(xml);
  const { head, tail } = match?.groups ?? {};
  if (head === undefined || tail === undefined) {
    throw new Error(`hucre wrote a sheet without rows: ${xml}`);
  }
  return { head: head.replace(/<dimension [^>]*>/, ""), tail };
}

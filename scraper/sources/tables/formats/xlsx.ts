import { describeError } from "../../../errors.ts";
import { startsWith } from "../refused.ts";
import type { Row, Sheet, SourceFile, TableFormat, TableLimits } from "../sheet.ts";
import { UnreadableTableError } from "../table-error.ts";
import { fillMerges, readMerges } from "../xlsx/merges.ts";
import { type CellContext, readSheetRows, SheetCutOffError } from "../xlsx/sheet-rows.ts";
import { readDateStyles, readSharedStrings, readWorkbook } from "../xlsx/workbook.ts";
import { openZip, type ZipParts } from "../xlsx/zip-parts.ts";

/** Workbooks of Excel 2007 and later, with macros or without; macros are not looked at, formulas count by their saved results. */
export const xlsx: TableFormat = {
  name: "XLSX",
  recognises: (bytes) => startsWith(bytes, "PK"),
  open: openWorkbook,
};

async function openWorkbook(file: SourceFile, limits: TableLimits): Promise<Sheet[]> {
  const parts = await openZip(file, limits);
  const workbook = await readWorkbook(parts);
  if (workbook === undefined) {
    throw new UnreadableTableError(
      file,
      "the file is a zip without a workbook (.xlsx) in it. Unpack it, or save the workbook as .xlsx, and import that.",
    );
  }
  const context: CellContext = {
    sharedStrings: await readSharedStrings(parts, workbook.sharedStringsPath),
    isDateStyle: await readDateStyles(parts, workbook.stylesPath),
    is1904: workbook.is1904,
    maxColumns: limits.columns,
  };
  return workbook.sheets.map(({ name, isHidden, path }) => ({
    name,
    isHidden,
    is1904: workbook.is1904,
    rows: () => readRows(parts, path, context, { file, sheet: name }),
  }));
}

async function* readRows(
  parts: ZipParts,
  path: string,
  context: CellContext,
  { file, sheet }: { file: SourceFile; sheet: string },
): AsyncIterable<Row> {
  const fill = fillMerges(await readMerges(parts.read(path)), context.maxColumns);
  try {
    for await (const row of readSheetRows(parts.read(path), context)) yield fill(row);
  } catch (cause) {
    if (!(cause instanceof SheetCutOffError)) throw cause;
    throw new UnreadableTableError(
      file,
      `the workbook is damaged (${describeError(cause)}). Download or save it again.`,
      { sheet, cause },
    );
  }
}

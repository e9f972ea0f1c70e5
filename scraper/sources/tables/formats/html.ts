import { isUtf8 } from "node:buffer";
import { type Grid, readTables } from "../../../../shared/portal/reading/grid.ts";
import { loadHtml } from "../../../crawl/read-page.ts";
import { textCell } from "../cell.ts";
import type { Row, Sheet, TableFormat } from "../sheet.ts";
import { UnreadableTableError } from "../table-error.ts";

/** The tables of a web page, also of one that is saved as `.xls`, as many systems "export to Excel". */
export const html: TableFormat = {
  name: "HTML",
  recognises: (bytes) =>
    /^\s*(<!--.*?-->\s*)*<(!doctype html|html|head|body|table|meta|div|style)\b/is.test(
      beginningOf(bytes),
    ),
  open: async (file, limits) => {
    if (file.bytes.length > limits.pageBytes) {
      throw new UnreadableTableError(
        file,
        `the page is larger than ${limits.pageBytes} bytes. Save its table as .xlsx or CSV and import that.`,
      );
    }
    // A saved page has lost the header that named its charset, and nothing but UTF-8 reads as such.
    const charset = isUtf8(file.bytes) ? "utf-8" : undefined;
    return readTables(loadHtml(file.bytes, charset)).map(sheetOf);
  },
};

function sheetOf(grid: Grid, index: number): Sheet {
  return {
    name: `tabla ${index + 1}`,
    isHidden: false,
    is1904: false,
    async *rows() {
      for (const [line, row] of grid.entries()) yield rowOf(row, line);
    },
  };
}

function rowOf(row: Grid[number], line: number): Row {
  const merged = row.flatMap(({ isFromAbove }, column) => (isFromAbove ? [column] : []));
  return {
    number: line + 1,
    cells: row.map(({ text }) => textCell(text)),
    merged: new Set(merged),
  };
}

function beginningOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 2000))
    .toString("latin1")
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe)/, "")
    .replaceAll("\0", "");
}

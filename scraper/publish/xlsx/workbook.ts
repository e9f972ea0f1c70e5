import path from "node:path";
import { type WriteSheet, XLSX_MAX_ROWS_PER_SHEET } from "hucre/xlsx";
import type { Column } from "../../../shared/tables/column.ts";
import { headingRow, type SheetStyles, sheetRow } from "../../../shared/tables/xlsx/sheet-row.ts";
import { frameWorkbook } from "../../../shared/tables/xlsx/workbook-frame.ts";
import type { FeedDraft } from "../feed-draft.ts";
import { openZip } from "./zip.ts";
import { openPartFile, type PartFile, packBytes } from "./zip-part.ts";

/** A workbook while it is written, row by row, so that memory does not grow with it. */
export interface Workbook {
  /** Further sheets of the same name with a number after it take what one sheet cannot hold. */
  addSheet<Row>(name: string, columns: readonly Column<Row>[]): Promise<SheetWriter<Row>>;
  /**
   * Puts the sheets together, in the order in which they were added, and closes the file.
   *
   * @param last a small sheet that stands after them.
   * @param modified what the workbook says of its last change.
   */
  close(last: WriteSheet, modified: Date): Promise<void>;
}

interface SheetWriter<Row> {
  addRow(row: Row): Promise<void>;
}

interface OpenSheet {
  name: string;
  columns: readonly Pick<Column<never>, "width">[];
  head: string;
  /** The heading included. */
  rows: number;
  part: PartFile;
}

const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @param maxRows how many rows a sheet holds, the heading included. */
export function openWorkbook(
  draft: FeedDraft,
  file: { path: string; title: string },
  maxRows = XLSX_MAX_ROWS_PER_SHEET,
): Workbook {
  /** Each with those that go on from it. */
  const families: OpenSheet[][] = [];

  const openSheet = async (
    name: string,
    columns: readonly Column<never>[],
    frame: { head: string; styles: SheetStyles },
  ): Promise<OpenSheet> => {
    const part = openPartFile(path.join(draft.folder, `${file.path}.${name}.part`));
    await part.write(frame.head + headingRow(columns, frame.styles));
    return { name, columns, head: frame.head, rows: 1, part };
  };

  return {
    addSheet: async (name, columns) => {
      const { styles, sheets: frames } = await frameWorkbook(
        [{ name, columns, rows: 1 }],
        { name: "-" },
        new Date(0),
      );
      const frame = { head: frames[0]?.head ?? "", styles };
      let current = await openSheet(name, columns, frame);
      const family = [current];
      families.push(family);
      return {
        addRow: async (row) => {
          if (current.rows === maxRows) {
            current = await openSheet(`${name} ${family.length + 1}`, columns, frame);
            family.push(current);
          }
          current.rows += 1;
          await current.part.write(sheetRow(columns, row, current.rows, styles));
        },
      };
    },
    close: async (last, modified) => {
      const sheets = families.flat();
      const frame = await frameWorkbook(sheets, last, modified);
      const out = await draft.open(file.path, { title: file.title, mediaType });
      const zip = openZip(out);
      for (const [name, content] of frame.parts) await zip.add(name, packBytes(content));
      for (const [index, { name, head, part }] of sheets.entries()) {
        const framed = frame.sheets[index];
        if (framed?.head !== head) {
          throw new Error(`hucre wrote the head of the sheet ${name} in two different ways`);
        }
        await part.write(framed.tail);
        await zip.add(framed.path, await part.close());
        await part.remove();
      }
      await zip.finish();
      await out.close();
    },
  };
}

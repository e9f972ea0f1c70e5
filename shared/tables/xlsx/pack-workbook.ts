import { strToU8, Zip, ZipDeflate } from "fflate";
import type { WriteSheet } from "hucre/xlsx";
import type { Column } from "../column.ts";
import { headingRow, sheetRow } from "./sheet-row.ts";
import { frameWorkbook } from "./workbook-frame.ts";

interface PackedSheet<Row> {
  name: string;
  columns: readonly Column<Row>[];
  count: number;
  rows: Iterable<Row>;
}

const rowsAtOnce = 1000;

/**
 * A workbook of one large sheet and a small one after it, piece by piece, so that memory does not grow with it. At most
 * 1,048,575 rows: Excel opens no longer sheet.
 */
export async function* packWorkbook<Row>(
  { name, columns, count, rows }: PackedSheet<Row>,
  last: WriteSheet,
  modified: Date,
): AsyncGenerator<Uint8Array> {
  const frame = await frameWorkbook([{ name, columns, rows: count + 1 }], last, modified);
  const [sheet] = frame.sheets;
  if (sheet === undefined) throw new Error(`hucre wrote no sheet ${name}`);
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const open = (path: string): ZipDeflate => {
    const part = new ZipDeflate(path);
    part.mtime = modified;
    zip.add(part);
    return part;
  };
  for (const [path, content] of frame.parts) open(path).push(content, true);
  const part = open(sheet.path);
  let text = sheet.head + headingRow(columns, frame.styles);
  let number = 1;
  for (const row of rows) {
    number += 1;
    text += sheetRow(columns, row, number, frame.styles);
    if (number % rowsAtOnce !== 0) continue;
    part.push(strToU8(text));
    text = "";
    yield* pieces.splice(0);
  }
  part.push(strToU8(text + sheet.tail), true);
  zip.end();
  yield* pieces;
}

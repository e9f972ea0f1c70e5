import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { textCell } from "../cell.ts";
import { decodeText } from "../charset.ts";
import { findSeparator } from "../separator.ts";
import { noColumns, type Row, type SourceFile, type TableFormat } from "../sheet.ts";
import { UnreadableTableError } from "../table-error.ts";

/** How much of a file is looked at to find its separator. */
const startLength = 64 * 1024;

/** Text with `,` `;` tab or `|` between its columns, in UTF-8, UTF-16 or Windows-1252. One sheet without a name. */
export const csv: TableFormat = {
  name: "CSV",
  recognises: (bytes) => isText(bytes),
  open: async (file) => [{ name: "", isHidden: false, is1904: false, rows: () => readRows(file) }],
};

/** Rows are numbered as Excel does when it opens the file: a record a row, however many lines it takes. */
async function* readRows(file: SourceFile): AsyncIterable<Row> {
  const { separator, table } = splitSeparatorLine(decodeText(file.bytes));
  const parser = parse({
    delimiter: separator ?? findSeparator(table.slice(0, startLength)),
    relax_quotes: true,
    relax_column_count: true,
    // A quote that is never closed would take the rest of the file for one cell.
    max_record_size: 1_000_000,
  });
  let number = 0;
  try {
    for await (const record of Readable.from(chunksOf(table)).pipe(parser)) {
      number += 1;
      // csv-parse gives each record as a list of texts where no other form is asked for.
      const cells = (record as string[]).map(textCell);
      yield { number, cells, merged: noColumns };
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new UnreadableTableError(
      file,
      "a quotation mark is opened and never closed. Mend that line and import the file again.",
      { row: parser.info.records + 1, cause },
    );
  }
}

/** Takes off the line `sep=;` that some programs put first for Excel, which does not show it either. */
function splitSeparatorLine(text: string): { separator?: string; table: string } {
  const [line = "", separator] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  return separator === undefined ? { table: text } : { separator, table: text.slice(line.length) };
}

function* chunksOf(text: string): Iterable<string> {
  for (let at = 0; at < text.length; at += startLength) yield text.slice(at, at + startLength);
}

/** Whether a file can be text: it has none of the control characters that only other files have. */
function isText(bytes: Uint8Array): boolean {
  const start = decodeText(bytes.subarray(0, 4096));
  return [...start].every((char) => char >= " " || "\t\n\v\f\r\u001a\u001b".includes(char));
}

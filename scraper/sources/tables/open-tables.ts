import { readFile, stat } from "node:fs/promises";
import { describeError } from "../../errors.ts";
import { csv } from "./formats/csv.ts";
import { html } from "./formats/html.ts";
import { pdf } from "./formats/pdf.ts";
import { xlsx } from "./formats/xlsx.ts";
import { refusedKinds } from "./refused.ts";
import {
  type Sheet,
  type SourceFile,
  type TableFormat,
  type TableLimits,
  usualLimits,
} from "./sheet.ts";
import { UnreadableTableError } from "./table-error.ts";

/** In the order in which they are asked; a CSV can begin with anything, so it is asked last. */
const formats: readonly TableFormat[] = [xlsx, pdf, html, csv];

/**
 * The tables of a file, whatever its format: XLSX and XLSM, CSV, HTML, text PDF. What the file holds decides, not its name.
 *
 * Throws `UnreadableTableError`, which names the file and what to do: for a file that holds no table we can read, is damaged, is
 * protected by a password, or is larger than the limits.
 */
export async function openTables(
  file: SourceFile,
  limits: TableLimits = usualLimits,
): Promise<Sheet[]> {
  if (file.bytes.length === 0) throw new UnreadableTableError(file, "the file is empty.");
  const refused = refusedKinds.find((kind) => kind.recognises(file.bytes));
  if (refused !== undefined) throw new UnreadableTableError(file, refused.reason);
  const format = formats.find((each) => each.recognises(file.bytes));
  if (format === undefined) {
    throw new UnreadableTableError(
      file,
      `it is none of ${formats.map(({ name }) => name).join(", ")}. Save the table in one of them and import it again.`,
    );
  }
  const sheets = await format.open(file, limits);
  return sheets.map((sheet) => withinLimits(sheet, file, limits));
}

/** A file of the disk. Throws `UnreadableTableError` where it cannot be had, or is larger than the limits. */
export async function readSourceFile(
  path: string,
  limits: TableLimits = usualLimits,
): Promise<SourceFile> {
  try {
    const { size } = await stat(path);
    if (size <= limits.bytes) return { name: path, bytes: await readFile(path) };
  } catch (cause) {
    throw new UnreadableTableError({ name: path }, `${describeError(cause)}.`, { cause });
  }
  throw new UnreadableTableError(
    { name: path },
    `the file is larger than ${limits.bytes} bytes. Split it and import its parts.`,
  );
}

/** The same sheet without its empty rows, refused where it is larger than the limits. */
function withinLimits(sheet: Sheet, file: SourceFile, limits: TableLimits): Sheet {
  return {
    ...sheet,
    async *rows() {
      let count = 0;
      for await (const row of sheet.rows()) {
        if (row.cells.every((cell) => cell === undefined)) continue;
        count += 1;
        const place = { sheet: sheet.name, row: row.number };
        if (count > limits.rows) {
          throw new UnreadableTableError(
            file,
            `more than ${limits.rows} rows. Split the file and import its parts.`,
            place,
          );
        }
        if (row.cells.length > limits.columns) {
          throw new UnreadableTableError(
            file,
            `more than ${limits.columns} columns. Take out those that hold nothing.`,
            place,
          );
        }
        yield row;
      }
    },
  };
}

import type { RowKey, TableKey } from "../../../shared/mapping/pnt/formats/format.ts";
import { collapseSpaces, foldLabel } from "../../../shared/values/text.ts";
import { cellText } from "../tables/cell.ts";
import type { Row, Sheet, SourceFile } from "../tables/sheet.ts";
import { UnreadableTableError } from "../tables/table-error.ts";
import { type Details, readDetails } from "./detail-sheet.ts";
import { type Headings, isHeadings, type MainField, readHeadings } from "./headings.ts";
import { type RowContext, type RowReading, readPntRow } from "./read-row.ts";

/** A row of a report with its place. */
export interface PlacedReading extends RowReading {
  sheet: string;
  number: number;
}

/** A workbook of which the headings are known; its rows are read one at a time. */
export interface PntWorkbook {
  headings: Headings;
  /** What there is to say of the file as a whole. */
  notes: string[];
  rows(): AsyncIterable<PlacedReading>;
}

/** Titles, types and numbers stand above the headings: this many rows of a sheet are looked through for them. */
const titleRows = 25;

/** Without these columns nothing can be told apart: one of each list must be there. */
const required: readonly (readonly RowKey[])[] = [
  ["expediente", "contrato"],
  ["razonSocial", "nombre"],
  ["periodoFin", "ejercicio"],
];

/**
 * Finds the report in a workbook: the first sheet whose headings a format of fraction XXVIII knows, and the further sheets that its cells point to.
 *
 * Throws `UnreadableTableError` where there is none, or a column that nothing can do without is missing.
 *
 * @param body the obliged body, for files that do not say it.
 */
export async function readPntWorkbook(
  file: Pick<SourceFile, "name">,
  sheets: readonly Sheet[],
  { body, timeZone }: { body: string | undefined; timeZone: string },
): Promise<PntWorkbook> {
  const found = await findReport(sheets);
  if (found === undefined) {
    throw new UnreadableTableError(
      file,
      `no sheet has the headings of fraction XXVIII in its first ${titleRows} rows (43335, 43336 or 59729). Import the file as the PNT gives it.`,
    );
  }
  const { sheet, headings } = found;
  checkColumns(file, sheet, headings);
  const { details, notes } = await readAllDetails(sheets, headings);
  const context: RowContext = {
    headings,
    sheet: sheet.name,
    body: found.body ?? body,
    timeZone,
    details,
  };
  return {
    headings,
    notes: [...unknownColumns(headings), ...notes],
    rows: () => readRows(sheet, headings, context),
  };
}

async function* readRows(
  sheet: Sheet,
  headings: Headings,
  context: RowContext,
): AsyncIterable<PlacedReading> {
  for await (const row of sheet.rows()) {
    if (row.number <= headings.row) continue;
    const place = { sheet: sheet.name, number: row.number };
    if (isHeadings(row, headings)) {
      yield { ...place, reason: "the headings once more", problems: [] };
    } else if (isFiller(row)) {
      yield { ...place, reason: "a note across the row, or an empty row", problems: [] };
    } else {
      yield { ...place, ...readPntRow(row, context) };
    }
  }
}

interface Report {
  sheet: Sheet;
  headings: Headings;
  /** The obliged body, where the titles say it. */
  body?: string;
}

async function findReport(sheets: readonly Sheet[]): Promise<Report | undefined> {
  for (const sheet of sheets.filter(({ isHidden }) => !isHidden)) {
    let best: Headings | undefined;
    let body: string | undefined;
    let looked = 0;
    for await (const row of sheet.rows()) {
      looked += 1;
      if (looked > titleRows) break;
      const headings = readHeadings(row);
      // Where headings take two rows, the lower one is whole: merged cells count for both of them.
      const isLower = best !== undefined && row.number === best.row + 1;
      if (headings !== undefined && (best === undefined || isLower)) {
        if (countKnown(headings) >= countKnown(best)) best = headings;
      }
      if (best === undefined) body ??= bodyOf(row);
    }
    if (best !== undefined) return { sheet, headings: best, ...(body !== undefined && { body }) };
  }
  return undefined;
}

function countKnown(headings: Headings | undefined): number {
  return headings?.columns.filter((column) => column?.field !== undefined).length ?? 0;
}

/** `Sujeto obligado: Secretaría de Salud`, in one cell or in two. */
function bodyOf({ cells }: Row): string | undefined {
  const texts = cells.map((cell) => collapseSpaces(cellText(cell)));
  const place = texts.findIndex((text) => /^(nombre del )?sujeto obligado\b/.test(foldLabel(text)));
  const text = texts[place];
  if (text === undefined) return undefined;
  const behind = text.slice(text.indexOf(":") + 1).trim();
  if (text.includes(":") && behind !== "") return behind;
  return texts.slice(place + 1).find((other) => other !== "" && other !== text);
}

function checkColumns(file: Pick<SourceFile, "name">, sheet: Sheet, headings: Headings): void {
  const keys = new Set(headings.columns.map((column) => column?.field?.key));
  for (const alternatives of required) {
    if (alternatives.some((key) => keys.has(key))) continue;
    const labels = headings.format.fields
      .filter(({ key }) => alternatives.some((wanted) => wanted === key))
      .map(({ label }) => `"${label.trim()}"`);
    throw new UnreadableTableError(
      file,
      `there is no column ${[...new Set(labels)].join(" or ")}. Import the file as the PNT gives it.`,
      { sheet: sheet.name, row: headings.row },
    );
  }
}

async function readAllDetails(
  sheets: readonly Sheet[],
  { columns }: Headings,
): Promise<{ details: Map<TableKey, Details>; notes: string[] }> {
  const details = new Map<TableKey, Details>();
  const notes: string[] = [];
  for (const column of columns) {
    const field = column?.field;
    if (field?.type !== "table" || field.key === undefined) continue;
    const sheet = sheets.find(({ name }) => isSheetOf(name, column?.tableSheet, field));
    const read = sheet && (await readDetails(sheet, field));
    // The key of a table is one of those, by the formats' own type.
    if (read !== undefined) details.set(field.key as TableKey, read);
    else if (sheet !== undefined) notes.push(`The sheet ${sheet.name} has no column ID.`);
  }
  return { details, notes };
}

/** `Tabla_334277`, as the heading names it, or by the number that the format's catalogue has. */
function isSheetOf(name: string, named: string | undefined, { id }: MainField): boolean {
  const wanted = named ?? (id === undefined ? undefined : `Tabla_${id}`);
  return wanted !== undefined && foldLabel(name).replace(" ", "_") === foldLabel(wanted);
}

function unknownColumns({ columns, format }: Headings): string[] {
  const unknown = columns.flatMap((column) =>
    column !== undefined && column.field === undefined ? [`"${column.heading}"`] : [],
  );
  const guess = format.isGuess ? " The headings of this format are a guess." : "";
  return unknown.length === 0 ? [] : [`Columns that are not known: ${unknown.join(", ")}.${guess}`];
}

/** One text in a row that has many columns says something about the table. */
function isFiller({ cells, merged }: Row): boolean {
  const own = cells.filter((cell, index) => cell !== undefined && !merged.has(index));
  return new Set(own.map(cellText)).size <= 1;
}

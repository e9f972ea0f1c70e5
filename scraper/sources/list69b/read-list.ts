import type { Listing69b, Situation69b } from "../../../shared/feed/supplier-row.ts";
import { maskPersonal } from "../../../shared/mapping/mask-personal.ts";
import { dayOf, parseDate, UnreadableDateError } from "../../../shared/values/dates.ts";
import { dropUndefined } from "../../../shared/values/present.ts";
import { normalizeRfc, rfcOwner } from "../../../shared/values/rfc.ts";
import { collapseSpaces, foldLabel } from "../../../shared/values/text.ts";
import type { ImportReport } from "../../store/imports.ts";
import type { CompanyListing } from "../../store/list69b.ts";
import { cellText, dateText } from "../tables/cell.ts";
import { type FoundColumns, findColumns, rowsBelow } from "../tables/find-columns.ts";
import type { Row, Sheet, SourceFile } from "../tables/sheet.ts";
import { UnreadableTableError } from "../tables/table-error.ts";
import { type ListColumn, listColumns, situationWords } from "./columns.ts";

/** What the SAT's list says of companies. */
export interface ReadList {
  listings: CompanyListing[];
  /** `2026-06-30`: the day on which the list stood so. */
  listDate: string;
  report: ImportReport;
}

/**
 * Reads the list that the SAT publishes by article 69-B, as CSV or workbook: its date stands above its headings, in `Información actualizada al
 * 30 de junio de 2026`. Of persons nothing is kept, neither what the list says nor that it names them.
 *
 * Throws `UnreadableTableError` where the date or one of the columns RFC and Situación is missing.
 */
export async function readList(
  file: SourceFile,
  sheets: readonly Sheet[],
  timeZone: string,
): Promise<ReadList> {
  for (const sheet of sheets) {
    const columns = await findColumns(sheet, listColumns);
    const keys = new Set(columns?.keys.values());
    if (columns === undefined || !keys.has("rfc") || !keys.has("situation")) continue;
    const listDate = await findListDate(file, sheet, columns.headingRow, timeZone);
    return { listDate, ...(await readRows(sheet, columns, listDate, timeZone)) };
  }
  throw new UnreadableTableError(
    file,
    'there are no columns "RFC" and "Situación del contribuyente". Download the complete list (Listado_Completo_69-B.csv) from the SAT\'s page and import it as it is.',
  );
}

async function findListDate(
  file: SourceFile,
  sheet: Sheet,
  headingRow: number,
  timeZone: string,
): Promise<string> {
  for await (const row of sheet.rows()) {
    if (row.number >= headingRow) break;
    for (const cell of row.cells) {
      const [, words] =
        /actualizada al (\d{1,2} de \p{L}+ del? \d{4})/iu.exec(cellText(cell)) ?? [];
      if (words !== undefined) return dayOf(parseDate(words, timeZone));
    }
  }
  throw new UnreadableTableError(
    file,
    'the title above the headings does not say "Información actualizada al …", so nobody knows of what day the list is. Download it again from the SAT\'s page.',
    { sheet: sheet.name },
  );
}

async function readRows(
  sheet: Sheet,
  columns: FoundColumns<ListColumn>,
  listDate: string,
  timeZone: string,
): Promise<Pick<ReadList, "listings" | "report">> {
  const found = new Map<string, Listing69b>();
  const notTaken: ImportReport["notTaken"] = [];
  let persons = 0;
  for await (const row of rowsBelow(sheet, columns)) {
    const lost = (reason: string) => notTaken.push({ row: row.number, reason });
    const textOf = readCells(row, columns, sheet.is1904);
    const rfc = normalizeRfc(textOf("rfc"));
    const owner = rfcOwner(rfc);
    const situation = situationWords[foldLabel(textOf("situation"))];
    if (owner === "person") persons += 1;
    // The list blanks the RFC of those of whom a court has forbidden it to speak.
    else if (owner !== "company") lost("the RFC is no company's");
    else if (situation === undefined) lost("the situation is none of the four that the law knows");
    else if (found.has(rfc)) lost("the list names this RFC twice; the first row counts");
    else found.set(rfc, describeListing(situation, listDate, textOf, timeZone));
  }
  const listings = [...found].map(([rfc, listing]) => ({ rfc, listing }));
  const counts: Record<string, number> = { companies: listings.length };
  for (const { listing } of listings) {
    counts[listing.situation] = (counts[listing.situation] ?? 0) + 1;
  }
  const notes = [
    `The list is of ${listDate}.`,
    `${persons} rows are of natural persons; nothing of them is kept.`,
  ];
  return { listings, report: { counts, notTaken, notes } };
}

function describeListing(
  situation: Situation69b,
  listDate: string,
  textOf: (key: ListColumn) => string,
  timeZone: string,
): Listing69b {
  const notice = [textOf(`${situation}:dofNotice`), textOf(`${situation}:satNotice`)];
  return dropUndefined<Listing69b>({
    situation,
    listDate,
    satPublishedOn: dayIn(textOf(`${situation}:sat`), timeZone),
    gazettePublishedOn: dayIn(textOf(`${situation}:dof`), timeZone),
    notice: notice.map(maskPersonal).find((text) => text !== ""),
  });
}

function readCells(
  row: Row,
  { keys }: FoundColumns<ListColumn>,
  is1904: boolean,
): (key: ListColumn) => string {
  const texts = new Map<ListColumn, string>();
  for (const [column, key] of keys) {
    const cell = row.cells[column];
    const isDate = /:(sat|dof)$/.test(key);
    texts.set(key, collapseSpaces(isDate ? dateText(cell, is1904) : cellText(cell)));
  }
  return (key) => texts.get(key) ?? "";
}

/** The day that a cell names; undefined where it names none that can be read. */
function dayIn(text: string, timeZone: string): string | undefined {
  try {
    return text === "" ? undefined : dayOf(parseDate(text, timeZone));
  } catch (error) {
    if (error instanceof UnreadableDateError) return undefined;
    throw error;
  }
}

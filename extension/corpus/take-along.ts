import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { isPublished } from "../../shared/feed/unpublished.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import type { Bitset } from "../../shared/search/bitset.ts";
import { encodeFilter } from "../../shared/search/filter.ts";
import { search, takeBest } from "../../shared/search/search.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import { csvHeading, csvRow } from "../../shared/tables/csv.ts";
import { describeStamp } from "../../shared/tables/describe-stamp.ts";
import {
  type ExportStamp,
  exportColumns,
  stampColumns,
} from "../../shared/tables/export-columns.ts";
import { describeFilter } from "../../shared/tables/filter-words.ts";
import { aboutSheet } from "../../shared/tables/xlsx/about-sheet.ts";
import { packWorkbook } from "../../shared/tables/xlsx/pack-workbook.ts";
import { formatInstant } from "../../shared/values/dates.ts";
import {
  type PrintedRows,
  printAtMost,
  type RowChoice,
  type TakeFormat,
  type TakeQuestion,
} from "../take-messages.ts";
import type { Corpus } from "./corpus.ts";

/** Rows to take along, and what a file of them says of itself. */
export interface Selection {
  rows: Iterable<TenderRow>;
  stamp: ExportStamp;
  /** Of those picked by hand, how many are not known any more. */
  missing: number;
}

/** All that a filter finds, the surest first, or what was picked by hand, the latest first. @param within as for `answerSearch`. */
export function select(
  corpus: Corpus,
  { filter, picked }: RowChoice,
  synonyms: SynonymTable,
  within: Bitset | undefined,
): Selection {
  const { index, rowOfId, buyerNames, state } = corpus;
  const nowMs = Date.now();
  let numbers: number[];
  if (picked === undefined) {
    const found = search(index, filter, nowMs, { synonyms, within });
    numbers = takeBest(index, found, found.count);
  } else {
    const known = picked.flatMap((id) => rowOfId.get(id) ?? []);
    numbers = [...new Set(known)].sort((a, b) => a - b);
  }
  const manifest = state?.manifest;
  return {
    rows: rowsOf(corpus, numbers),
    missing: picked === undefined ? 0 : new Set(picked).size - numbers.length,
    stamp: {
      filter: picked ? "Elegidas a mano" : describeFilter(filter, (id) => buyerNames.get(id)),
      count: numbers.length,
      madeAt: formatInstant(new Date(nowMs), durango.timeZone),
      ...(manifest && state && { feed: state.url, readAt: manifest.readAt }),
      ...(manifest?.license !== undefined && { license: manifest.license }),
      ...(manifest?.notice !== undefined && { notice: manifest.notice }),
    },
  };
}

/** Each row is made when it is asked for: a file may be of all that is known. */
function* rowsOf({ index }: Corpus, numbers: readonly number[]): Generator<TenderRow> {
  for (const number of numbers) {
    const row = index.rows.at(number);
    if (row !== undefined) yield row;
  }
}

/** A selection to be printed. */
export function printSelection({ rows, stamp, missing }: Selection): PrintedRows {
  return { stamp, missing, rows: stamp.count > printAtMost ? [] : [...rows] };
}

type Parts = Iterable<string> | AsyncIterable<Uint8Array>;

/** A file while it is written, piece by piece. */
export interface TakenFile {
  name: string;
  count: number;
  missing: number;
  parts: Parts;
}

/** A selection as a file. */
export function writeSelection(
  { rows, stamp, missing }: Selection,
  { filter, picked, format }: TakeQuestion,
): TakenFile {
  const kind = picked ? "licitaciones-elegidas" : "licitaciones";
  const name = `${kind}-${stamp.madeAt.slice(0, 10)}-${stamp.count}.${format}`;
  const writers: Readonly<Record<TakeFormat, () => Parts>> = {
    csv: () => csvParts(rows, stamp),
    json: () => jsonParts(rows, picked ? stamp : { query: encodeFilter(filter), ...stamp }),
    xlsx: () => xlsxParts(rows, stamp),
  };
  return { name, count: stamp.count, missing, parts: writers[format]() };
}

function* csvParts(rows: Iterable<TenderRow>, stamp: ExportStamp): Generator<string> {
  const columns = [...exportColumns, ...stampColumns];
  yield csvHeading(columns);
  for (const row of rows) yield csvRow(columns, { row, stamp });
}

/** A row a line. One that no feed has published has no ocid. */
function* jsonParts(rows: Iterable<TenderRow>, about: object): Generator<string> {
  yield `{\n"about": ${JSON.stringify(about, null, 1)},\n"rows": [`;
  let end = "\n";
  for (const row of rows) {
    const { ocid: _, ...unpublished } = row;
    yield end + JSON.stringify(isPublished(row) ? row : unpublished);
    end = ",\n";
  }
  yield "\n]\n}\n";
}

function xlsxParts(rows: Iterable<TenderRow>, stamp: ExportStamp): AsyncIterable<Uint8Array> {
  return packWorkbook(
    {
      name: "Licitaciones",
      columns: exportColumns,
      count: stamp.count,
      rows: stamped(rows, stamp),
    },
    aboutSheet(describeStamp(stamp), exportColumns),
    new Date(stamp.madeAt),
  );
}

function* stamped(rows: Iterable<TenderRow>, stamp: ExportStamp) {
  for (const row of rows) yield { row, stamp };
}

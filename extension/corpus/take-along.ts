import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import type { Bitset } from "../../shared/search/bitset.ts";
import { encodeFilter } from "../../shared/search/filter.ts";
import { rowsAt, search, takeBest } from "../../shared/search/search.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import { csvHeading, csvRow } from "../../shared/tables/csv.ts";
import { rowColumns } from "../../shared/tables/row-columns.ts";
import { formatInstant } from "../../shared/values/dates.ts";
import type { Conversations } from "../messages.ts";
import type { Corpus } from "./corpus.ts";

type Take = Conversations["take"];

/** Everything that a filter finds, the surest first, as the text of a file. @param within as for `answerSearch`. */
export function takeAlong(
  { index, state }: Corpus,
  { filter, format }: Take["ask"],
  synonyms: SynonymTable,
  within: Bitset | undefined,
): Take["answer"] {
  const nowMs = Date.now();
  const found = search(index, filter, nowMs, { synonyms, within });
  const rows = rowsAt(index, takeBest(index, found, found.count));
  const madeAt = formatInstant(new Date(nowMs), durango.timeZone);
  const name = `licitaciones-${madeAt.slice(0, 10)}-${rows.length}.${format}`;
  if (format === "csv") return { name, count: rows.length, text: asCsv(rows) };
  const readAt = state?.manifest?.readAt;
  const about = { filter: encodeFilter(filter), count: rows.length, madeAt, readAt };
  return { name, count: rows.length, text: `${JSON.stringify({ ...about, rows }, null, 2)}\n` };
}

function asCsv(rows: readonly TenderRow[]): string {
  const columns = Object.values(rowColumns);
  return csvHeading(columns) + rows.map((row) => csvRow(columns, { row })).join("");
}

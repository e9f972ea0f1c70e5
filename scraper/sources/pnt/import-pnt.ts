import { createHash } from "node:crypto";
import path from "node:path";
import { identifyRow } from "../../../shared/mapping/pnt/identity.ts";
import type { PntRow } from "../../../shared/mapping/pnt/row.ts";
import { formatInstant } from "../../../shared/values/dates.ts";
import { hashJson } from "../../../shared/values/hash.ts";
import { StopRunError } from "../../errors.ts";
import { readIdentity } from "../../store/identity.ts";
import { type Import, type ImportReport, runImport } from "../../store/imports.ts";
import type { Store } from "../../store/open-store.ts";
import { buyerFinder, linkProcedures } from "../../store/pnt-processes.ts";
import { reportProcess } from "../../store/pnt-releases.ts";
import { addPntRow, dropLinks } from "../../store/pnt-rows.ts";
import { openTables } from "../tables/open-tables.ts";
import type { SourceFile } from "../tables/sheet.ts";
import { type PlacedReading, type PntWorkbook, readPntWorkbook } from "./read-workbook.ts";

export interface PntImportSettings {
  /** The obliged body, for files that do not say it. */
  body: string | undefined;
  at: Date;
  timeZone: string;
  isDryRun: boolean;
  /** What the import shall be called; by its file where it is absent. */
  name?: string | undefined;
}

/** An address that stands for more procedures than this is the document of none: a page of the body's, or a link that is dead for all. */
const mostProcedures = 10;

/**
 * Takes a quarterly report into the store: its rows, the processes that they belong to, and the releases that follow. All of it or nothing.
 *
 * Throws `UnreadableTableError` for a file that is no report of fraction XXVIII, `StopRunError` where nothing was scraped into the store yet or the very
 * file is in it.
 */
export async function importPnt(
  store: Store,
  file: SourceFile,
  settings: PntImportSettings,
): Promise<Import> {
  const identity = readIdentity(store);
  if (identity === undefined) {
    throw new StopRunError(
      `${store.file}: nothing was scraped into this store yet, so the reports could be linked to nothing. Run \`compras scrape\` first.`,
    );
  }
  const { at, timeZone, body } = settings;
  const sheets = await openTables(file);
  const workbook = await readPntWorkbook(file, sheets, { body, timeZone });
  const source = {
    kind: "pnt" as const,
    source: path.basename(file.name),
    name: settings.name,
    sha256: createHash("sha256").update(file.bytes).digest("hex"),
  };
  return runImport(store, source, settings, async (importId) => {
    const report: ImportReport = { counts: {}, notTaken: [], notes: [...workbook.notes] };
    const rows = await takeRows(store, importId, workbook, report);
    const links = [];
    const processes = new Set<string>();
    const counts = { linked: 0, own: 0, known: 0 };
    const seenAt = formatInstant(at, timeZone);
    for (const { procedureId, number, link, isKnown } of linkProcedures(store, importId, seenAt)) {
      processes.add(procedureId);
      counts[isKnown ? "known" : link.confidence === undefined ? "own" : "linked"] += 1;
      links.push({
        ...(number !== undefined && { number }),
        ocid: `${identity.ocidPrefix}-${procedureId}`,
        ...link,
        candidates: link.candidates.map((id) => `${identity.ocidPrefix}-${id}`),
      });
    }
    const moment = { at, timeZone, ocidPrefix: identity.ocidPrefix, findBuyer: buyerFinder(store) };
    const outcomes = { new: 0, changed: 0, unchanged: 0 };
    for (const id of processes) outcomes[reportProcess(store, id, moment)] += 1;
    return {
      ...report,
      counts: {
        ...rows,
        "procedures linked to the portal's": counts.linked,
        "procedures of their own": counts.own,
        "procedures reported before": counts.known,
        "processes with news": outcomes.new + outcomes.changed,
      },
      links,
    };
  });
}

async function takeRows(
  store: Store,
  importId: number,
  workbook: PntWorkbook,
  report: ImportReport,
): Promise<ImportReport["counts"]> {
  const seen = new Map<string, number>();
  const links = countLinks();
  let taken = 0;
  let read = 0;
  for await (const reading of workbook.rows()) {
    read += 1;
    const place = { sheet: reading.sheet, row: reading.number };
    report.notTaken.push(...reading.problems);
    const reason = whyNot(reading, seen);
    if (reading.row === undefined || reason !== undefined) {
      report.notTaken.push({ ...place, reason: reason ?? "it holds nothing" });
      continue;
    }
    taken += 1;
    addPntRow(store, { row: reading.row, place: { import: importId, ...place } });
    links.add(reading.row);
  }
  const repeated = links.repeated();
  if (repeated.size > 0) dropLinks(store, importId, new Set(repeated.keys()));
  for (const [url, count] of repeated) {
    report.notes.push(`${url} stands for ${count} procedures, so it is the document of none.`);
  }
  return { rows: read, "rows taken": taken };
}

/** @param seen what the file has said → in which row. */
function whyNot({ row, reason, number }: PlacedReading, seen: Map<string, number>) {
  if (row === undefined) return reason;
  const key = hashJson(row);
  const twin = seen.get(key);
  seen.set(key, twin ?? number);
  return twin === undefined ? undefined : `it says the same as row ${twin}`;
}

/** Counts for how many procedures each address stands. */
function countLinks() {
  const known = new Map<string, { last: string; count: number }>();
  return {
    add: (row: PntRow) => {
      const urls = Object.values(row.enlaces);
      if (urls.length === 0) return;
      const { procedure } = identifyRow(row);
      for (const url of urls) {
        const entry = known.get(url);
        // Rows of one procedure stand together.
        if (entry === undefined) known.set(url, { last: procedure, count: 1 });
        else if (entry.last !== procedure) {
          entry.last = procedure;
          entry.count += 1;
        }
      }
    },
    repeated: () =>
      new Map(
        [...known]
          .filter(([, { count }]) => count > mostProcedures)
          .map(([url, { count }]) => [url, count]),
      ),
  };
}

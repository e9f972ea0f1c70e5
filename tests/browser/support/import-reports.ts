import { tender } from "../../../fixtures/pnt/fields.ts";
import { makeReports } from "../../../fixtures/pnt/make-reports.ts";
import type { ReportRow, ReportTruth } from "../../../fixtures/pnt/report.ts";
import { writeReport } from "../../../fixtures/pnt/write-report.ts";
import type { Corpus } from "../../../fixtures/practice-portal/truth.ts";
import { importPnt } from "../../../scraper/sources/pnt/import-pnt.ts";
import type { Store } from "../../../scraper/store/open-store.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";

/** The partida that every report of a tender tells in these tests. */
export const toldPartida = "33901";

function tellPartida({ tables }: ReportRow): void {
  tables[tender.partidas.id] = [{ [tender.partidas.code]: `${toldPartida} Subcontratación` }];
}

/** Takes clean reports of who bid and who won into a store; gives what is true of the procedures in them. */
export async function importReports(store: Store, corpus: Corpus): Promise<ReportTruth[]> {
  const { reports, truth } = makeReports(corpus, false);
  const moment = { at: new Date(), timeZone: durango.timeZone };
  for (const [at, report] of reports.entries()) {
    if (report.format === "43336") report.rows.forEach(tellPartida);
    const file = { name: `informe-${at}.xlsx`, bytes: await writeReport(report) };
    await importPnt(store, file, { ...moment, body: undefined, isDryRun: false });
  }
  return truth;
}

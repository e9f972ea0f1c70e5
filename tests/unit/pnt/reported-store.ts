import { tender } from "../../../fixtures/pnt/fields.ts";
import { type MadeReports, makeReports } from "../../../fixtures/pnt/make-reports.ts";
import type { MadeReport, ReportRow } from "../../../fixtures/pnt/report.ts";
import { writeReport } from "../../../fixtures/pnt/write-report.ts";
import { makeCorpus } from "../../../fixtures/practice-portal/corpus.ts";
import type { Corpus, ProcedureTruth } from "../../../fixtures/practice-portal/truth.ts";
import { importPnt } from "../../../scraper/sources/pnt/import-pnt.ts";
import { saveIdentity } from "../../../scraper/store/identity.ts";
import type { Import } from "../../../scraper/store/imports.ts";
import { openStore, type Store } from "../../../scraper/store/open-store.ts";
import { undoImport } from "../../../scraper/store/undo-import.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { type AtEnd, type History, makeHistory } from "../publish/try-format.ts";

/** A procedure as the portal's reader gives it. */
function recordOf(truth: ProcedureTruth): Procedimiento {
  const {
    id,
    anexos: _,
    modalidad,
    materia,
    estatus,
    listed: _listed,
    dirt: _dirt,
    ...fields
  } = truth;
  return {
    id,
    url: `${durango.baseUrl}/procedimiento/${id}`,
    ...fields,
    tipoProcedimiento: { texto: modalidad, clave: modalidad },
    materia: { texto: materia, clave: materia },
    estatus: { texto: estatus, clave: estatus },
    anexos: [],
    original: {},
    desconocidos: [],
    problemas: [],
  };
}

export interface ReportedStore extends MadeReports {
  history: History;
  corpus: Corpus;
}

/** A store of the made corpus, and what its bodies report. Nothing is imported yet. */
export function openReported(
  { procedures, dirt }: { procedures: number; dirt: boolean },
  atEnd?: AtEnd,
): ReportedStore {
  const corpus = makeCorpus({ seed: 7, procedures, suppliers: 60, today: "2026-03-01" });
  const history = makeHistory(atEnd);
  saveIdentity(history.store, {
    portal: durango.id,
    portalUrl: durango.baseUrl,
    ocidPrefix: "ocds-prueba",
  });
  for (const procedure of corpus.procedures) history.read(1, recordOf(procedure));
  return { history, corpus, ...makeReports(corpus, dirt) };
}

/** Takes bytes in at noon of a day of March 2026. */
export function importBytes(
  store: Store,
  bytes: Uint8Array,
  { day = 5, name = "reporte.xlsx", body }: { day?: number; name?: string; body?: string } = {},
): Promise<Import> {
  const at = new Date(Date.UTC(2026, 2, day, 18));
  const settings = { body, at, timeZone: durango.timeZone, isDryRun: false };
  return importPnt(store, { name, bytes }, settings);
}

export async function importReports(
  store: Store,
  reports: readonly MadeReport[],
  day?: number,
): Promise<Import[]> {
  const done: Import[] = [];
  for (const [index, report] of reports.entries()) {
    const name = `${report.format}-${index}.xlsx`;
    done.push(await importBytes(store, await writeReport(report), { name, ...(day && { day }) }));
  }
  return done;
}

/** Fills what made reports leave empty: reasons, dates, links and an amendment. */
function tellEverything(row: ReportRow, format: MadeReport["format"]): void {
  if (format === "43335") {
    row.cells[334238] = "Artículo de ejemplo, por el monto";
    return;
  }
  Object.assign(row.cells, {
    334326: "La propuesta solvente más baja",
    334288: "Objeto de ejemplo",
    334292: new Date("2026-01-05T00:00:00Z"),
    334291: new Date("2026-06-30T00:00:00Z"),
  });
  const links = [334279, 334335, 334275, 334301, 334302, 334298, 334303, 334299, 334300];
  for (const id of links) {
    row.cells[id] = `https://transparencia.example.org/${id}/${row.cells[tender.contract]}.pdf`;
  }
  row.tables[tender.partidas.id] = [
    { [tender.partidas.code]: "21101 Materiales y útiles de oficina" },
    { [tender.partidas.code]: 2141 },
  ];
  row.tables[tender.amendments.id] = [
    {
      [tender.amendments.number]: "CM-1",
      [tender.amendments.subject]: "Amplía el plazo",
      [tender.amendments.signedOn]: "15/05/2026",
      [tender.amendments.link]:
        `https://transparencia.example.org/cm/${row.cells[tender.contract]}.pdf`,
    },
  ];
}

/** Takes reports on the practice portal into its store in November 2026, one with everything that a report can say, and takes another one back. */
export async function importPracticeReports(folder: string, corpus: Corpus): Promise<void> {
  const store = openStore(`${folder}/compras.sqlite`);
  try {
    const { reports } = makeReports(corpus, false);
    const wanted = ["43335", "43336"].flatMap((format) =>
      reports.filter((report) => report.format === format).slice(0, 3),
    );
    for (const { format, rows } of wanted) {
      for (const row of rows) tellEverything(row, format);
    }
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
    let last: Import | undefined;
    for (const [index, report] of wanted.entries()) {
      const settings = { body: undefined, at: at(18), timeZone: durango.timeZone, isDryRun: false };
      const file = { name: `informe-${index}.xlsx`, bytes: await writeReport(report) };
      last = await importPnt(store, file, settings);
    }
    if (last === undefined) throw new Error("the practice portal's bodies report nothing");
    undoImport(store, last.name, { at: at(20), timeZone: durango.timeZone });
  } finally {
    store.close();
  }
}

import { releaseId } from "../../shared/mapping/make-release.ts";
import { currentRows } from "../../shared/mapping/pnt/identity.ts";
import { makePntRelease } from "../../shared/mapping/pnt/make-pnt-release.ts";
import { mapPntProcess, type PntContent } from "../../shared/mapping/pnt/map-process.ts";
import type { PntRow } from "../../shared/mapping/pnt/row.ts";
import { sameContent } from "../../shared/mapping/pnt/same-content.ts";
import { compileReleases } from "../../shared/ocds/compile.ts";
import { Release } from "../../shared/ocds/schema.ts";
import { readIdentity } from "./identity.ts";
import type { Store } from "./open-store.ts";
import { buyerFinder } from "./pnt-processes.ts";
import { keysOfImport, linksOfProcess, processOfKey, rowsOfProcess } from "./pnt-rows.ts";
import {
  addReportedRelease,
  addUndoMark,
  nextDate,
  releasesOf,
  retireReleases,
  type StoredRelease,
} from "./releases.ts";

/** What bringing a process up to date needs to know. */
export interface ReportMoment {
  at: Date;
  timeZone: string;
  ocidPrefix: string;
  /** Who buys, for a process that the portal does not have. */
  findBuyer(body: string): { id: string; name: string };
  /** The number of an import that was undone just now. */
  undone?: number;
}

/**
 * Makes the releases of a process say what the reports that count say of it. Where merging cannot say it, since something is gone from a list, the
 * earlier releases of reports are retired and one says all of it anew.
 */
export function reportProcess(
  store: Store,
  procedureId: string,
  moment: ReportMoment,
): "new" | "changed" | "unchanged" {
  const { at, timeZone, undone } = moment;
  const ocid = `${moment.ocidPrefix}-${procedureId}`;
  const date = nextDate(store, procedureId, at, timeZone);
  const isRetired = undone !== undefined && retireSince(store, procedureId, undone, date);
  const releases = releasesOf(store, procedureId);
  const told = releases.filter(({ layer }) => layer === "pnt");
  const before = told.length === 0 ? undefined : contentOf(told);
  const rows = rowsOfProcess(store, procedureId);
  const current = currentRows(rows.map(({ row, place }) => ({ row, report: place.import })));
  const content = describeProcess(store, procedureId, ocid, current, releases, moment);
  if (content === undefined || (before !== undefined && sameContent(content, before))) {
    if (isRetired) addUndoMark(store, procedureId, undoMark(ocid, date));
    return "unchanged";
  }
  // Rows that say the same again rest on the latest report.
  const standing = new Set(current);
  const places = rows.filter(({ row }) => standing.has(row)).map(({ place }) => place);
  const release = tryRelease(content, date, before);
  if (release !== undefined) {
    addReportedRelease(store, procedureId, release, places);
    return before === undefined ? "new" : "changed";
  }
  retireReleases(store, procedureId, 0, date);
  addReportedRelease(store, procedureId, makePntRelease(content, date), places);
  return "changed";
}

/** Brings every process that an import spoke of up to date, which was undone just now. */
export function undoReports(
  store: Store,
  undone: number,
  { at, timeZone }: { at: Date; timeZone: string },
): void {
  const identity = readIdentity(store);
  if (identity === undefined) throw new Error("an import of reports without an identity");
  const processes = new Set<string>();
  for (const key of keysOfImport(store, undone)) {
    const id = processOfKey(store, key);
    if (id !== undefined) processes.add(id);
  }
  const moment = {
    at,
    timeZone,
    ocidPrefix: identity.ocidPrefix,
    findBuyer: buyerFinder(store),
    undone,
  };
  for (const id of processes) reportProcess(store, id, moment);
}

/** Retires the releases that rest on an import, and the later ones, which repeat what it said. */
function retireSince(store: Store, procedureId: string, undone: number, at: string): boolean {
  const first = releasesOf(store, procedureId).find(({ rows = [] }) =>
    rows.some((place) => place.import === undone),
  );
  if (first === undefined) return false;
  retireReleases(store, procedureId, first.seq, at);
  return true;
}

function describeProcess(
  store: Store,
  procedureId: string,
  ocid: string,
  [first, ...others]: readonly PntRow[],
  releases: readonly StoredRelease[],
  { ocidPrefix, findBuyer }: ReportMoment,
): PntContent | undefined {
  if (first === undefined) return undefined;
  const portal = releases.filter(({ layer }) => layer === "portal");
  if (portal.length > 0) {
    const { tender } = contentOf(portal);
    if (tender === undefined) throw new Error(`procedure ${procedureId} has no tender`);
    const portalTenderId = String(tender.id);
    return mapPntProcess({ ocid, rows: [first, ...others], portalTenderId, candidates: [] });
  }
  const candidates = linksOfProcess(store, procedureId).flatMap((link) => link.candidates);
  return mapPntProcess({
    ocid,
    rows: [first, ...others],
    buyer: findBuyer(first.sujetoObligado),
    candidates: [...new Set(candidates)].map((id) => `${ocidPrefix}-${id}`),
  });
}

function contentOf(releases: readonly StoredRelease[]): PntContent {
  const {
    id: _,
    date: _date,
    tag: _tag,
    ...content
  } = compileReleases(releases.map(({ release }) => release));
  return content;
}

function tryRelease(
  content: PntContent,
  date: string,
  before: PntContent | undefined,
): Release | undefined {
  try {
    return makePntRelease(content, date, before);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function undoMark(ocid: string, date: string): Release {
  const mark = {
    ocid,
    date,
    tag: ["tenderUpdate" as const],
    initiationType: "tender" as const,
    language: "es",
  };
  return Release.parse({ ...mark, id: releaseId(mark) });
}

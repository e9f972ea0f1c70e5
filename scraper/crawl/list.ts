import type { ListKind } from "../../shared/portal/fingerprint.ts";
import { listado } from "../../shared/portal/pages/listado.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { type ListReading, readList } from "../../shared/portal/read-record.ts";
import { exitCodes, StopRunError } from "../errors.ts";
import type { Findings } from "./findings.ts";
import type { Fetched, HttpClient } from "./http-client.ts";
import { readJsonList } from "./json-list.ts";
import { type ListEntry, rowHasher } from "./list-entry.ts";
import { followPaging } from "./paging.ts";
import { readPortalPage } from "./read-portal-page.ts";

/** The whole list of a portal, as it was read once. */
export interface PortalList {
  kind: ListKind;
  /** In the order of the list, each once, as the list shows it. */
  entries: ListEntry[];
  pages: number;
  /** Rows that repeat a procedure. */
  duplicates: number;
  /** Rows that are no procedure. */
  junk: number;
  /** Whether its rows came in more than one answer. */
  hasParts: boolean;
  /** Whether these stated different totals. */
  hasMoved: boolean;
}

/**
 * Reads the list of procedures, however it is delivered, to its end or until `limit` procedures are known.
 *
 * Throws `PageChangedError` where a page lacks its required columns, and `StopRunError` with exit code 4 for a list
 * without a single procedure: a portal that has none is less likely than one that has changed.
 */
export async function readPortalList(
  http: HttpClient,
  profile: PortalProfile,
  checkRobots: (url: string) => void,
  findings: Findings,
  limit = Number.POSITIVE_INFINITY,
): Promise<PortalList> {
  const gathered = gather(profile, findings, limit);
  const paging = followPaging(profile);
  const first = profile.baseUrl + profile.routes.listado;
  let kind: ListKind = "datatables";
  let header: string[] = [];
  for (let url: string | undefined = first; url !== undefined && !gathered.isFull(); ) {
    checkRobots(url);
    const fetched = await http.get(url);
    const { page, result } = readPortalPage(fetched, listado, profile, findings, (text) =>
      readList(text, profile, fetched.url),
    );
    gathered.add(result, fetched);
    if (url === first) header = page.labels;
    url = paging.next(page, fetched.url);
    if (url !== undefined) kind = "html";
  }
  const { json } = profile.list;
  if (gathered.rows() === 0 && json !== undefined) {
    kind = "json";
    checkRobots(profile.baseUrl + json.path);
    const pages = readJsonList(http, profile, json, header);
    for await (const { page, url, retrievedAt, total } of pages) {
      findings.structure.add(listado, page, url);
      gathered.add(readList(page, profile, url), { url, retrievedAt }, total);
      if (gathered.isFull()) break;
    }
  }
  const list = gathered.list(kind);
  if (list.entries.length > 0) {
    findings.structure.setListKind(kind);
    return list;
  }
  throw new StopRunError(
    `${first}: the list shows no procedure (${list.junk} rows that are none). Look at it in a browser; if its rows come ` +
      `from ${json === undefined ? "an address of their own" : `another address than ${json.path}`}, mend list.json in the profile "${profile.id}".`,
    { exitCode: exitCodes.portalChanged },
  );
}

function gather(profile: PortalProfile, findings: Findings, limit: number) {
  const hashRow = rowHasher(profile);
  const known = new Map<string, Omit<ListEntry, "rowHash"> & { rows: Set<string> }>();
  const counts = { pages: 0, duplicates: 0, junk: 0 };
  const totals = new Set<number>();
  let parts = 0;
  return {
    isFull: () => known.size >= limit,
    rows: () => known.size + counts.junk,
    add: (
      { procedimientos, junk }: ListReading,
      { url, retrievedAt }: PagePlace,
      total?: number,
    ) => {
      counts.pages += 1;
      counts.junk += junk;
      if (procedimientos.length + junk > 0) parts += 1;
      if (total !== undefined) totals.add(total);
      for (const procedimiento of procedimientos) {
        const row = hashRow(procedimiento);
        const entry = known.get(procedimiento.id);
        if (entry) {
          counts.duplicates += 1;
          entry.rows.add(row);
        } else {
          known.set(procedimiento.id, {
            procedimiento,
            listedAt: retrievedAt,
            rows: new Set([row]),
          });
        }
        findings.addRecord("listado", procedimiento, url);
      }
    },
    list: (kind: ListKind): PortalList => ({
      kind,
      entries: [...known.values()]
        .slice(0, limit)
        .map(({ rows, ...entry }) => ({ ...entry, rowHash: [...rows].sort().join() })),
      ...counts,
      hasParts: parts > 1,
      hasMoved: totals.size > 1,
    }),
  };
}

type PagePlace = Pick<Fetched, "url" | "retrievedAt">;

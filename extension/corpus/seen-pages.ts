import { describeSupplier, mapSupplierRow } from "../../shared/mapping/supplier-row.ts";
import { visitEndsAfterMs } from "../../shared/monitor/visit.ts";
import { InvalidRecordError, PageChangedError } from "../../shared/portal/errors.ts";
import { listado } from "../../shared/portal/pages/listado.ts";
import { padron } from "../../shared/portal/pages/padron.ts";
import { procedimiento } from "../../shared/portal/pages/procedimiento.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import {
  combineRecords,
  readList,
  readProcedure,
  readSuppliers,
} from "../../shared/portal/read-record.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { matchRoute } from "../../shared/portal/routes.ts";
import { findUnread, saysNothing, type Unread } from "../../shared/portal/unread.ts";
import type { Conversations } from "../messages.ts";
import { tablesOfNews } from "../personal/keep-news.ts";
import { keepNewsOfPages } from "../personal/keep-news-of-pages.ts";
import { contrastPage, type KnownRows, type PageContrast } from "./contrast-page.ts";
import type { Database, SeenTender } from "./database.ts";

type SeenPage = Conversations["page"]["ask"];

/** What came of reading a page that was understood. */
export interface PageReading {
  unread: Unread;
  /** Absent where there is no feed, and of the registry. */
  contrast?: PageContrast;
  /** Suppliers that the page lists. */
  suppliers?: number;
}

/**
 * Keeps what a page of the portal says, and what changed since the page was last open.
 *
 * @param corpus with which the page is compared. Where the feed has a procedure, the feed says what changed.
 * @returns what is told of the page, and the portal numbers of the procedures that were kept.
 */
export async function keepPage(
  database: Database,
  profile: PortalProfile,
  seen: SeenPage,
  corpus: KnownRows,
): Promise<{ answer: Conversations["page"]["answer"]; ids: string[] }> {
  const readAt = corpus.state?.manifest?.readAt;
  const comparedWith = readAt === undefined ? {} : { readAt };
  try {
    const { reading, ids } = await keep(database, profile, seen, corpus);
    return { answer: { isUnderstood: true, reading, ...comparedWith }, ids };
  } catch (error) {
    if (!(error instanceof PageChangedError || error instanceof InvalidRecordError)) throw error;
    return { answer: { isUnderstood: false, reason: error.message, ...comparedWith }, ids: [] };
  }
}

async function keep(
  database: Database,
  profile: PortalProfile,
  seen: SeenPage,
  corpus: KnownRows,
): Promise<{ reading: PageReading; ids: string[] }> {
  const { page, url, text } = seen;
  if (page === "padron") {
    const suppliers = readSuppliers(text, profile, url);
    await database.seenSuppliers.bulkPut(
      suppliers.map((supplier) => describeSupplier(mapSupplierRow(supplier), { source: "portal" })),
    );
    const unread = findUnread(suppliers, padron, profile);
    return { reading: { unread, suppliers: suppliers.length }, ids: [] };
  }
  const records = readTenders(seen, profile);
  const definition = page === "listado" ? listado : procedimiento;
  const unread = findUnread(records, definition, profile);
  const told = records.filter((record) => !saysNothing(record));
  await keepTenders(database, page, told, corpus.isOfFeed);
  const contrast = contrastPage(corpus, { ...seen, records, source: page }, profile);
  return {
    reading: { unread, ...(contrast && { contrast }) },
    ids: told.map(({ id }) => id),
  };
}

/** The procedures of a list, or the one of a procedure's page. Throws as the readers do. */
function readTenders({ page, url, text }: SeenPage, profile: PortalProfile): Procedimiento[] {
  if (page === "procedimiento") {
    const id = matchRoute(url, profile.routes.procedimiento);
    if (id === undefined) throw new PageChangedError(`${url}: not the address of a procedure`);
    return [readProcedure(text, profile, id, url)];
  }
  const { procedimientos } = readList(text, profile, url);
  if (text.entries.length > 0 && procedimientos.length === 0) {
    throw new PageChangedError(
      `${url}: a list of ${text.entries.length} rows, none of which leads to a procedure`,
    );
  }
  return procedimientos;
}

/** When a procedure's page was last open, and what it listed in the visit before: reading it again within a visit changes nothing of that. */
function noteVisitOfPage(
  earlier: SeenTender | undefined,
  source: SeenTender["source"],
  nowMs: number,
): Pick<SeenTender, "pageAt" | "anexosBefore"> {
  const { pageAt, anexosBefore } = earlier ?? {}; // Not seen before.
  const isAnotherVisit = pageAt !== undefined && nowMs - pageAt > visitEndsAfterMs;
  const before =
    source === "procedimiento" && isAnotherVisit
      ? earlier?.record.anexos.map(({ id }) => id)
      : anexosBefore;
  return {
    ...(source === "procedimiento" ? { pageAt: nowMs } : pageAt !== undefined && { pageAt }),
    ...(before && { anexosBefore: before }),
  };
}

async function keepTenders(
  database: Database,
  source: SeenTender["source"],
  records: readonly Procedimiento[],
  isOfFeed: (id: string) => boolean,
): Promise<void> {
  const { seenTenders } = database;
  await database.transaction("rw", tablesOfNews(database), async () => {
    const before = await seenTenders.bulkGet(records.map(({ id }) => id));
    const seen = records.map((record, position): SeenTender => {
      const earlier = before[position];
      const visit = noteVisitOfPage(earlier, source, Date.now());
      if (earlier === undefined || earlier.source === source)
        return { id: record.id, record, source, ...visit };
      const [list, page] =
        source === "listado" ? [record, earlier.record] : [earlier.record, record];
      const whole = combineRecords(list, page);
      return { id: record.id, record: whole, source: "procedimiento", ...visit };
    });
    await seenTenders.bulkPut(seen);
    await keepNewsOfPages(
      database,
      before.flatMap((earlier, position) => {
        const now = seen[position];
        // Where another kind of page was open before, it says more or less of the same: nothing changed by that.
        const isComparable =
          earlier !== undefined && now !== undefined && earlier.source === source;
        return isComparable && !isOfFeed(now.id) ? [{ before: earlier, after: now }] : [];
      }),
    );
  });
}

import { describeSupplier, mapSupplierRow } from "../../shared/mapping/supplier-row.ts";
import { InvalidRecordError, PageChangedError } from "../../shared/portal/errors.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import {
  combineRecords,
  readList,
  readProcedure,
  readSuppliers,
} from "../../shared/portal/read-record.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { matchRoute } from "../../shared/portal/routes.ts";
import type { Conversations } from "../messages.ts";
import { keepNewsOfPages } from "../personal/keep-news-of-pages.ts";
import type { Database, SeenTender } from "./database.ts";

type SeenPage = Conversations["page"]["ask"];

/**
 * Keeps what a page of the portal says, and what changed since the page was last open.
 *
 * @param isOfFeed whether the feed has a procedure: then the feed says what changed.
 * @returns whether the page was understood, and the portal numbers of the procedures that were kept.
 */
export async function keepPage(
  database: Database,
  profile: PortalProfile,
  seen: SeenPage,
  isOfFeed: (id: string) => boolean,
): Promise<{ answer: Conversations["page"]["answer"]; ids: string[] }> {
  try {
    return { answer: { isUnderstood: true }, ids: await keep(database, profile, seen, isOfFeed) };
  } catch (error) {
    if (!(error instanceof PageChangedError || error instanceof InvalidRecordError)) throw error;
    return { answer: { isUnderstood: false, reason: error.message }, ids: [] };
  }
}

async function keep(
  database: Database,
  profile: PortalProfile,
  seen: SeenPage,
  isOfFeed: (id: string) => boolean,
): Promise<string[]> {
  const { page, url, text } = seen;
  if (page === "padron") {
    const rows = readSuppliers(text, profile, url).map(mapSupplierRow);
    await database.seenSuppliers.bulkPut(
      rows.map((row) => describeSupplier(row, { source: "portal" })),
    );
    return [];
  }
  if (page === "procedimiento") {
    const id = matchRoute(url, profile.routes.procedimiento);
    if (id === undefined) throw new PageChangedError(`${url}: not the address of a procedure`);
    await keepTenders(database, "procedimiento", [readProcedure(text, profile, id, url)], isOfFeed);
    return [id];
  }
  const { procedimientos } = readList(text, profile, url);
  if (text.entries.length > 0 && procedimientos.length === 0) {
    throw new PageChangedError(
      `${url}: a list of ${text.entries.length} rows, none of which leads to a procedure`,
    );
  }
  await keepTenders(database, "listado", procedimientos, isOfFeed);
  return procedimientos.map(({ id }) => id);
}

async function keepTenders(
  database: Database,
  source: SeenTender["source"],
  records: readonly Procedimiento[],
  isOfFeed: (id: string) => boolean,
): Promise<void> {
  const { memory, news, seenTenders } = database;
  await database.transaction("rw", memory, news, seenTenders, async () => {
    const before = await seenTenders.bulkGet(records.map(({ id }) => id));
    const seen = records.map((record, position): SeenTender => {
      const earlier = before[position];
      if (earlier === undefined || earlier.source === source)
        return { id: record.id, record, source };
      const [list, page] =
        source === "listado" ? [record, earlier.record] : [earlier.record, record];
      return { id: record.id, record: combineRecords(list, page), source: "procedimiento" };
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

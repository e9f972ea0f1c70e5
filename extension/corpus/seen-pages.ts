import { describeSupplier, mapSupplierRow } from "../../shared/mapping/supplier-row.ts";
import { InvalidRecordError, PageChangedError } from "../../shared/portal/errors.ts";
import { matchRoute } from "../../shared/portal/page.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import {
  combineRecords,
  readList,
  readProcedure,
  readSuppliers,
} from "../../shared/portal/read-record.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import type { Conversations } from "../messages.ts";
import type { openDatabase, SeenTender } from "./database.ts";

type Database = ReturnType<typeof openDatabase>;
type SeenPage = Conversations["page"]["ask"];

/**
 * Keeps what a page of the portal says.
 *
 * @returns whether the page was understood, and the portal numbers of the procedures that were kept.
 */
export async function keepPage(
  database: Database,
  profile: PortalProfile,
  seen: SeenPage,
): Promise<{ answer: Conversations["page"]["answer"]; ids: string[] }> {
  try {
    return { answer: { isUnderstood: true }, ids: await keep(database, profile, seen) };
  } catch (error) {
    if (!(error instanceof PageChangedError || error instanceof InvalidRecordError)) throw error;
    return { answer: { isUnderstood: false, reason: error.message }, ids: [] };
  }
}

async function keep(database: Database, profile: PortalProfile, seen: SeenPage): Promise<string[]> {
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
    await keepTenders(database, "procedimiento", [readProcedure(text, profile, id, url)]);
    return [id];
  }
  const { procedimientos } = readList(text, profile, url);
  if (text.entries.length > 0 && procedimientos.length === 0) {
    throw new PageChangedError(
      `${url}: a list of ${text.entries.length} rows, none of which leads to a procedure`,
    );
  }
  await keepTenders(database, "listado", procedimientos);
  return procedimientos.map(({ id }) => id);
}

async function keepTenders(
  database: Database,
  source: SeenTender["source"],
  records: readonly Procedimiento[],
): Promise<void> {
  await database.transaction("rw", database.seenTenders, async () => {
    const before = await database.seenTenders.bulkGet(records.map(({ id }) => id));
    const seen = records.map((record, position): SeenTender => {
      const earlier = before[position];
      if (earlier === undefined || earlier.source === source)
        return { id: record.id, record, source };
      const [list, page] =
        source === "listado" ? [record, earlier.record] : [earlier.record, record];
      return { id: record.id, record: combineRecords(list, page), source: "procedimiento" };
    });
    await database.seenTenders.bulkPut(seen);
  });
}

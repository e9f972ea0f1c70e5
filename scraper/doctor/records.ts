import { InvalidRecordError, PageChangedError } from "../../shared/portal/errors.ts";
import {
  combineRecords,
  procedureUrl,
  readList,
  readProcedure,
} from "../../shared/portal/read-record.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import type { Visit } from "./visit.ts";

/** What the list shows, each procedure once, read by the visit's draft; nothing where it cannot be read. */
export function recordsOfList({ list, draft }: Visit): Procedimiento[] {
  const records = new Map<string, Procedimiento>();
  for (const { page, url } of list) {
    const reading = orNothing(() => readList(page, draft, url));
    for (const record of reading?.procedimientos ?? []) {
      if (!records.has(record.id)) records.set(record.id, record);
    }
  }
  return [...records.values()];
}

/** Every procedure that was seen, each once: what the list shows of it and, of those whose page was seen, what the page says. */
export function recordsSeen(visit: Visit): Procedimiento[] {
  const records = new Map(recordsOfList(visit).map((record) => [record.id, record]));
  for (const { page, id } of visit.details) {
    const url = procedureUrl(visit.draft, id);
    const record = orNothing(() => readProcedure(page, visit.draft, id, url));
    const listed = records.get(id);
    if (record) records.set(id, listed ? combineRecords(listed, record) : record);
  }
  return [...records.values()];
}

/** What a reader gives back; undefined where the page is not what it reads. */
export function orNothing<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof PageChangedError || error instanceof InvalidRecordError) return undefined;
    throw error;
  }
}

import { procedimiento } from "../../shared/portal/pages/procedimiento.ts";
import { combineRecords, readProcedure } from "../../shared/portal/read-record.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { matchRoute } from "../../shared/portal/routes.ts";
import { PageGoneError } from "../errors.ts";
import type { DetailsTask } from "./details.ts";
import type { Fetched } from "./http-client.ts";
import type { KnownBody, Unchanged } from "./known-body.ts";
import type { PlannedPage } from "./plan-reading.ts";
import { readPortalPage } from "./read-portal-page.ts";
import { mayAskIfChanged } from "./reading-rules.ts";

/** What an address has sent. What came from another one that it leads to says nothing of it. */
export function bodyOf(page: Fetched, url: string): KnownBody {
  const { sha256, body, retrievedAt, archive } = page;
  const validators = page.url === new URL(url).href ? page.validators : undefined;
  return { ...validators, sha256, bytes: body.byteLength, receivedAt: retrievedAt, archive };
}

/** Asks for the page of a procedure; only whether it has changed, where that may be asked. Throws `PageGoneError` where it leads elsewhere, and as the client does. */
export async function fetchDetail(
  { procedimiento: { id, url }, reason }: PlannedPage,
  task: DetailsTask,
): Promise<Fetched | Unchanged> {
  task.checkRobots(url);
  const known = task.sink.isFull ? undefined : task.sink.knownBody(url);
  const fetched =
    known && mayAskIfChanged(reason, known.receivedAt, task.begunAt)
      ? await task.http.getIfChanged(url, known)
      : await task.http.get(url);
  // An id that is not published leads to the list.
  if ("isUnchanged" in fetched || matchRoute(fetched.url, task.profile.routes.procedimiento) === id)
    return fetched;
  throw new PageGoneError(
    `${url}: leads to ${fetched.url}, so it is not published.`,
    fetched.retrievedAt,
  );
}

/** The record of a page; of one that has not changed, what is known of it. Throws as `readPortalPage` does. */
export function readDetail(
  entry: Procedimiento,
  fetched: Fetched | Unchanged,
  task: DetailsTask,
): Procedimiento {
  const { profile, findings } = task;
  if ("isUnchanged" in fetched) {
    const known = task.sink.record(entry.id);
    if (known === undefined) throw new Error(`nothing is known of procedure ${entry.id}`);
    return known;
  }
  const { result } = readPortalPage(fetched, procedimiento, profile, findings, (page) =>
    readProcedure(page, profile, entry.id, entry.url),
  );
  findings.addRecord("procedimiento", result, entry.url);
  return combineRecords(entry, result);
}

import { createHash } from "node:crypto";
import type { PageState } from "../store/page-states.ts";

/** When a page that was read before is read again though the list says what it said. In days. */
export interface ReadingRules {
  /** Every page is read once in so many days. */
  maxAgeDays: number;
  /** An event (junta, apertura, fallo) makes its page be read from so many days before it … */
  daysAhead: number;
  /** … to so many after it. */
  daysBehind: number;
  /** Results come late: where the last event is over and no result is known, the page is read for so many days more. */
  daysOfWaiting: number;
}

export const usualRules: ReadingRules = {
  maxAgeDays: 30,
  daysAhead: 3,
  daysBehind: 2,
  daysOfWaiting: 30,
};

/**
 * Why a page is read, the first that is true: it was never read; the last attempt failed; the list says something else than when
 * it was read last; the list does not show it any more; another profile or other code read it; an event is near; its result is waited for; its
 * turn has come; attachments of it were left unread; it stands for those that are not read, of which some are looked at in every run;
 * those that stood for the others had changed; every page is read.
 */
export const readingReasons = [
  "new",
  "retry",
  "listChanged",
  "vanished",
  "reader",
  "nearDate",
  "awaited",
  "stale",
  "documentsLeft",
  "sample",
  "sampleChanged",
  "full",
] as const;
export type ReadingReason = (typeof readingReasons)[number];

export interface ReadingContext {
  /** When the run began. */
  now: Date;
  rules: ReadingRules;
  /** By what pages are read now. */
  reader: string;
}

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
/** Within a day of an event everything may still change, so its page is read in every run of a usual schedule; twice in an hour is nobody's need. */
const closeMs = dayMs;
const rereadCloseMs = 3 * hourMs;
/** Once a day, whatever the hour at which the runs of two days begin. */
const rereadDailyMs = 20 * hourMs;

/** Words of the profile for a status after which no result is waited for, and the kind of attachment that holds the result. */
const settledStatuses: ReadonlySet<string> = new Set(["adjudicado", "desierto", "cancelado"]);
const resultKind = "fallo";

/**
 * Why the page of a procedure is read, by what is known of it; undefined where it is not.
 *
 * An announced date is moved shortly before it, and what came of an event is told after it, of a fallo often weeks after it. So a
 * page is read every three hours at most from a day before to a day after an event, else once a day from `daysAhead` before to
 * `daysBehind` after it, and once a day for `daysOfWaiting` where the last event is over and neither the status nor an attachment tells a result.
 *
 * @param rowHash of what the list says now; undefined where it does not show the procedure.
 */
export function reasonToRead(
  state: PageState | undefined,
  rowHash: string | undefined,
  context: ReadingContext,
): ReadingReason | undefined {
  if (state?.failed !== undefined) return "retry";
  if (state?.readAt === undefined) return "new";
  if (state.rowHash !== rowHash) return rowHash === undefined ? "vanished" : "listChanged";
  if (state.reader !== context.reader) return "reader";
  const { now, rules } = context;
  const ageMs = now.getTime() - Date.parse(state.readAt);
  const sinceMs = state.events.map((event) => now.getTime() - Date.parse(event));
  const isWithin = (before: number, after: number) =>
    sinceMs.some((since) => since >= -before && since <= after);
  const [aheadMs, behindMs] = [rules.daysAhead * dayMs, rules.daysBehind * dayMs];
  const isClose = isWithin(Math.min(closeMs, aheadMs), Math.min(closeMs, behindMs));
  const isNear = isWithin(aheadMs, behindMs);
  if ((isClose && ageMs >= rereadCloseMs) || (isNear && ageMs >= rereadDailyMs)) return "nearDate";
  if (ageMs >= rereadDailyMs && isAwaited(state, sinceMs, rules)) return "awaited";
  if (isItsTurn(state.id, Date.parse(state.readAt), now.getTime(), rules.maxAgeDays * dayMs)) {
    return "stale";
  }
  return undefined;
}

function isAwaited(
  { status, documentKinds }: PageState,
  sinceMs: readonly number[],
  { daysOfWaiting }: ReadingRules,
): boolean {
  const sinceLastMs = Math.min(...sinceMs);
  const isTold =
    (status !== undefined && settledStatuses.has(status)) || documentKinds.includes(resultKind);
  return !isTold && sinceLastMs >= 0 && sinceLastMs <= daysOfWaiting * dayMs;
}

/** Each procedure has a turn of its own within the days of `maxAgeMs`, so that what was read on one day is not all read again on one day. */
function isItsTurn(id: string, readAtMs: number, nowMs: number, maxAgeMs: number): boolean {
  const offsetMs = fractionOf(id) * maxAgeMs;
  const lastTurnMs = Math.floor((nowMs - offsetMs) / maxAgeMs) * maxAgeMs + offsetMs;
  return lastTurnMs > readAtMs;
}

/** A number from 0 to 1 that a text has for good, as if it were drawn. */
export function fractionOf(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}

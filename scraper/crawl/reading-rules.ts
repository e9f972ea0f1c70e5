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

/** So long an answer that a page has not changed is believed of one that a date or a result makes us read … */
const believedNearMs = 2 * dayMs;
/** … and of any other. */
const believedMs = 7 * dayMs;

/**
 * Whether a page that is read for a reason may be asked for only where it has changed. A server may say wrongly that it has not, and that
 * must not hide a change for ever: where anything says that the page is another, where it is read as a sample, and where everything is read, it
 * is read whole; where only a date, a result, its turn or its attachments make us read it, it is read whole once in two days near a
 * date and once in seven otherwise, counted from when it last came whole. Only what this same reader has read is asked about.
 *
 * @param receivedAt when it last came whole; @param begunAt when this run began.
 */
export function mayAskIfChanged(reason: ReadingReason, receivedAt: Date, begunAt: Date): boolean {
  const ageMs = begunAt.getTime() - receivedAt.getTime();
  if (reason === "nearDate" || reason === "awaited") return ageMs < believedNearMs;
  return (reason === "stale" || reason === "documentsLeft") && ageMs < believedMs;
}

/** Whether an attachment is asked for once more: once a day where its procedure is read because of a date or a result. */
export function mayHaveChanged(reason: ReadingReason, checkedAt: Date, begunAt: Date): boolean {
  const isNear = reason === "nearDate" || reason === "awaited";
  return isNear && begunAt.getTime() - checkedAt.getTime() >= rereadDailyMs;
}

/**
 * Whether a procedure that the portal said to have no longer is asked for again though its list does not show it. A portal may say so while
 * something is wrong with it, and the list would never tell: so it is asked for in all runs of two days, and on the day of its turn.
 */
export function mayBeBack(
  id: string,
  withdrawnAt: string,
  { now, rules }: ReadingContext,
): boolean {
  const [nowMs, sinceMs] = [now.getTime(), Date.parse(withdrawnAt)];
  if (nowMs - sinceMs < 2 * dayMs) return true;
  return isItsTurn(id, nowMs - dayMs, nowMs, rules.maxAgeDays * dayMs);
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

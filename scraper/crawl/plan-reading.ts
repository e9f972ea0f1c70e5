import type { PortalProfile } from "../../shared/portal/profile.ts";
import { procedureUrl } from "../../shared/portal/read-record.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import type { PageState } from "../store/page-states.ts";
import type { ListEntry } from "./list-entry.ts";
import {
  fractionOf,
  mayBeBack,
  type ReadingContext,
  type ReadingReason,
  reasonToRead,
} from "./reading-rules.ts";

/** A procedure whose page is to be read. */
export interface PlannedPage {
  /** What the list says of it, or what is left of that where it does not show it any more. */
  procedimiento: Procedimiento;
  /** Undefined where the list does not show it. */
  rowHash: string | undefined;
  reason: ReadingReason;
}

export interface ReadingPlan {
  /** Listed procedures to be read, in the order of the list; those of which only attachments are left come last. */
  chosen: PlannedPage[];
  /** Listed procedures that need not be read, with the reason for which they are in the end where the sample has changed. */
  rest: PlannedPage[];
  /** Procedures that are known and not listed, to be asked for by themselves. */
  unlisted: PlannedPage[];
  /** Listed procedures that the run had read before it was interrupted, and that need not be read again. */
  resumed: number;
}

interface PlanningContext extends ReadingContext {
  profile: PortalProfile;
  /** Read every listed procedure. */
  isFull: boolean;
  /** Procedures that the run had read before it was interrupted; read again where the list says something else since. */
  alreadyRead: ReadonlySet<string>;
  /** Sets one run's sample apart from the others'. */
  seed: string;
  /** Attachments that may be read; 0 where none are to be. */
  maxDocuments: number;
  /** Whether procedures that are not listed are missed: not where the list was not read to its end. */
  isListWhole: boolean;
}

/**
 * Procedures that nothing speaks for, read in every run all the same: where the list does not tell what has changed, or the pages are
 * no longer as they are declared, these say so, though hardly any other page is read.
 */
const sampleSize = 5;
/** Of fewer procedures, most may well have changed. */
const leastKnown = 20;

/** Decides which pages a run reads, and why. */
export function planReading(
  entries: readonly ListEntry[],
  states: Iterable<PageState>,
  context: PlanningContext,
): ReadingPlan {
  const reasons = new Map<string, ReadingReason | undefined>();
  const documentsLeft = new Map<string, number>();
  const unlisted: PlannedPage[] = [];
  const rowHashes = new Map(
    entries.map(({ procedimiento, rowHash }) => [procedimiento.id, rowHash]),
  );
  for (const state of states) {
    const rowHash = rowHashes.get(state.id);
    const isRead = context.alreadyRead.has(state.id);
    if (rowHash !== undefined) {
      const reason = reasonToRead(state, rowHash, context);
      // Else a run that goes on for days with few requests a day would read the same pages day after day.
      const isOver = isRead && reason !== "listChanged";
      reasons.set(state.id, isOver ? undefined : reason);
      if (state.documentsLeft > 0) documentsLeft.set(state.id, state.documentsLeft);
    } else if (context.isListWhole && !isRead) {
      const reason = reasonToAsk(state, context) ?? (context.isFull ? "full" : undefined);
      if (reason && (state.readAt ?? state.withdrawnAt) !== undefined)
        unlisted.push(unlistedPage(state.id, reason, context.profile));
    }
  }
  unlisted.sort((a, b) => compareIds(a.procedimiento.id, b.procedimiento.id));

  const chosen: PlannedPage[] = [];
  const left: PlannedPage[] = [];
  const others: PlannedPage[] = [];
  let documents = context.maxDocuments;
  let resumed = 0;
  for (const entry of entries) {
    const { id } = entry.procedimiento;
    const reason = reasons.has(id) ? reasons.get(id) : "new";
    if (reason !== undefined) chosen.push({ ...entry, reason });
    else if (context.alreadyRead.has(id)) resumed += 1;
    else if (context.isFull) chosen.push({ ...entry, reason: "full" });
    else if (documents > 0 && documentsLeft.has(id)) {
      documents -= documentsLeft.get(id) ?? 0;
      left.push({ ...entry, reason: "documentsLeft" });
    } else others.push({ ...entry, reason: "sampleChanged" });
  }
  const sample = drawSample(others, context.seed);
  return {
    chosen: [...chosen, ...others.filter((page) => sample.has(page)).map(asSample), ...left],
    rest: others.filter((page) => !sample.has(page)),
    unlisted,
    resumed,
  };
}

/** Why a procedure is asked for that the list does not show. */
function reasonToAsk(state: PageState, context: ReadingContext): ReadingReason | undefined {
  const { withdrawnAt } = state;
  if (withdrawnAt === undefined) return reasonToRead(state, undefined, context);
  return mayBeBack(state.id, withdrawnAt, context) ? "vanished" : undefined;
}

/** Whether most rows are not what they were, which is less likely news than a column that changes by itself. */
export function hasUnsteadyRows({ chosen, rest }: ReadingPlan): boolean {
  const known = [...chosen, ...rest].filter(({ reason }) => reason !== "new");
  const changed = known.filter(({ reason }) => reason === "listChanged");
  return known.length >= leastKnown && changed.length * 2 > known.length;
}

/** What the list said of a procedure that it does not show any more is asked for when its page is read. */
function unlistedPage(id: string, reason: ReadingReason, profile: PortalProfile): PlannedPage {
  const url = procedureUrl(profile, id);
  const procedimiento = { id, url, anexos: [], original: {}, desconocidos: [], problemas: [] };
  return { procedimiento, rowHash: undefined, reason };
}

function drawSample(pages: readonly PlannedPage[], seed: string): ReadonlySet<PlannedPage> {
  const drawn = pages.map((page) => ({
    page,
    lot: fractionOf(`${seed} ${page.procedimiento.id}`),
  }));
  drawn.sort((a, b) => a.lot - b.lot);
  return new Set(drawn.slice(0, sampleSize).map(({ page }) => page));
}

function asSample(page: PlannedPage): PlannedPage {
  return { ...page, reason: "sample" };
}

/** By number, as `presentProcedures` orders them. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

import { isWithdrawn } from "../feed/is-withdrawn.ts";
import type { TenderRow } from "../feed/tender-row.ts";
import type { DateField } from "../mapping/list-changes.ts";
import type { PortalProfile } from "../portal/profile.ts";
import type { Procedimiento } from "../portal/records.ts";
import {
  type ContrastField,
  keys,
  type PageSource,
  type PlainRow,
  plainRow,
  readTold,
  saysTheSame,
} from "./contrast-fields.ts";
import { listRowChanges, type RowChange } from "./row-changes.ts";

/**
 * What comes of comparing a page of the portal with the feed: they say the `same`; they say different things; the page is `newer`; the feed does not have the procedure; nothing of what the page says could be read.
 */
export const verdicts = ["differs", "newer", "absent", "unread", "same"] as const;
export type Verdict = (typeof verdicts)[number];

export interface Contrast {
  verdict: Verdict;
  /** From what the feed says to what the page says, the weightiest first. */
  differences: RowChange[];
  /** What both tell, in the order of the page's definition. */
  compared: ContrastField[];
  /** What stands on the page and could not be read. */
  unread: ContrastField[];
}

/** A procedure as a page of the portal shows it. */
export interface Shown {
  record: Procedimiento;
  /** Gives the same as a row of the feed, without what names a person: asked for only where the two are not plainly alike. */
  makeRow: () => TenderRow;
  source: PageSource;
  /** When the page came from the portal; absent where the browser may have kept it from before. ISO 8601. */
  receivedAt?: string;
}

/** What the feed says of it. */
export interface Known {
  /** Absent where the feed does not have it. */
  row?: TenderRow;
  /** When the portal was read for the feed. ISO 8601. */
  readAt: string;
  /** Dates that the feed tells of some procedure: that it lacks another is then no fault of its reading. */
  toldDates: ReadonlySet<DateField>;
}

/**
 * Compares what a page of the portal says with what the feed says, field by field, in what the page tells. What differs in form alone
 * is no difference: case, accents, spaces, an hour that only one of them has; in a list also a text that is cut, and another word of
 * the profile for the same.
 *
 * That the page is newer is said only where the times tell: it came from the portal after the feed was read, and all that differs went
 * the one way in which time goes (a date was announced or put off, a call was closed, what was gone is back, or it was published
 * only afterwards). A list may always have said something else than the procedure's page, from which most of the feed is; so of its
 * fields it is never said.
 */
export function contrast(shown: Shown, known: Known, profile: PortalProfile): Contrast {
  const plain = plainRow(shown.record);
  const { told, unread } = readTold(shown.record, plain, shown.source);
  const isLater =
    shown.receivedAt !== undefined && Date.parse(shown.receivedAt) > Date.parse(known.readAt);
  const before = known.row;
  if (before === undefined) {
    const isNewer = isLater && isPublishedBetween(plain, known.readAt, shown.receivedAt);
    return { verdict: isNewer ? "newer" : "absent", differences: [], compared: [], unread };
  }
  if (told.length === 0) return { verdict: "unread", differences: [], compared: [], unread };
  const differs = (page: PlainRow) => (field: ContrastField) =>
    !saysTheSame(field, before, page, shown.source, profile);
  const suspects = told.filter(differs(plain));
  if (suspects.length === 0 && !isWithdrawn(before)) {
    return { verdict: "same", differences: [], compared: told, unread };
  }
  const row = shown.makeRow();
  const after = putOver(before, row, suspects.filter(differs(row)));
  const differences = listRowChanges(before, after);
  const isForward = (change: RowChange) => goesForward(change, before, after, shown, known);
  const isNewer = isLater && differences.every(isForward);
  const verdict = differences.length === 0 ? "same" : isNewer ? "newer" : "differs";
  return { verdict, differences, compared: told, unread };
}

/** The feed's row with what the page says otherwise put over it. */
function putOver(
  before: TenderRow,
  page: TenderRow,
  differing: readonly ContrastField[],
): TenderRow {
  const { withdrawnAt: _, status, ...rest } = before;
  // It is there, whatever the feed says.
  const after: TenderRow = { ...rest, ...(status && status !== "withdrawn" && { status }) };
  for (const key of differing.flatMap((field): readonly (keyof PlainRow)[] => keys[field])) {
    delete after[key];
    if (page[key] !== undefined) Object.assign(after, { [key]: page[key] });
  }
  return after;
}

function goesForward(
  change: RowChange,
  before: TenderRow,
  after: TenderRow,
  { source }: Shown,
  { toldDates }: Known,
): boolean {
  if (change.kind === "returned") return true;
  if (source === "listado" || !("field" in change)) return false;
  if (change.kind === "announced") return toldDates.has(change.field);
  if (change.kind === "moved") return Date.parse(change.after) > Date.parse(change.before);
  return change.field === "status" && isLaterPhase(before.status, after.status);
}

/** What a procedure goes through, by the codes of OCDS. */
const phases: Partial<Record<NonNullable<TenderRow["status"]>, number>> = {
  planning: 0,
  planned: 0,
  active: 1,
  cancelled: 2,
  unsuccessful: 2,
  complete: 2,
};

function isLaterPhase(before: TenderRow["status"], after: TenderRow["status"]): boolean {
  const [was, is] = [before && phases[before], after && phases[after]];
  return was !== undefined && is !== undefined && is > was;
}

/** By its own date. One that lies ahead does not say when it came onto the portal. */
function isPublishedBetween(
  { publishedAt }: PlainRow,
  readAt: string,
  receivedAt: string | undefined,
): boolean {
  if (publishedAt === undefined || receivedAt === undefined) return false;
  const published = Date.parse(publishedAt);
  return published > Date.parse(readAt) && published <= Date.parse(receivedAt);
}

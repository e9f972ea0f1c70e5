import { isWithdrawn } from "../feed/is-withdrawn.ts";
import type { TenderRow } from "../feed/tender-row.ts";
import { stateOf } from "../search/filter.ts";
import { listNews, type News } from "./news.ts";
import type { RowChange } from "./row-changes.ts";

/** In the order in which they are read. */
export const digestSections = ["closing", "new", "changed", "awarded"] as const;
export type DigestSection = (typeof digestSections)[number];

/** A procedure that a saved search finds or that the user follows. */
export interface Watched {
  row: TenderRow;
  /** Names of the saved searches that find it; none where it is only followed. */
  searches: string[];
}

/** A procedure worth telling of. */
export interface DigestItem extends Watched {
  /** Since the user last saw it; empty where it is told only because it closes soon. */
  changes: RowChange[];
  /** That of its news. */
  stamp?: number;
}

/** What is worth telling: each procedure once. */
export type Digest = Record<DigestSection, DigestItem[]>;

const closesSoonMs = 7 * 86_400_000;

/** What is worth telling at an instant of the procedures that the user watches, each of which is given once. */
export function makeDigest(
  watched: Iterable<Watched>,
  newsOf: ReadonlyMap<string, News>,
  nowMs: number,
): Digest {
  const digest: Digest = { closing: [], awarded: [], new: [], changed: [] };
  for (const { row, searches } of watched) {
    const news = newsOf.get(row.id);
    const changes = listNews(news, row);
    const section = chooseSection(row, changes, nowMs);
    if (section === undefined) continue;
    const stamp = changes.length > 0 ? news?.stamp : undefined;
    digest[section].push({ row, searches, changes, ...(stamp !== undefined && { stamp }) });
  }
  digest.closing.sort((a, b) => compare(a.row.opensAt, b.row.opensAt));
  for (const section of ["awarded", "new", "changed"] as const) {
    digest[section].sort((a, b) => compare(b.stamp, a.stamp));
  }
  return digest;
}

/** Those of a digest, in the order of its sections. */
export function itemsOf(digest: Digest): DigestItem[] {
  return digestSections.flatMap((section) => digest[section]);
}

/** Whether the call closes within seven days and can still be answered. */
function closesSoon(row: TenderRow, nowMs: number): boolean {
  return (
    row.opensAt !== undefined &&
    !isOver(row) &&
    stateOf(row, nowMs) === "open" &&
    Date.parse(row.opensAt) - nowMs <= closesSoonMs
  );
}

/** One section for each: what closes soon is told first, and of the rest a result outweighs that it is new or changed. */
function chooseSection(
  row: TenderRow,
  changes: readonly RowChange[],
  nowMs: number,
): DigestSection | undefined {
  if (closesSoon(row, nowMs)) return "closing";
  if (changes.length === 0) return undefined;
  const [first] = changes;
  const isNew = first?.kind === "added";
  const hasResult = row.status === "complete" || row.status === "unsuccessful";
  const statusChanged = changes.some((change) => "field" in change && change.field === "status");
  if (hasResult && (isNew || statusChanged)) return "awarded";
  return isNew ? "new" : "changed";
}

/** Cancelled, awarded, void or gone, whatever its dates say. */
function isOver(row: TenderRow): boolean {
  return (
    isWithdrawn(row) ||
    row.status === "cancelled" ||
    row.status === "unsuccessful" ||
    row.status === "complete"
  );
}

function compare<Value extends string | number>(
  a: Value | undefined,
  b: Value | undefined,
): number {
  if (a === b) return 0;
  return a === undefined || (b !== undefined && a > b) ? 1 : -1;
}

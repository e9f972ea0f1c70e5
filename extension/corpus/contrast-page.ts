import type { DateField } from "../../shared/mapping/list-changes.ts";
import { type Contrast, contrast, type Verdict, verdicts } from "../../shared/monitor/contrast.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { type Corpus, seenRow } from "./corpus.ts";
import type { SeenTender } from "./database.ts";

/** A page of the portal compared with the feed. Instants are ISO 8601. */
export interface PageContrast {
  /** When the portal was read for the feed. */
  readAt: string;
  /** When the page came from the portal; absent where the browser may have kept it from before. */
  receivedAt?: string;
  counts: Record<Verdict, number>;
  /** Each procedure of which there is more to say than that both say the same; on a procedure's own page, that one in any case. */
  told: ToldContrast[];
}

export interface ToldContrast extends Contrast {
  id: string;
  title?: string;
}

/** What a page is compared with. */
export type KnownRows = Pick<Corpus, "index" | "rowOfId" | "isOfFeed" | "state">;

/** What a page shows. */
interface Page {
  records: readonly Procedimiento[];
  source: SeenTender["source"];
  receivedAt?: string;
}

/** Compares the procedures of a page with the feed; undefined where there is none. */
export function contrastPage(
  { index, rowOfId, isOfFeed, state }: KnownRows,
  { records, source, receivedAt }: Page,
  profile: PortalProfile,
): PageContrast | undefined {
  const readAt = state?.manifest?.readAt;
  if (readAt === undefined) return undefined;
  const counts: PageContrast["counts"] = { differs: 0, newer: 0, absent: 0, unread: 0, same: 0 };
  const told: ToldContrast[] = [];
  const toldDates = datesTold(index.rows);
  const received = receivedAt === undefined ? {} : { receivedAt };
  // A list may show a row twice.
  for (const [id, record] of new Map(records.map((each) => [each.id, each]))) {
    const place = isOfFeed(id) ? rowOfId.get(id) : undefined;
    const row = place === undefined ? undefined : index.rows.at(place);
    const shown = { record, makeRow: () => seenRow(record), source, ...received };
    const found = contrast(shown, { readAt, toldDates, ...(row && { row }) }, profile);
    counts[found.verdict] += 1;
    if (found.verdict === "same" && source === "listado") continue;
    const { title } = row ?? seenRow(record);
    told.push({ id, ...found, ...(title !== undefined && { title }) });
  }
  // What differs comes before what cannot be compared.
  told.sort((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
  return { readAt, counts, told, ...received };
}

const dateKeys = {
  publication: "publishedAt",
  clarification: "clarificationAt",
  opening: "opensAt",
  award: "awardAt",
} as const satisfies Record<DateField, string>;

/** So many of the latest are looked at: enough that a date which none of them has is one that is not read. */
const rowsLookedAt = 1000;
const toldOf = new WeakMap<Corpus["index"]["rows"], ReadonlySet<DateField>>();

/** The dates that some procedure of the feed has: found out once for all rows. */
function datesTold(rows: Corpus["index"]["rows"]): ReadonlySet<DateField> {
  const known = toldOf.get(rows);
  if (known !== undefined) return known;
  const latest = Array.from({ length: Math.min(rows.length, rowsLookedAt) }, (_, place) =>
    rows.at(place),
  );
  const names = Object.entries(dateKeys) as [DateField, (typeof dateKeys)[DateField]][];
  const told = new Set(
    names.flatMap(([field, key]) => (latest.some((row) => row?.[key] !== undefined) ? field : [])),
  );
  toldOf.set(rows, told);
  return told;
}

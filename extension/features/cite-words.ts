import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { isPublished } from "../../shared/feed/unpublished.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { dayOf, formatInstant } from "../../shared/values/dates.ts";
import { formatDayWords, formatInstantWords, t } from "../overlay/i18n.ts";
import { titleOf } from "./procedure-link.tsx";

/** A procedure, and where what is said of it comes from. */
export interface Citation {
  row: TenderRow;
  feedUrl: string;
  /** When the portal was last read for the feed; undefined where there is none. */
  readAt: string | undefined;
  citedAt: Date;
}

/** A citation in a line for a letter or a footnote. What is not known is left out. */
export function citeAsText({ row, feedUrl, readAt, citedAt }: Citation): string {
  const { timeZone } = durango;
  return [
    `${row.buyerName ?? t("rowWithoutBuyer")}. «${titleOf(row)}».`,
    row.number && t("citeNumber", row.number),
    t("citePage", row.url),
    ...describeSource(row, feedUrl, readAt),
    t("citeOn", formatDayWords(formatInstant(citedAt, timeZone), timeZone)),
  ]
    .filter((sentence) => sentence !== undefined)
    .join(" ");
}

/** The same as an entry of BibTeX, for a paper. */
export function citeAsBibtex({ row, feedUrl, readAt, citedAt }: Citation): string {
  const fields: readonly [name: string, value: string | undefined][] = [
    ["author", row.buyerName && `{${escapeTex(row.buyerName)}}`],
    ["title", `{${escapeTex(titleOf(row))}}`],
    ["number", row.number && escapeTex(row.number)],
    ["date", row.publishedAt && dayOf(row.publishedAt)],
    ["howpublished", escapeTex(durango.name)],
    ["url", row.url.replace(/[{}\\]/g, encodeURIComponent)],
    ["urldate", dayOf(formatInstant(citedAt, durango.timeZone))],
    ["note", escapeTex(describeSource(row, feedUrl, readAt).join(" "))],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}},\n`],
  );
  return `@misc{${isPublished(row) ? row.ocid : `durango-${row.id}`},\n${lines.join("")}}\n`;
}

/** On what the citation rests. A procedure that no feed has published has no ocid, and no feed vouches for it. */
function describeSource(row: TenderRow, feedUrl: string, readAt: string | undefined): string[] {
  const { timeZone } = durango;
  const withdrawn = row.withdrawnAt
    ? [t("citeWithdrawn", formatDayWords(row.withdrawnAt, timeZone))]
    : [];
  if (!isPublished(row) || readAt === undefined) return [...withdrawn, t("citeSeen")];
  return [
    ...withdrawn,
    `OCID: ${row.ocid}.`,
    t("citeFeed", feedUrl, formatInstantWords(readAt, timeZone)),
  ];
}

const texSigns: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escapeTex(text: string): string {
  return text.replace(/[\\~^{}$&%#_]/g, (sign) => texSigns[sign] ?? `\\${sign}`);
}

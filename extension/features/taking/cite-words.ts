import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { isPublished } from "../../../shared/feed/unpublished.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { dayOf, formatInstant } from "../../../shared/values/dates.ts";
import type { CitedSource } from "../../messages.ts";
import { formatDayWords, formatInstantWords, t } from "../../overlay/i18n.ts";
import { titleOf } from "../procedure-link.tsx";

/** A procedure, and where what is said of it comes from. */
export type Citation = CitedSource & { row: TenderRow; citedAt: Date };

/** A citation in a line for a letter or a footnote. What is not known is left out. */
export function citeAsText(citation: Citation): string {
  const { row, release, citedAt } = citation;
  const { timeZone } = durango;
  return [
    `${row.buyerName ?? t("rowWithoutBuyer")}. «${titleOf(row)}».`,
    row.number && t("citeNumber", row.number),
    t("citePage", row.url),
    ...describeSource(citation),
    isPublished(row) &&
      release &&
      t("citeRelease", formatDayWords(release.date, timeZone), release.permalink, release.sha256),
    t("citeOn", formatDayWords(formatInstant(citedAt, timeZone), timeZone)),
  ]
    .filter((sentence) => sentence !== undefined && sentence !== false)
    .join(" ");
}

/** The same as an entry of BibTeX, for a paper. */
export function citeAsBibtex(citation: Citation): string {
  const { row, release, citedAt } = citation;
  const fields: readonly [name: string, value: string | undefined][] = [
    ["author", row.buyerName && `{${escapeTex(row.buyerName)}}`],
    ["title", `{${escapeTex(titleOf(row))}}`],
    ["number", row.number && escapeTex(row.number)],
    ["date", row.publishedAt && dayOf(row.publishedAt)],
    ["howpublished", escapeTex(durango.name)],
    ["url", row.url.replace(/[{}\\]/g, encodeURIComponent)],
    ["urldate", dayOf(formatInstant(citedAt, durango.timeZone))],
    ["note", escapeTex(describeSource(citation).join(" "))],
    // No style prints these two; whoever verifies the entry finds them as they are.
    ["permalink", isPublished(row) ? release?.permalink : undefined],
    ["sha256", isPublished(row) ? release?.sha256 : undefined],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${value}},\n`],
  );
  return `@misc{${isPublished(row) ? row.ocid : `durango-${row.id}`},\n${lines.join("")}}\n`;
}

/** On what the citation rests. A procedure that no feed has published has no ocid, and no feed vouches for it. */
function describeSource({ row, feed }: Citation): string[] {
  const { timeZone } = durango;
  const withdrawn = row.withdrawnAt
    ? [t("citeWithdrawn", formatDayWords(row.withdrawnAt, timeZone))]
    : [];
  if (!isPublished(row) || feed === undefined) return [...withdrawn, t("citeSeen")];
  return [
    ...withdrawn,
    `OCID: ${row.ocid}.`,
    t("citeFeed", feed.url, formatInstantWords(feed.readAt, timeZone)),
    feed.notice ?? t("citeUnofficial"), // A feed from before says nothing of itself.
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

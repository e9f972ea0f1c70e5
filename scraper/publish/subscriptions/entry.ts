import { describeChange, nameField } from "../../../shared/mapping/describe-change.ts";
import { type Change, listChanges } from "../../../shared/mapping/list-changes.ts";
import { procedureNumber } from "../../../shared/mapping/procedure-number.ts";
import { statusWords } from "../../../shared/mapping/spanish-words.ts";
import type { CompiledRelease } from "../../../shared/ocds/schema.ts";
import { dayOf } from "../../../shared/values/dates.ts";
import { spellDate } from "../../../shared/values/spell-date.ts";
import type { PublishedRelease } from "../publication.ts";
import { escapeHtml } from "./escape-html.ts";

/** What a feed says of one release. */
export interface Entry {
  /**
   * By its day; of one day, news of known procedures come last, and before them new ones by their publication: the first day
   * of a feed has them all.
   */
  rank: string;
  /** A tag URI (RFC 4151), the release's own for ever. */
  id: string;
  /** When it became known, ISO 8601 with offset. */
  date: string;
  /** Plain text: `Cambió la apertura: ADQUISICIÓN DE UNIFORMES`. */
  title: string;
  /** The procedure's page on the portal; absent where no release names it. */
  url?: string;
  html: string;
}

/** Feed readers show one line; the whole title stands in the content. */
const maxTitleLength = 120;

/** The entry of a release: what changed with it, then what is known of the procedure. */
export function describeEntry({ seq, release, before, after }: PublishedRelease): Entry {
  const changes = listChanges(before, after);
  const url = portalPage(after);
  const publishedAt = after.tender?.tenderPeriod?.startDate ?? "";
  const moment = before === undefined ? publishedAt : release.date;
  return {
    rank: `${dayOf(release.date)} ${moment} ${String(seq).padStart(12, "0")}`,
    id: tagUri(release.id),
    date: release.date,
    title: `${headline(changes)}: ${shorten(nameProcedure(after))}`,
    ...(url !== undefined && { url }),
    html: contentOf(changes, after, url),
  };
}

/** An identifier of this project for ever, by RFC 4151. */
export function tagUri(name: string): string {
  const path = name.split("/").map(encodeURIComponent).join("/");
  return `tag:compras-abiertas-durango,2026:${path}`;
}

/** The procedure's page on the portal, which is its notice; absent where the state comes from elsewhere. */
function portalPage({ tender }: CompiledRelease): string | undefined {
  return tender?.documents?.find(
    ({ documentType, format }) => documentType === "tenderNotice" && format === "text/html",
  )?.url;
}

/** Its title, else its number. */
function nameProcedure(state: CompiledRelease): string {
  return state.tender?.title ?? procedureNumber(state) ?? `procedimiento ${state.ocid}`;
}

function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= maxTitleLength) return text;
  return `${characters
    .slice(0, maxTitleLength - 1)
    .join("")
    .trimEnd()}…`;
}

function headline([first, ...others]: readonly Change[]): string {
  if (first === undefined) return "Actualización";
  const more = others.length === 1 ? " y 1 cambio más" : ` y ${others.length} cambios más`;
  return others.length === 0 ? shortName(first) : shortName(first) + more;
}

function shortName(change: Change): string {
  switch (change.kind) {
    case "added":
      return "Nueva";
    case "cancelled":
      return "Cancelada";
    case "withdrawn":
      return "Ya no aparece en el portal";
    case "returned":
      return "Volvió a aparecer en el portal";
    case "announced":
      return `Se anunció ${nameField(change.field)}`;
    case "moved":
    case "changed":
      return `Cambió ${nameField(change.field)}`;
    case "removed":
      return `Ya no tiene fecha ${nameField(change.field)}`;
    case "documentAdded":
      return "Anexo nuevo";
    case "documentReturned":
      return "Volvió un anexo";
    case "documentReplaced":
      return "Se reemplazó un anexo";
    case "documentWithdrawn":
      return "Ya no aparece un anexo";
    case "documentRenamed":
      return "Cambió de nombre un anexo";
  }
}

function contentOf(
  changes: readonly Change[],
  state: CompiledRelease,
  url: string | undefined,
): string {
  const told = changes.length > 0 ? changes.map(describeChange) : [nothingToSee];
  return [
    `<p>${escapeHtml(nameProcedure(state))}</p>`,
    `<ul>${told.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join("")}</ul>`,
    `<dl>${knownFacts(state).join("")}</dl>`,
    ...(url === undefined
      ? []
      : [`<p><a href="${escapeHtml(url)}">Ver el procedimiento en el portal</a></p>`]),
  ].join("\n");
}

const nothingToSee = "Cambió algo que no se ve en fechas, textos ni anexos.";

function knownFacts(state: CompiledRelease): string[] {
  const { tender, buyer } = state;
  const date = (instant: string | undefined) => instant && spellDate(instant);
  const facts: [string, string | undefined][] = [
    ["Número", procedureNumber(state)],
    ["Unidad compradora", buyer?.name],
    ["Modalidad", tender?.procurementMethodDetails],
    ["Materia", tender?.additionalProcurementCategories?.join(", ")],
    ["Estado", tender?.status && statusWords[tender.status]],
    ["Publicación", date(tender?.tenderPeriod?.startDate)],
    ["Junta de aclaraciones", date(tender?.enquiryPeriod?.endDate)],
    ["Apertura", date(tender?.bidOpening?.date)],
    ["Fallo", date(tender?.awardPeriod?.endDate)],
    ["OCID", state.ocid],
  ];
  return facts.flatMap(([label, text]) =>
    text === undefined ? [] : [`<dt>${label}</dt><dd>${escapeHtml(text)}</dd>`],
  );
}

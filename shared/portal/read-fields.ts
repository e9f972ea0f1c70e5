import { parseDate, UnreadableDateError } from "../values/dates.ts";
import { repairText } from "../values/repair.ts";
import { foldLabel } from "../values/text.ts";
import { PageChangedError } from "./errors.ts";
import { findLabel } from "./labels.ts";
import type { Entry, PageText } from "./page.ts";
import type { FieldKind, PageDefinition } from "./pages/definition.ts";
import type { PortalProfile } from "./profile.ts";
import { foldRead, wordsOf } from "./profile-words.ts";
import type { PortalWord, ReadProblem } from "./records.ts";
import { readUnit } from "./unit-formats.ts";

/** The fields of one entry, by key, with what could not be placed or read. */
export interface ReadFields {
  fields: Record<string, unknown>;
  original: Record<string, string>;
  desconocidos: { etiqueta: string; texto: string }[];
  problemas: ReadProblem[];
  /** Fields for which equally sure labels say different things. */
  disputed: string[];
}

/**
 * Throws `PageChangedError` where the page carries none of the labels that stand for a required field, and where parts of it that are
 * equally good say different things.
 */
export function requireLabels(
  page: PageText,
  definition: PageDefinition,
  profile: PortalProfile,
  where: string,
): void {
  if (page.conflict !== undefined) {
    throw new PageChangedError(
      `${where}: ${page.conflict}, on a page of kind "${definition.id}" (heading "${page.heading}"). Look at it in a browser; ` +
        `what it is not about can be named by its heading in foreignHeadings of the profile "${profile.id}".`,
    );
  }
  const present = new Set(
    page.labels.map((label) => findLabel(label, definition.id, profile)?.key),
  );
  for (const [key, field] of Object.entries(definition.fields)) {
    if (!field.required || present.has(key)) continue;
    const expected = profile.labels[definition.id][key]?.map((label) => `"${label}"`).join(", ");
    const found = page.labels.map((label) => `"${label}"`).join(", ") || "none";
    throw new PageChangedError(
      `${where}: no label for "${key}" on a page of kind "${definition.id}" ` +
        `(expected one of ${expected}; found ${found}; heading "${page.heading}"). ` +
        `If the portal changed, add the new label to the profile "${profile.id}".`,
    );
  }
}

/** A text that stands under a label of a field. */
interface Claim {
  label: string;
  rank: number;
  texto: string;
}

/**
 * Reads the label/text pairs of an entry by the kinds that the page definition declares.
 *
 * Of several labels of a field that say something, the surest spelling counts, and what the others say otherwise is reported. Where
 * equally sure ones differ nobody knows which is right, and the field is missing.
 *
 * @param strangers labels that here stand for something else than the profile says.
 */
export function readFields(
  entry: Entry,
  definition: PageDefinition,
  profile: PortalProfile,
  strangers: ReadonlySet<string> = new Set(),
): ReadFields {
  const result: ReadFields = {
    fields: {},
    original: {},
    desconocidos: [],
    problemas: [],
    disputed: [],
  };
  const claims = new Map<string, Claim[]>();
  for (const { label, texts } of entry.pairs) {
    const texto = texts.join(" ");
    const { key, rank } = (!strangers.has(label) && findLabel(label, definition.id, profile)) || {
      rank: 0,
    };
    const kind = key === undefined ? undefined : definition.fields[key]?.kind;
    if (key === undefined || kind === undefined || isOtherEstado(texto, kind, rank, profile)) {
      if (label !== "" || texto !== "") result.desconocidos.push({ etiqueta: label, texto });
      continue;
    }
    const known = claims.get(key) ?? [];
    known.push({ label, rank, texto });
    claims.set(key, known);
  }
  for (const [key, claimed] of claims) {
    const kind = definition.fields[key]?.kind;
    if (kind !== undefined) settle(key, kind, claimed, profile, result);
  }
  return result;
}

/** Reads a field from all that stands under its labels. */
function settle(
  key: string,
  kind: FieldKind,
  claimed: readonly Claim[],
  profile: PortalProfile,
  { fields, original, problemas, disputed }: ReadFields,
): void {
  const telling = claimed.filter(({ texto }) => !isMissing(texto, kind, profile));
  const [best] = [...telling].sort((a, b) => a.rank - b.rank);
  original[key] = (best ?? claimed.at(-1))?.texto ?? "";
  if (best === undefined) return;
  const others = telling.filter(({ texto }) => !saysTheSame(texto, best.texto));
  const isOpen = others.some(({ rank }) => rank === best.rank);
  for (const { label, texto } of others) {
    const motivo = `the label "${label}" stands for a field that is already read`;
    problemas.push({ campo: key, texto, motivo });
  }
  if (isOpen) {
    const motivo = `texts that differ stand under "${best.label}", so none is taken`;
    problemas.push({ campo: key, texto: best.texto, motivo });
    disputed.push(key);
    return;
  }
  try {
    const value = readValue(best.texto, kind, profile);
    if (value !== undefined) fields[key] = value;
  } catch (error) {
    if (!(error instanceof UnreadableDateError)) throw error;
    problemas.push({ campo: key, texto: best.texto, motivo: error.message });
  }
}

/** Whether `Estado: Durango` names the state of the republic: under any but the surest label only a known word is a status. */
function isOtherEstado(
  text: string,
  kind: FieldKind,
  rank: number,
  profile: PortalProfile,
): boolean {
  if (kind !== "estatus" || rank === 0 || isMissing(text, kind, profile)) return false;
  return readWord(repairText(text), kind, profile).clave === undefined;
}

/** Whether a text says that there is nothing. `Pendiente` says so of a date, and is a status. */
function isMissing(text: string, kind: FieldKind, profile: PortalProfile): boolean {
  const { missing, missingInDates } = wordsOf(profile);
  return (kind === "date" ? missingInDates : missing).has(foldRead(text));
}

function saysTheSame(text: string, other = ""): boolean {
  return text === other || foldRead(text) === foldRead(other);
}

function readValue(text: string, kind: FieldKind, profile: PortalProfile): unknown {
  const repaired = repairText(text);
  switch (kind) {
    case "text":
    case "number":
      return repaired;
    case "date":
      return readDate(repaired, profile);
    case "unit":
      return readUnit(repaired, profile);
    case "list":
      return repaired.split(/\s*[;|]\s*|\s*,\s+/).filter((part) => part !== "");
    case "modalidad":
    case "materia":
    case "estatus":
      return readWord(repaired, kind, profile);
  }
}

const dayMs = 86_400_000;

function readDate(text: string, profile: PortalProfile): string | undefined {
  if (profile.missingDays.some((day) => text.startsWith(day))) return undefined;
  const instant = /^\/Date\((-\d+)/.exec(text)?.[1];
  // The day's end in one zone is its beginning in another, so an instant may lie a day beside it.
  const isMissingInstant = (day: string) => Math.abs(Number(instant) - Date.parse(day)) <= dayMs;
  if (instant !== undefined && profile.missingDays.some(isMissingInstant)) return undefined;
  const sentinel = /^0?1\/0?1\/(0001|1900)\b/.exec(text);
  if (sentinel && profile.missingDays.includes(`${sentinel[1]}-01-01`)) return undefined;
  return parseDate(text, profile.timeZone, profile.dateFormats);
}

/**
 * A status is a spelling and nothing else; the other words may go on after it. The longest spelling decides: `Servicios
 * relacionados con la obra` begins with `Servicios` and is none.
 */
export function readWord(
  text: string,
  kind: "modalidad" | "materia" | "estatus",
  profile: PortalProfile,
): PortalWord {
  const folded = foldLabel(text);
  const found = wordsOf(profile).spellings[kind].find(
    ([spelling]) =>
      folded === spelling || (kind !== "estatus" && folded.startsWith(`${spelling} `)),
  );
  return found === undefined ? { texto: text } : { texto: text, clave: found[1] };
}

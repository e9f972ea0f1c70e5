import { findDateFormat } from "../../values/dates.ts";
import { repairText } from "../../values/repair.ts";
import { normalizeRfc, rfcOwner } from "../../values/rfc.ts";
import { foldLabel } from "../../values/text.ts";
import type { FieldKind } from "../pages/definition.ts";
import type { PortalProfile } from "../profile.ts";
import { foldRead, wordsOf } from "../profile-words.ts";

/** How texts fit a field: `decides` where only such a field has texts like these, `fits` where it may have, `contradicts` where it has not. */
export type Fit = "decides" | "fits" | "contradicts";

const bodyWord =
  /\b(secretaria|direccion|instituto|comision|ayuntamiento|municipio|universidad|colegio|fiscalia|tribunal|congreso|sistema estatal|servicios de salud|unidad|coordinacion|aguas|poder judicial|consejo|organismo|dif)\b/;

/** Whether texts of a page are like those of a field; undefined where all of them are empty, which says nothing. */
export function fitOf(
  texts: readonly string[],
  key: string,
  kind: FieldKind,
  profile: PortalProfile,
): Fit | undefined {
  const { missing } = wordsOf(profile);
  const said = texts.map(repairText).filter((text) => !missing.has(foldRead(text)));
  if (said.length === 0) return undefined;
  const share = (test: (text: string) => boolean): number => said.filter(test).length / said.length;
  switch (kind) {
    case "date":
      return share((text) => looksLikeDate(text, profile)) >= 0.6 ? "fits" : "contradicts";
    case "unit":
      if (share((text) => bodyWord.test(foldLabel(text))) >= 0.5) return "decides";
      return share(isProse) > 0.5 || share((text) => looksLikeDate(text, profile)) > 0.2
        ? "contradicts"
        : "fits";
    case "modalidad":
    case "materia":
    case "estatus":
      if (share((text) => isKnownWord(text, kind, profile)) >= 0.5) return "decides";
      return share((text) => text.length <= 40 && !/\d{2}/.test(text)) > 0.8
        ? "fits"
        : "contradicts";
    case "list":
      return share((text) => looksLikeDate(text, profile)) > 0.2 ? "contradicts" : "fits";
    case "text":
    case "number":
      return fitOfText(said, key, share, profile);
  }
}

function looksLikeDate(text: string, profile: PortalProfile): boolean {
  if (/^\D*\d{1,2}\D{1,4}(?:\d{1,2}|\p{L}{3,10})\D{1,5}\d{4}/u.test(text)) return true;
  return findDateFormat(text, profile.timeZone) !== undefined;
}

type Share = (test: (text: string) => boolean) => number;

function fitOfText(
  said: readonly string[],
  key: string,
  share: Share,
  profile: PortalProfile,
): Fit {
  if (share((text) => looksLikeDate(text, profile)) > 0.2) return "contradicts";
  switch (key) {
    case "descripcion": {
      if (share((text) => bodyWord.test(foldLabel(text)) && /^\S*\d\S*\s*[-–]/.test(text)) > 0.5) {
        return "contradicts";
      }
      return share(isProse) >= 0.5 ? "decides" : "fits";
    }
    case "numeroProcedimiento":
      return share(isNumber) >= 0.6 ? "decides" : share(isProse) > 0.3 ? "contradicts" : "fits";
    case "id":
      return share((text) => /^\d+$/.test(text)) === 1 ? "fits" : "contradicts";
    case "rfc":
      return share((text) => rfcOwner(normalizeRfc(text)) !== undefined) >= 0.5
        ? "decides"
        : "contradicts";
    case "nombre":
      return share((text) =>
        /\bs\.? ?a\.?\b.*\bc\.? ?v\b|\bs\.? de r\.? ?l\b/.test(foldLabel(text)),
      ) >= 0.3
        ? "decides"
        : share((text) => /\d{3}/.test(text)) > 0.5
          ? "contradicts"
          : "fits";
    case "tipoPersona":
      return share((text) => /\b(moral|fisica)\b/.test(foldLabel(text))) >= 0.5
        ? "decides"
        : "contradicts";
    case "enlace":
      return new Set(said).size === 1 && said.length > 1 ? "decides" : "contradicts";
    default:
      return "fits";
  }
}

/** A sentence of what is bought. */
function isProse(text: string): boolean {
  return text.length >= 25 && text.split(" ").length >= 4 && !isNumber(text);
}

/** `LP/E/SEED/007/2025`, `910003968-001-23`: one word or two, with digits between signs. */
function isNumber(text: string): boolean {
  return /\d/.test(text) && /[-/]/.test(text) && text.split(" ").length <= 2 && text.length <= 40;
}

function isKnownWord(
  text: string,
  kind: "modalidad" | "materia" | "estatus",
  profile: PortalProfile,
): boolean {
  const folded = foldLabel(text);
  return wordsOf(profile).spellings[kind].some(
    ([spelling]) => folded === spelling || folded.startsWith(`${spelling} `),
  );
}

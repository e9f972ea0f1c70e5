import { findDateFormat, parseDate } from "../../values/dates.ts";
import { repairText } from "../../values/repair.ts";
import { findLabel, foldLabelText } from "../labels.ts";
import type { PageText } from "../page.ts";
import type { FieldKind, PageDefinition } from "../pages/definition.ts";
import type { PortalProfile } from "../profile.ts";
import { foldRead } from "../profile-words.ts";
import { type LabelLikeness, labelLikeness } from "./label-likeness.ts";
import type { Suggestion } from "./suggestion.ts";
import { type Fit, fitOf } from "./value-shape.ts";

/** Pages of one kind, each with what the list says of the same procedure by keys of the list, where that is known. */
export interface LabelledPage {
  page: PageText;
  fromList?: Readonly<Record<string, string>> | undefined;
}

interface Candidate {
  label: string;
  key: string;
  kind: FieldKind;
  likeness: LabelLikeness;
  fit: Fit | undefined;
  sameAsList: boolean;
}

/**
 * Labels that a profile does not know, each with the field that it most probably stands for. A field that has a label on the pages, and a
 * label that is known, take no part. Strong is what stands under the field's name on the list too, what is like a known label, and what only
 * one label's texts can be; whatever contradicts the form of a field's texts is not suggested at all.
 */
export function suggestLabels(
  pages: readonly LabelledPage[],
  definition: PageDefinition,
  profile: PortalProfile,
): Suggestion[] {
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  for (const label of pages.flatMap(({ page }) => page.labels)) {
    const folded = foldLabelText(label);
    const key = findLabel(label, definition.id, profile)?.key;
    if (key !== undefined) taken.add(key);
    else if (folded !== "" && folded.length <= 60 && !labels.has(folded)) labels.set(folded, label);
  }
  const fields = Object.entries(definition.fields).filter(([key]) => !taken.has(key));
  const candidates = [...labels.values()].flatMap((label) =>
    fields.map(([key, { kind }]) => judge(label, key, kind, pages, definition, profile)),
  );
  return choose(candidates, definition);
}

function judge(
  label: string,
  key: string,
  kind: FieldKind,
  pages: readonly LabelledPage[],
  definition: PageDefinition,
  profile: PortalProfile,
): Candidate {
  const texts = pages.flatMap(({ page }) => textsUnder(page, label));
  return {
    label,
    key,
    kind,
    likeness: labelLikeness(label, key, profile.labels[definition.id][key] ?? []),
    fit: fitOf(texts, key, kind, profile),
    sameAsList: saysTheSame(label, key, kind, pages, profile),
  };
}

function textsUnder(page: PageText, label: string): string[] {
  return page.entries.flatMap(({ pairs }) =>
    pairs.filter((pair) => pair.label === label).map(({ texts }) => texts.join(" ")),
  );
}

/** Whether on every page the label says what the list says under that field, and under no other. */
function saysTheSame(
  label: string,
  key: string,
  kind: FieldKind,
  pages: readonly LabelledPage[],
  profile: PortalProfile,
): boolean {
  let same = 0;
  const bare = (text: string): string => comparable(text, kind, profile);
  for (const { page, fromList = {} } of pages) {
    const [text = ""] = textsUnder(page, label);
    const listed = fromList[key];
    if (bare(text) === "" || listed === undefined || bare(listed) === "") continue;
    const others = Object.entries(fromList).filter(([other]) => other !== key);
    if (bare(text) !== bare(listed)) return false;
    if (!others.some(([, other]) => bare(other) === bare(text))) same += 1;
  }
  return same > 0;
}

function comparable(text: string, kind: FieldKind, profile: PortalProfile): string {
  if (kind !== "date") return foldRead(text);
  const repaired = repairText(text);
  const format = findDateFormat(repaired, profile.timeZone, profile.dateFormats);
  return format === undefined ? foldRead(text) : parseDate(repaired, profile.timeZone, [format]);
}

/** The best candidate first; each label and each field once. */
function choose(candidates: readonly Candidate[], definition: PageDefinition): Suggestion[] {
  const left = candidates
    .filter(({ fit }) => fit !== "contradicts")
    .sort((a, b) => weightOf(b) - weightOf(a));
  const usedLabels = new Set<string>();
  const usedKeys = new Set<string>();
  return left.flatMap((candidate): Suggestion[] => {
    const { label, key } = candidate;
    if (usedLabels.has(label) || usedKeys.has(key)) return [];
    const strength = strengthOf(candidate, candidates);
    if (strength === undefined) return [];
    usedLabels.add(label);
    usedKeys.add(key);
    return [
      {
        path: ["labels", definition.id, key],
        how: "add",
        value: label.replace(/\s*:$/, ""),
        reason: describe(candidate),
        strength,
      },
    ];
  });
}

const likeKnown = 0.65;
const somewhatLike = 0.4;

function weightOf({ likeness, fit, sameAsList }: Candidate): number {
  const ofFit = fit === "decides" ? 0.8 : fit === "fits" ? 0.2 : 0;
  return (sameAsList ? 2 : 0) + likeness.share + ofFit;
}

function strengthOf(
  candidate: Candidate,
  all: readonly Candidate[],
): Suggestion["strength"] | undefined {
  const { label, key, kind, likeness, fit, sameAsList } = candidate;
  if (sameAsList) return "strong";
  const isLike = likeness.share >= likeKnown;
  if (fit === "decides") {
    const isOnly = !all.some(
      (other) => other.key === key && other.label !== label && other.fit === "decides",
    );
    return isOnly || (isLike && likeness.isWhole) ? "strong" : "weak";
  }
  // "Tipo de recurso" is like "Tipo de Procedimiento": of words, only those that are known tell whose they are.
  const isOfWords = kind === "modalidad" || kind === "materia" || kind === "estatus";
  if (isLike && likeness.isWhole && fit === "fits" && !isOfWords) return "strong";
  return isLike || (fit === "fits" && likeness.share >= somewhatLike) ? "weak" : undefined;
}

function describe({ likeness: { share }, fit, sameAsList }: Candidate): string {
  const reasons = [
    ...(sameAsList ? ["the list says the same of the same procedure"] : []),
    ...(share >= somewhatLike ? [`its words are like a known label's (${share.toFixed(2)})`] : []),
    ...(fit === "decides" ? ["its texts are such as only this field has"] : []),
    ...(fit === "fits" ? ["its texts fit"] : []),
    ...(fit === undefined ? ["it stands beside no text"] : []),
  ];
  return reasons.join("; ");
}

import { repairText } from "../values/repair.ts";
import { foldLabel } from "../values/text.ts";
import type { PortalProfile } from "./profile.ts";

/** The words of a profile, folded for comparing: done once a profile, as every field of every page asks. */
export interface ProfileWords {
  missing: ReadonlySet<string>;
  missingInDates: ReadonlySet<string>;
  /** Folded spelling and its canonical word, the longest spelling first. */
  spellings: Record<"modalidad" | "materia" | "estatus", readonly (readonly [string, string])[]>;
  /** A folded word of an attachment's name and what kind of document it tells of, in the order in which they are looked for. */
  anexo: readonly (readonly [string, string])[];
}

const known = new WeakMap<PortalProfile, ProfileWords>();

export function wordsOf(profile: PortalProfile): ProfileWords {
  let words = known.get(profile);
  if (!words) {
    words = foldWords(profile);
    known.set(profile, words);
  }
  return words;
}

/** A text of a page, repaired and folded for comparing with the words of a profile. */
export function foldRead(text: string): string {
  return foldLabel(repairText(text));
}

function foldWords(profile: PortalProfile): ProfileWords {
  const { modalidad, materia, estatus } = profile;
  const missing = profile.missing.map(foldLabel);
  return {
    missing: new Set(missing),
    missingInDates: new Set([...missing, ...profile.missingInDates.map(foldLabel)]),
    spellings: {
      modalidad: longestFirst(foldSynonyms(modalidad)),
      materia: longestFirst(foldSynonyms(materia)),
      estatus: longestFirst(foldSynonyms(estatus)),
    },
    anexo: foldSynonyms(profile.anexo),
  };
}

function foldSynonyms(synonyms: Record<string, string[]>): [string, string][] {
  return Object.entries(synonyms).flatMap(([key, spellings]) =>
    spellings.map((spelling): [string, string] => [foldLabel(spelling), key]),
  );
}

function longestFirst(spellings: [string, string][]): [string, string][] {
  return spellings.sort(([a], [b]) => b.length - a.length);
}

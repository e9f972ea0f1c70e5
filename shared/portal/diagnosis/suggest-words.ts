import { foldLabel } from "../../values/text.ts";
import type { PortalProfile } from "../profile.ts";
import { wordsOf } from "../profile-words.ts";
import { editDistance } from "./label-likeness.ts";
import type { Suggestion } from "./suggestion.ts";

/**
 * A word that a profile does not know, as a spelling of one that it knows: strong where only the ending or a letter differs
 * (`Vigentes`), weak where it goes on after a known one (`Desierto parcial` may well be another status). Undefined for a word that is
 * like none: what it means, a person decides.
 */
export function suggestWord(
  text: string,
  kind: "modalidad" | "materia" | "estatus",
  profile: PortalProfile,
): Suggestion | undefined {
  const folded = foldLabel(text);
  const spellings = wordsOf(profile).spellings[kind];
  const suggest = (key: string, strength: Suggestion["strength"], reason: string): Suggestion => ({
    path: [kind, key],
    how: "add",
    value: text,
    reason,
    strength,
  });
  for (const [spelling, key] of spellings) {
    if (isInflected(folded, spelling)) {
      return suggest(key, "strong", `only its ending differs from "${spelling}"`);
    }
  }
  for (const [spelling, key] of spellings) {
    if (folded.startsWith(`${spelling} `)) {
      return suggest(key, "weak", `it begins with "${spelling}"; it may be another all the same`);
    }
  }
  return undefined;
}

function isInflected(word: string, spelling: string): boolean {
  const stem = (text: string): string => text.replace(/(?:[oa]s?|es|s)$/, "");
  if (spelling.length < 6) return false;
  return (
    stem(word) === stem(spelling) || (spelling.length >= 8 && editDistance(word, spelling) === 1)
  );
}

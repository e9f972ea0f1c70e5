import { foldLabel } from "../values/text.ts";
import { type LegalForm, legalForms } from "./legal-forms.ts";

/** A supplier's name as it is compared. Never shown: the name is published as it was written. */
export interface FoldedName {
  /** Lower case, without accents, tildes, punctuation and legal form: `comercializadora zeta`. */
  name: string;
  /** Absent where the name has none that we know. */
  form?: LegalForm;
}

/** The forms with their spellings as they stand at the end of a folded name, the longest first. */
const endings = legalForms
  .flatMap(({ form, spellings }) => spellings.map((spelling) => ({ form, spelling })))
  .sort((a, b) => b.spelling.length - a.spelling.length)
  .map(({ form, spelling }) => ({ form, ending: new RegExp(`(?<=^|\\s)${looseOf(spelling)}$`) }));

/**
 * Folds a name for comparing: `"COMERCIALIZADORA ZETA", S.A. DE C.V.` and `Comercializadora Zeta SA de CV` are the same. `&` is `y`, `ñ` is
 * `n`, since both are often written so. A name that consists of a legal form alone has the name "".
 */
export function foldName(text: string): FoldedName {
  const plain = foldLabel(text)
    .replace(/&/g, " y ")
    .replace(/['\u2019\u00b4`]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  const found = endings.find(({ ending }) => ending.test(plain));
  if (found === undefined) return { name: joinInitials(plain) };
  return { name: joinInitials(plain.replace(found.ending, "").trim()), form: found.form };
}

/** One text for a name and its form, by which equal names are found: `comercializadora zeta|sa de cv`. */
export function nameKey(text: string): string {
  const { name, form } = foldName(text);
  return form === undefined ? name : `${name}|${form}`;
}

/** `sa de cv` also where it is written `s a de c v`, `s.a.c.v.` or `sadecv`. */
function looseOf(spelling: string): string {
  return spelling
    .split(" ")
    .map((word) =>
      word === "de" ? "(?:de ?)?" : `${isWord(word) ? word : [...word].join(" ?")} ?`,
    )
    .join("")
    .replace(/ \?$/, "");
}

/** Whether it is spelled out, as `sociedad`, and no row of initials. */
function isWord(word: string): boolean {
  return word.length > 5 || ["por", "en"].includes(word);
}

/** `a b c construcciones` → `abc construcciones`: initials are written with and without dots. */
function joinInitials(text: string): string {
  return text.replace(/(?<=^|\s)[a-z](?: [a-z](?=\s|$))+/g, (run) => run.replaceAll(" ", ""));
}

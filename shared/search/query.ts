import { dropUnseen, foldText, splitWords } from "./fold.ts";
import { isStopWord } from "./stem.ts";

/** The sides of a procedure that a query can name, as `dependencia:salud`. */
export type QueryField = "title" | "number" | "buyer" | "method" | "state" | "partida";

/** Something that a procedure must have, or must not have. */
export interface QueryTerm {
  /** As it was typed, without quotes, field and minus: for telling why something was found. */
  text: string;
  /** Folded; never empty. The words of a phrase stand next to each other in this order, others anywhere. */
  words: string[];
  isPhrase: boolean;
  /** The last word may be the beginning of one: all are but those of a closed phrase, and those that a title must not have. */
  isOpen: boolean;
  isExcluded: boolean;
  /** Where to look; without one, in title and number. */
  field?: QueryField;
}

/** A part of a query that was not understood, and what it was. */
export interface QueryNote {
  kind:
    | "unclosedQuote"
    | "loneMinus"
    | "unknownField"
    | "emptyField"
    | "noWords"
    | "tooLong"
    | "fieldOfOneWord";
  text: string;
}

export interface Query {
  terms: QueryTerm[];
  notes: QueryNote[];
}

const most = { characters: 500, terms: 24 };

const fieldOfName: Readonly<Record<string, QueryField>> = {
  titulo: "title",
  numero: "number",
  num: "number",
  dependencia: "buyer",
  unidad: "buyer",
  modalidad: "method",
  estado: "state",
  partida: "partida",
};

/** A hyphen or dash of any kind (as phones put in its place), or none; a field, or none; then what stands in quotes (closed or not) or up to the next space. */
const part =
  /([\p{Pd}\u2212](?!\s|$))?(?:(\p{L}{2,20}):(?=\S))?(?:(["“”«»])([^"“”«»]*)(["“”«»])?|(\S+))/gu;

/**
 * Reads what someone typed: words, `"phrases"`, `-exclusions` and `field:values`, in any order. Any text is a query: what is
 * not understood is left out, and said in the notes.
 */
export function parseQuery(typed: string): Query {
  const text = cleanQuery(typed);
  const terms: QueryTerm[] = [];
  const notes: QueryNote[] = [];
  if (text.length > most.characters) {
    notes.push({ kind: "tooLong", text: String(most.characters) });
  }
  for (const match of text.slice(0, most.characters).matchAll(part)) {
    const [whole, minus, name, quote, quoted, closing, bare] = match;
    const value = quoted ?? bare ?? "";
    const field = name === undefined ? undefined : fieldOfName[foldText(name)];
    if (/^[\p{Pd}\u2212]$/u.test(whole)) notes.push({ kind: "loneMinus", text: whole });
    else if (/^\p{L}{2,20}:$/u.test(whole) && fieldOfName[foldText(whole.slice(0, -1))]) {
      notes.push({ kind: "emptyField", text: whole });
    } else {
      if (name !== undefined && field === undefined)
        notes.push({ kind: "unknownField", text: name });
      if (quote !== undefined && closing === undefined) {
        notes.push({ kind: "unclosedQuote", text: value.trim() });
      }
      const words = splitWords(value);
      const isExcluded = minus !== undefined;
      const isOfTitle = field === undefined || field === "title";
      if (words.length === 0) notes.push({ kind: "noWords", text: whole });
      // What is in quotes, and the parts of a number or a field, belong together.
      else if (quote !== undefined || field !== undefined || isExcluded) {
        terms.push({
          text: value.trim(),
          words,
          isPhrase: quote !== undefined || field === "number" || (isExcluded && words.length > 1),
          isOpen: closing === undefined && !(isExcluded && isOfTitle),
          isExcluded,
          ...(field !== undefined && { field }),
        });
      } else {
        for (const word of words) {
          terms.push({ text: word, words: [word], isPhrase: false, isOpen: true, isExcluded });
        }
      }
    }
  }
  if (terms.length > most.terms) notes.push({ kind: "tooLong", text: String(most.characters) });
  return { terms: dropStopWords(terms).slice(0, most.terms), notes };
}

/** Some keyboards and documents give an accent as a sign of its own, which is no letter of a field's name. */
function cleanQuery(typed: string): string {
  return dropUnseen(typed).normalize("NFC");
}

/**
 * For who finds nothing: a field behind which words stand that may have been meant for it, as it is written with quotes:
 * `dependencia:obras públicas` → `dependencia:"obras públicas"`. It ends with the first word that says something.
 */
export function noteUnquoted(typed: string): QueryNote[] {
  let asked = "";
  for (const [whole, minus, name, quote, , , bare] of cleanQuery(typed).matchAll(part)) {
    const isPlain = minus === undefined && quote === undefined && splitWords(whole).length > 0;
    if (isPlain && name === undefined && asked !== "") {
      asked += ` ${whole}`;
      if (!splitWords(whole).every(isStopWord)) {
        return [{ kind: "fieldOfOneWord", text: `${asked}"` }];
      }
    } else {
      const isField = isPlain && name !== undefined && fieldOfName[foldText(name)] !== undefined;
      asked = isField ? `${name}:"${bare}` : "";
    }
  }
  return [];
}

/** Words such as `de` are asked of no procedure where others are: titles are written with and without them. */
function dropStopWords(terms: QueryTerm[]): QueryTerm[] {
  const isEmpty = ({ field, isPhrase, isExcluded, words }: QueryTerm): boolean =>
    field === undefined && !isPhrase && !isExcluded && words.every(isStopWord);
  const saying = terms.filter((term) => !isEmpty(term));
  return saying.some(({ isExcluded }) => !isExcluded) ? saying : terms;
}

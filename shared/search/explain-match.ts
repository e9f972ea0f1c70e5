import type { TenderRow } from "../feed/tender-row.ts";
import { plainWord, spelledWords } from "./fold.ts";
import { groupTerms, isOfList, type SearchTerm } from "./group-terms.ts";
import type { Query, QueryField } from "./query.ts";
import type { SearchIndex } from "./search-index.ts";
import { sequenceSteps } from "./sequence-steps.ts";
import { isStopWord, stemWord } from "./stem.ts";
import type { SynonymTable } from "./synonyms.ts";
import { gap } from "./word-tables.ts";

/** How what was found relates to what was asked for. */
type MatchKind = "same" | "form" | "synonym" | "begun" | "similar" | "part" | "value";

/** Why a row was found: this part of the query is there in this form. */
export interface MatchReason {
  term: string;
  kind: MatchKind;
  /** As the row writes it: `ÚTILES ESCOLARES`. Absent where the row says it by its dates alone. */
  found?: string;
  field: Exclude<QueryField, "partida">;
}

/** A reason before it is spelled: words of the row from one place to before another. */
interface Finding {
  term: string;
  kind: MatchKind;
  from: number;
  to: number;
}

type Bounds = readonly [start: number, end: number];

/** Tells of one word whether and how it is what was asked for. */
type Relate = (word: number) => MatchKind | undefined;

/** The surest first. */
const rankOf: Record<MatchKind, number> = {
  same: 0,
  form: 1,
  synonym: 2,
  begun: 3,
  similar: 4,
  part: 5,
  value: 6,
};

/**
 * Tells why rows were found by a query: gives a function from the number of a row to a reason for each term, the surest there is,
 * looked for in the title before the number. Rows that a query finds share most of their words, and each is compared once.
 */
export function explainMatches(
  index: SearchIndex,
  query: Query,
  synonyms: SynonymTable,
): (row: number) => MatchReason[] {
  const terms = groupTerms(
    query.terms.filter(({ isExcluded }) => !isExcluded),
    synonyms,
  );
  const explainers = terms.map((term) => explainTerm(index, term));
  return (row) => explainers.flatMap((explain) => explain(row));
}

function explainTerm(index: SearchIndex, term: SearchTerm): (row: number) => MatchReason[] {
  const { field, text } = term;
  // What belongs to a code of the COG is explained by `explainPartidas`.
  if (field === "partida") return () => [];
  const read = sideReaders[field ?? "title"];
  if (field !== undefined && read !== undefined) {
    return (number) => {
      const row = index.rows.at(number);
      const found = row && read(row);
      return [{ term: text, kind: "value", field, ...(found !== undefined && { found }) }];
    };
  }
  const findDirect = findDirectly(index, term);
  const others = term.others.map(({ words }) => words.map((word) => relateForms(index, word)));
  return (row) => {
    const { sequence, sequenceStart } = index.tables;
    const words = sequence.subarray(sequenceStart[row], sequenceStart[row + 1]);
    const surest = pickEach(term, findDirect(words));
    const isSure = surest.every(({ kind }) => kind === "same" || kind === "form");
    if (others.length === 0 || (isComplete(term, surest) && isSure)) {
      return surest.map((finding) => spell(index, row, words, finding));
    }
    const bySynonym = others.flatMap((steps) =>
      findRun(words, boundsOf(words, undefined), steps, text, "synonym", (word) =>
        isStopWord(index.words[word] ?? ""),
      ),
    );
    const picked =
      isComplete(term, surest) && term.words.length > 1 ? surest : bySynonym.slice(0, 1);
    return (picked.length > 0 ? picked : surest).map((one) => spell(index, row, words, one));
  };
}

/** Where the words of a row are that a term asks for itself, as the search looks for them: within its field, and a phrase by the letter. */
function findDirectly(index: SearchIndex, term: SearchTerm): (words: Uint32Array) => Finding[] {
  const { field, text } = term;
  if (term.isPhrase) {
    const steps = sequenceSteps(index, term, field).map((step): Relate => {
      const isMeant = new Set(step);
      return (word) => (isMeant.has(word) ? "same" : undefined);
    });
    return (words) => findRun(words, boundsOf(words, field), steps, text, "same", () => false);
  }
  const relates = term.words.map((word) => relateWords(index, word));
  const where = isOfList(term) ? "title" : field;
  return (words) =>
    term.words.flatMap((word, at) =>
      findEach(words, boundsOf(words, where), relates[at], term.words.length === 1 ? text : word),
    );
}

/** From which place to before which other the words of a field stand. */
function boundsOf(words: Uint32Array, field: QueryField | undefined): Bounds {
  const middle = words.indexOf(gap);
  if (field === "title") return [0, middle];
  return [field === "number" ? middle + 1 : 0, words.length];
}

/** What a row says of the sides that are not searched by words. */
const sideReaders: Partial<Record<MatchReason["field"], (row: TenderRow) => string | undefined>> = {
  buyer: ({ buyerName }) => buyerName,
  method: ({ methodText }) => methodText,
  state: ({ statusText }) => statusText,
};

function relateWords(index: SearchIndex, want: string): Relate {
  const stem = stemWord(want);
  const plainWant = plainWord(want);
  const plainStem = stemWord(plainWant);
  return remember((number) => {
    const word = index.words[number] ?? "";
    if (word === want) return "same";
    if (stemWord(word) === stem) return "form";
    if (word.startsWith(want)) return "begun";
    const plain = index.plainWords[number] ?? "";
    if (plain.startsWith(plainWant) || stemWord(plain) === plainStem) return "similar";
    return word.includes(want) ? "part" : undefined;
  });
}

function relateForms(index: SearchIndex, want: string): Relate {
  const stem = stemWord(want);
  return remember((number) => (stemWord(index.words[number] ?? "") === stem ? "form" : undefined));
}

function remember(relate: Relate): Relate {
  const known = new Map<number, MatchKind | undefined>();
  return (word) => {
    if (!known.has(word)) known.set(word, relate(word));
    return known.get(word);
  };
}

function findEach(
  words: Uint32Array,
  [start, end]: Bounds,
  relate: Relate | undefined,
  term: string,
): Finding[] {
  const findings: Finding[] = [];
  for (let at = start; at < end; at += 1) {
    const word = words[at] as number; // Within the bounds.
    const kind = word === gap ? undefined : relate?.(word);
    if (kind !== undefined) findings.push({ term, kind, from: at, to: at + 1 });
  }
  return findings;
}

/** The first run of words one after another, but for those that may be skipped. */
function findRun(
  words: Uint32Array,
  [start, end]: Bounds,
  steps: readonly Relate[],
  term: string,
  kind: MatchKind,
  mayBeSkipped: (word: number) => boolean,
): Finding[] {
  for (let from = start; from < end; from += 1) {
    let at = from;
    let step = 0;
    while (at < end && step < steps.length) {
      const word = words[at] as number; // Within the bounds.
      if (word !== gap && steps[step]?.(word) !== undefined) step += 1;
      else if (step === 0 || word === gap || !mayBeSkipped(word)) break;
      at += 1;
    }
    if (step === steps.length) return [{ term, kind, from, to: at }];
  }
  return [];
}

/** The surest finding of each word of a term, or of the whole of it where it is one word or a phrase. */
function pickEach({ text, words, isPhrase }: SearchTerm, findings: readonly Finding[]): Finding[] {
  const asked = isPhrase || words.length === 1 ? [text] : words;
  return asked.flatMap((term) => {
    let best: Finding | undefined;
    for (const finding of findings) {
      if (finding.term !== term) continue;
      if (best === undefined || rankOf[finding.kind] < rankOf[best.kind]) best = finding;
    }
    return best ?? [];
  });
}

/** Whether every word that says something was found. */
function isComplete({ words, isPhrase }: SearchTerm, picked: readonly Finding[]): boolean {
  if (isPhrase || words.length === 1) return picked.length === 1;
  return picked.length >= words.filter((word) => !isStopWord(word)).length;
}

function fieldAt(words: Uint32Array, at: number): "title" | "number" {
  return at < words.indexOf(gap) ? "title" : "number";
}

/** A reason with the words as the row writes them. */
function spell(
  index: SearchIndex,
  row: number,
  words: Uint32Array,
  { term, kind, from, to }: Finding,
): MatchReason {
  const field = fieldAt(words, from);
  const { title = "", number = "" } = index.rows.at(row) ?? {};
  const before = field === "title" ? 0 : words.indexOf(gap) + 1;
  const spelled = spelledWords(field === "title" ? title : number, to - before);
  const found = spelled.slice(from - before, to - before);
  return { term, kind, found: found.join(" "), field };
}

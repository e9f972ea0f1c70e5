import type { TenderRow } from "../feed/tender-row.ts";
import { foldText, plainWord, spelledWord, wholeWords } from "./fold.ts";
import { groupTerms, type SearchTerm } from "./group-terms.ts";
import type { Query, QueryField } from "./query.ts";
import { isStopWord, stemWord } from "./stem.ts";
import type { SynonymTable } from "./synonyms.ts";

/** How what was found relates to what was asked for. */
type MatchKind = "same" | "form" | "synonym" | "begun" | "similar" | "part" | "value";

/** Why a row was found: this part of the query is there in this form. */
export interface MatchReason {
  term: string;
  kind: MatchKind;
  /** As the row writes it: `ÚTILES ESCOLARES`. Absent where the row says it by its dates alone. */
  found?: string;
  field: QueryField;
}

interface Spelled {
  text: string;
  word: string;
}

/** Why a row was found by a query, a reason for each term: the surest there is, looked for in the title before the number. */
export function explainMatch(row: TenderRow, query: Query, synonyms: SynonymTable): MatchReason[] {
  const wanted = query.terms.filter(({ isExcluded }) => !isExcluded);
  const title = spell(row.title ?? "");
  const number = spell(row.number ?? "");
  return groupTerms(wanted, synonyms).flatMap((term): MatchReason[] => {
    const { field, text } = term;
    if (field === "buyer") return [valueReason(text, field, row.buyerName)];
    if (field === "method") return [valueReason(text, field, row.methodText)];
    if (field === "state") return [valueReason(text, field, row.statusText)];
    const inTitle = field === "number" ? [] : findReasons(term, title, "title");
    const inNumber = field === "title" ? [] : findReasons(term, number, "number");
    return pickSurest(term, [...inTitle, ...inNumber]);
  });
}

function valueReason(term: string, field: QueryField, found: string | undefined): MatchReason {
  return { term, kind: "value", field, ...(found !== undefined && { found }) };
}

function spell(text: string): Spelled[] {
  const spelled = [...text.matchAll(spelledWord)];
  return spelled.map(([word]) => ({ text: word, word: foldText(word) }));
}

const surestFirst: readonly MatchKind[] = ["same", "form", "synonym", "begun", "similar", "part"];

/** One reason for the whole term where a phrase or a synonym of it is found, else one for each of its words. */
function pickSurest(term: SearchTerm, reasons: readonly MatchReason[]): MatchReason[] {
  const best = (those: readonly MatchReason[]): MatchReason | undefined =>
    surestFirst.flatMap((kind) => those.filter((reason) => reason.kind === kind))[0];
  const whole = best(reasons.filter((reason) => reason.term === term.text));
  if (term.words.length === 1 || term.isPhrase) return whole === undefined ? [] : [whole];
  const each = term.words.flatMap(
    (word) => best(reasons.filter((reason) => reason.term === word)) ?? [],
  );
  if (each.length === term.words.filter((word) => !isStopWord(word)).length) return each;
  return whole === undefined ? each : [whole];
}

function findReasons(
  term: SearchTerm,
  spelled: readonly Spelled[],
  field: QueryField,
): MatchReason[] {
  const reasons: MatchReason[] = [];
  const add = (asked: string, kind: MatchKind, found: string): void => {
    reasons.push({ term: asked, kind, found, field });
  };
  if (term.isPhrase) {
    const found = findRun(
      spelled,
      term.words,
      (word, want) => word === want || word.startsWith(want),
    );
    if (found !== undefined) add(term.text, "same", found);
    return reasons;
  }
  for (const want of term.words) {
    const asked = term.words.length === 1 ? term.text : want;
    for (const { text, word } of spelled) {
      const kind = relate(word, want);
      if (kind !== undefined) add(asked, kind, text);
    }
  }
  for (const other of term.others) {
    const found = findRun(spelled, other.words, (word, want) => stemWord(word) === stemWord(want));
    if (found !== undefined) add(term.text, "synonym", found);
  }
  return reasons;
}

function relate(word: string, want: string): MatchKind | undefined {
  if (word.includes("?")) {
    return wholeWords(word).some((whole) => relate(whole, want)) ? "form" : undefined;
  }
  if (word === want) return "same";
  if (stemWord(word) === stemWord(want)) return "form";
  if (word.startsWith(want)) return "begun";
  const [plain, plainWant] = [plainWord(word), plainWord(want)];
  if (plain.startsWith(plainWant) || stemWord(plain) === stemWord(plainWant)) return "similar";
  return word.includes(want) ? "part" : undefined;
}

/** Words one after another, but for words such as `de` between them, as the text writes them. */
function findRun(
  spelled: readonly Spelled[],
  words: readonly string[],
  isMeant: (word: string, want: string) => boolean,
): string | undefined {
  for (const start of spelled.keys()) {
    let at = start;
    let step = 0;
    while (at < spelled.length && step < words.length) {
      const { word } = spelled[at] as Spelled; // Within the bounds.
      if (isMeant(word, words[step] ?? "")) step += 1;
      else if (step === 0 || !isStopWord(word)) break;
      at += 1;
    }
    if (step === words.length) {
      return spelled
        .slice(start, at)
        .map(({ text }) => text)
        .join(" ");
    }
  }
  return undefined;
}

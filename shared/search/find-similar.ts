import type { TenderRow } from "../feed/tender-row.ts";
import { emptySet, rowsOf } from "./bitset.ts";
import { explainMatches, type MatchReason } from "./explain-match.ts";
import { findWords } from "./find-words.ts";
import { foldText, spelledWords } from "./fold.ts";
import { groupTerms, type SearchTerm } from "./group-terms.ts";
import { isLaterCall } from "./later-call.ts";
import type { QueryTerm } from "./query.ts";
import type { SearchIndex } from "./search-index.ts";
import { addSequence } from "./sequence.ts";
import { standardSynonyms } from "./standard-synonyms.ts";
import type { SynonymTable } from "./synonyms.ts";
import { tailShare, type WeighedWord, weighTitles } from "./title-weights.ts";

/** An earlier procedure whose title says that the like was bought. */
export interface SimilarRow {
  /** Its number in the index. */
  row: number;
  /** What both titles say, in the order of the one that was asked for. */
  reasons: MatchReason[];
  isSameBuyer: boolean;
  /** Set where one of the two says that it calls again for what the other called for: they are one purchase. */
  isSameCall: boolean;
}

interface SimilarOptions {
  limit: number;
  /** Those that come with the program where it is left out. */
  synonyms?: SynonymTable;
}

/** From this likeness on two titles are said to be alike: 1 is the same words, 0 none in common. Judged by `golden-similar.ts`. */
const leastLikeness = 0.36;
/** And so much of the title asked for must be in the other: one word of four is not enough. */
const leastShare = 0.3;
/** A synonym says nearly the same. */
const synonymShare = 0.6;
/** That the buyer is the same counts, and less than a word does. */
const buyerBonus = 0.05;
/** Likenesses that differ by less are equal, and the later procedure comes first. */
const step = 0.05;

/**
 * The procedures published before one whose titles say that the like was bought: the likest first, among equals the latest. Titles
 * are compared by their words, each worth more the fewer titles have it (the cosine of their weights), in any form or as a
 * synonym. What is known to be of another category, as goods are of services, is not alike.
 *
 * @param row the number of the procedure in the index.
 */
export function findSimilar(
  index: SearchIndex,
  row: number,
  { limit, synonyms = standardSynonyms }: SimilarOptions,
): SimilarRow[] {
  const about = index.rows.at(row);
  const { weigh, norm } = weighTitles(index);
  const words = weigh(row).filter(({ weight }) => weight > 0);
  if (about === undefined || words.length === 0) return [];
  const { buyerOf } = index.tables;
  const buyer = buyerOf[row];
  const length = norm(row);
  const common = sumCommon(index, words, synonyms);
  const day = dayAt(index, row);
  const alike: { row: number; likeness: number }[] = [];
  for (let other = 0; other < common.length; other += 1) {
    const shared = common[other] as number; // Within the bounds.
    if (shared < leastShare * length * length || other === row) continue;
    // A synonym may stand in a title that says nothing else; it is no more than the whole.
    const likeness = Math.min(1, shared / (length * norm(other)));
    if (likeness < leastLikeness || !isBefore(dayAt(index, other), day)) continue;
    // The first number is that of rows without a buyer.
    const bonus = buyer !== 0 && buyerOf[other] === buyer ? buyerBonus : 0;
    alike.push({ row: other, likeness: Math.round((likeness + bonus) / step) });
  }
  alike.sort(
    (a, b) => b.likeness - a.likeness || dayAt(index, b.row) - dayAt(index, a.row) || a.row - b.row,
  );
  const heads = words.filter(({ isHead }) => isHead);
  const spelled = new Map(
    spelledWords(about.title ?? "").map((word) => [foldText(word), word.toLowerCase()]),
  );
  const terms = (heads.length > 0 ? heads : words).map((word) => {
    const term = termOf(index, word);
    return { ...term, text: spelled.get(term.text) ?? term.text };
  });
  const explain = explainMatches(index, { terms, notes: [] }, synonyms);
  const found: SimilarRow[] = [];
  for (const { row: other } of alike) {
    if (found.length === limit) break;
    const tender = index.rows.at(other);
    if (tender === undefined || isOfOtherCategory(about, tender)) continue;
    found.push({
      row: other,
      reasons: explain(other).filter(isSaying),
      isSameBuyer: about.buyerId !== undefined && about.buyerId === tender.buyerId,
      isSameCall: isLaterCall(about, tender),
    });
  }
  return found;
}

function isOfOtherCategory({ category }: TenderRow, other: TenderRow): boolean {
  return category !== undefined && other.category !== undefined && category !== other.category;
}

/** How much each row has in common with some words of a title. */
function sumCommon(
  index: SearchIndex,
  words: readonly WeighedWord[],
  synonyms: SynonymTable,
): Float64Array {
  const { postings, postingStart } = index.tables;
  const total = new Float64Array(index.rows.length);
  const weighed = new Map(words.map((word) => [index.words[word.word] ?? "", word]));
  const terms = words.map((word) => termOf(index, word));
  for (const term of groupTerms(terms, synonyms)) {
    const own = new Float64Array(total.length);
    const inGroup = term.words.flatMap((word) => weighed.get(word) ?? []);
    for (const { word, weight, isHead } of inGroup) {
      for (const form of findWords(index, index.words[word] ?? "", false).same) {
        const end = postingStart[form + 1] ?? 0;
        for (let at = postingStart[form] ?? 0; at < end; at += 1) {
          const posting = postings[at] as number; // Within the bounds.
          const isTail = isHead && (posting & 1) === 1;
          const place = posting >>> 1;
          const worth = weight * weight * (isTail ? tailShare : 1);
          own[place] = (own[place] as number) + worth; // A row for each place.
        }
      }
    }
    addSynonyms(index, term, inGroup, own);
    for (let row = 0; row < total.length; row += 1) {
      total[row] = (total[row] as number) + (own[row] as number); // Of one length.
    }
  }
  return total;
}

/** Rows that say a group of words by a synonym have nearly all of it in common. */
function addSynonyms(
  index: SearchIndex,
  { others }: SearchTerm,
  words: readonly WeighedWord[],
  own: Float64Array,
): void {
  const whole = words.reduce((sum, { weight }) => sum + weight * weight, 0) * synonymShare;
  const [head, tail] = [emptySet(own.length), emptySet(own.length)];
  for (const phrase of others) {
    const steps = phrase.words.map((word) => findWords(index, word, false).same);
    addSequence(index, steps, head, tail, { where: "title", skipsStopWords: true });
  }
  const isTail = words.every(({ isHead }) => !isHead);
  for (const [rows, worth] of [
    [tail, isTail ? whole : whole * tailShare],
    [head, whole],
  ] as const) {
    for (const row of rowsOf(rows)) own[row] = Math.max(own[row] as number, worth); // A row for each place.
  }
}

function termOf({ words }: SearchIndex, { word }: WeighedWord): QueryTerm {
  const text = words[word] ?? "";
  return { text, words: [text], isPhrase: false, isOpen: false, isExcluded: false };
}

function isSaying({ kind, field }: MatchReason): boolean {
  return field === "title" && (kind === "same" || kind === "form" || kind === "synonym");
}

/** The day on which a procedure was published, or else opened, as `20260318`; 0 without either. */
function dayAt({ tables: { publishedOn, opensOn } }: SearchIndex, row: number): number {
  return publishedOn[row] || opensOn[row] || 0;
}

/** What has no day cannot be told to be earlier; where the day asked for is unknown, any day is. */
function isBefore(day: number, other: number): boolean {
  return day > 0 && (other === 0 || day < other);
}

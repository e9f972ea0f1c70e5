import { emptyFilter } from "../../shared/search/filter.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import { warmTexts } from "../warm-texts.ts";
import { answerSearch } from "./answer-search.ts";
import type { Corpus } from "./corpus.ts";

const warmed = new WeakSet<Corpus["index"]>();

/** Answers the texts of `warmTexts` over an index, one a turn. */
export function warmUp(corpus: Corpus, synonyms: SynonymTable): void {
  if (warmed.has(corpus.index)) return;
  warmed.add(corpus.index);
  const [first, ...later] = warmTexts.map((text) => () => {
    answerSearch(corpus, { filter: { ...emptyFilter, text }, pageIds: [], limit: 25 }, synonyms);
  });
  const run = (turn: (() => void) | undefined): void => {
    if (turn === undefined) return;
    setTimeout(() => {
      turn();
      run(later.shift());
    });
  };
  run(first);
}

import { emptyFilter } from "../../shared/search/filter.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import { answerSearch } from "./answer-search.ts";
import type { Corpus } from "./corpus.ts";

const texts = ["m", "material de limpieza", "papelería -servicio", '"útiles escolares" 7'];
const warmed = new WeakSet<Corpus["index"]>();

/**
 * Answers a few texts that nobody asked for, once an index, one a turn: the first keystroke then meets code that the browser has
 * compiled, and phrases whose rows are known.
 */
export function warmUp(corpus: Corpus, synonyms: SynonymTable): void {
  if (warmed.has(corpus.index)) return;
  warmed.add(corpus.index);
  const [first, ...later] = texts.map((text) => () => {
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

import type { Bitset } from "../../shared/search/bitset.ts";
import { suggestPartidas } from "../../shared/search/partidas/suggest-partidas.ts";
import { search } from "../../shared/search/search.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import type { Conversations } from "../messages.ts";
import type { Corpus } from "./corpus.ts";

type Partidas = Conversations["partidas"];

/** The codes that someone may mean who types a text, with the counts that each would have under the rest of a filter. */
export function answerPartidas(
  { index }: Corpus,
  { filter, text, limit }: Partidas["ask"],
  synonyms: SynonymTable,
  within?: Bitset,
): Partidas["answer"] {
  const suggestions = suggestPartidas(text, synonyms, index.tables.partidas).slice(0, limit);
  const countedPartidas = suggestions.map(({ code }) => code);
  const { partidas } = search(index, filter, Date.now(), { synonyms, within, countedPartidas });
  const counted = suggestions.map((suggestion) => ({
    ...suggestion,
    // Each was to be counted.
    ...(partidas.get(suggestion.code) ?? { count: 0, told: 0 }),
  }));
  return { text, suggestions: counted };
}

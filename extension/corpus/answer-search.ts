import type { Bitset } from "../../shared/search/bitset.ts";
import { explainMatches } from "../../shared/search/explain-match.ts";
import type { TenderFilter } from "../../shared/search/filter.ts";
import { explainPartidas } from "../../shared/search/partidas/explain-partida.ts";
import { namePartida } from "../../shared/search/partidas/partida-list.ts";
import { namedPartidas } from "../../shared/search/partidas/suggest-partidas.ts";
import type { Query } from "../../shared/search/query.ts";
import { rowsAt, search, takeBest } from "../../shared/search/search.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import type { Conversations } from "../messages.ts";
import { seeFound } from "../sight.ts";
import type { Corpus } from "./corpus.ts";

type Search = Conversations["search"];

/**
 * What a filter finds over all that is known.
 *
 * @param within the rows that may be found; all where it is left out.
 */
export function answerSearch(
  { index, rowOfId, buyerNames }: Corpus,
  { filter, pageIds, limit }: Search["ask"],
  synonyms: SynonymTable,
  within?: Bitset,
): Omit<Search["answer"], "status"> {
  const found = search(index, filter, Date.now(), { synonyms, within });
  const shown = new Set(pageIds.flatMap((id) => rowOfId.get(id) ?? []));
  const numbers = takeBest(index, found, limit, shown);
  const elsewhere = rowsAt(index, numbers);
  const explain = explainMatches(index, found.query, synonyms);
  const reasons = numbers.map((number, place) => [elsewhere[place]?.id, explain(number)] as const);
  const wanted = wantedPartidas(filter, found.query, synonyms);
  const belonging = numbers.map(
    (number, place) => [elsewhere[place]?.id, explainPartidas(index, number, wanted)] as const,
  );
  return {
    ...seeFound({ total: index.size, rowOfId, buyerNames }, found, pageIds),
    partidas: [...found.partidas].map(([code, count]) => ({ ...namePartida(code), ...count })),
    elsewhere,
    reasons: Object.fromEntries(reasons.filter(([, why]) => why.length > 0)),
    partidaReasons: Object.fromEntries(belonging.filter(([, why]) => why.length > 0)),
  };
}

/** The codes of the COG that a filter asks for: those chosen, and those named in its text. */
function wantedPartidas(
  { partidas }: TenderFilter,
  { terms }: Query,
  synonyms: SynonymTable,
): string[] {
  const named = terms.filter(({ field, isExcluded }) => field === "partida" && !isExcluded);
  return [...partidas, ...named.flatMap(({ text }) => namedPartidas(text, synonyms))];
}

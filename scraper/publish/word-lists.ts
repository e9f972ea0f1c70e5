import { feedPaths } from "../../shared/feed/paths.ts";
import { PartidaList, standardPartidas } from "../../shared/search/partidas/partida-list.ts";
import { SynonymList, standardList } from "../../shared/search/synonym-list.ts";
import type { FeedFormat, Publication } from "./publication.ts";

/**
 * `sinonimos.json`, the words with which buyers ask for the same, and `partidas.json`, the codes of the COG with the words that belong to them: the very lists
 * that the extension searches with.
 */
export function wordLists({ draft }: Publication): FeedFormat {
  const put = (path: string, title: string, list: object) =>
    draft.put(
      path,
      { title, mediaType: "application/json" },
      `${JSON.stringify(list, undefined, 2)}\n`,
    );
  return {
    finish: async () => {
      const synonyms = SynonymList.parse(standardList);
      await put(feedPaths.synonyms, "Sinónimos de compras públicas", synonyms);
      const partidas = PartidaList.parse(standardPartidas);
      await put(feedPaths.partidas, "Partidas y sus palabras", partidas);
    },
  };
}

import { feedPaths } from "../../shared/feed/paths.ts";
import { SynonymList, standardList } from "../../shared/search/synonym-list.ts";
import type { FeedFormat, Publication } from "./publication.ts";

/** `sinonimos.json`: the words with which buyers ask for the same, the very list that the extension searches with. */
export function synonyms({ draft }: Publication): FeedFormat {
  return {
    finish: async () => {
      const list = SynonymList.parse(standardList);
      await draft.put(
        feedPaths.synonyms,
        { title: "Sinónimos de compras públicas", mediaType: "application/json" },
        `${JSON.stringify(list, undefined, 2)}\n`,
      );
    },
  };
}

import { standardSynonyms } from "../../shared/search/standard-synonyms.ts";
import { standardList } from "../../shared/search/synonym-list.ts";
import { makeSynonymTable, type SynonymTable } from "../../shared/search/synonyms.ts";
import { readUserSynonyms } from "../../shared/search/user-synonyms.ts";
import type { Settings } from "../settings.ts";

/** Our synonyms with what the user added to them and took from them, made anew only when that changes. */
export function followSynonyms(readSettings: () => Promise<Settings>): () => Promise<SynonymTable> {
  let written = "";
  let table = standardSynonyms;
  return async () => {
    const { synonyms } = await readSettings();
    if (synonyms !== written) {
      written = synonyms;
      table = makeSynonymTable(standardList, readUserSynonyms(written));
    }
    return table;
  };
}

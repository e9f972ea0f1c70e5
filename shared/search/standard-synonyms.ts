import { standardList } from "./synonym-list.ts";
import { makeSynonymTable } from "./synonyms.ts";

/** The synonyms that come with the program, without those of any user. */
export const standardSynonyms = makeSynonymTable(standardList);

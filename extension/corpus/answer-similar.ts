import { findSimilar } from "../../shared/search/find-similar.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import type { Conversations } from "../messages.ts";
import type { Corpus } from "./corpus.ts";

type Similar = Conversations["similar"];

/** The earlier purchases that are most like a procedure. One that only a page just opened has told of may not be known yet. */
export function answerSimilar(
  { index, rowOfId }: Corpus,
  { id, limit }: Similar["ask"],
  synonyms: SynonymTable,
): Similar["answer"] {
  const row = rowOfId.get(id);
  if (row === undefined) return { isKnown: false, total: index.rows.length, purchases: [] };
  const purchases = findSimilar(index, row, { limit, synonyms }).flatMap(
    ({ row: other, ...likeness }) => {
      const tender = index.rows.at(other);
      return tender === undefined ? [] : [{ row: tender, ...likeness }];
    },
  );
  return { isKnown: true, total: index.rows.length, purchases };
}

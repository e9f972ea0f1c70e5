import { findSimilar } from "../../shared/search/find-similar.ts";
import { explainPartidas } from "../../shared/search/partidas/explain-partida.ts";
import { namePartida } from "../../shared/search/partidas/partida-list.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import { readPartidaCode } from "../../shared/values/partida-code.ts";
import type { Conversations } from "../messages.ts";
import type { Corpus } from "./corpus.ts";

/** Every code begins with it. */
const anyCode = [""];

type Similar = Conversations["similar"];

/** The earlier purchases that are most like a procedure. One that only a page just opened has told of may not be known yet. */
export function answerSimilar(
  { index, rowOfId }: Corpus,
  { id, limit }: Similar["ask"],
  synonyms: SynonymTable,
): Similar["answer"] {
  const row = rowOfId.get(id);
  if (row === undefined)
    return { isKnown: false, total: index.rows.length, purchases: [], partidas: [] };
  const purchases = findSimilar(index, row, { limit, synonyms }).flatMap(
    ({ row: other, ...likeness }) => {
      const tender = index.rows.at(other);
      return tender === undefined ? [] : [{ row: tender, ...likeness }];
    },
  );
  const partidas = explainPartidas(index, row, anyCode).map((reason) => ({
    ...reason,
    names: [...new Set(reason.codes.flatMap(nameCode))],
  }));
  return { isKnown: true, total: index.rows.length, purchases, partidas };
}

function nameCode(digits: string): string[] {
  const { name } = namePartida(readPartidaCode(digits) ?? digits);
  return name === undefined ? [] : [name];
}

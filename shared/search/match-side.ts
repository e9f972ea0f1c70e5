import { addTo, type Bitset, emptySet } from "./bitset.ts";
import { type MethodChoice, type TenderState, tenderStates } from "./filter.ts";
import type { FindIndex } from "./find-index.ts";
import { plainWord } from "./fold.ts";
import type { QueryTerm } from "./query.ts";
import { statesAt } from "./state-table.ts";
import { stemWord } from "./stem.ts";

/** Words by which people call a method or a state that the portal may word otherwise. */
const methodWords: Record<MethodChoice, readonly string[]> = {
  open: ["licitacion", "publica", "abierta", "concurso"],
  selective: ["invitacion", "restringida"],
  limited: ["limitada"],
  direct: ["adjudicacion", "directa"],
  unknown: ["desconocida"],
};
const stateWords: Record<TenderState, readonly string[]> = {
  open: ["abierta", "vigente"],
  closed: ["cerrada", "vencida"],
  undated: ["sin", "fecha"],
};

/** The rows whose buyer, method or state has every word of a term: `dependencia:salud`, `estado:abierta`. */
export function rowsOfSide(
  index: FindIndex,
  term: QueryTerm,
  side: "buyer" | "method" | "state",
  nowMs: number,
): Bitset {
  const { tables, sideWords } = index;
  if (side === "buyer") {
    const isFound = sideWords.buyers.map((words) => mentions(words, term));
    return rowsWhere(tables.buyerOf, isFound);
  }
  if (side === "method") {
    const isFound = tables.kinds.map(({ method }, kind) =>
      mentions([...methodWords[method], ...(sideWords.kinds[kind] ?? [])], term),
    );
    return rowsWhere(tables.kindOf, isFound);
  }
  const isState = tenderStates.map((state) => mentions(stateWords[state], term));
  if (isState.includes(true)) return rowsWhere(statesAt(index.states, nowMs), isState);
  const isFound = sideWords.statuses.map((words) => mentions(words, term));
  return rowsWhere(tables.statusOf, isFound);
}

/** Whether every word of a term is one of the words, a form of it or, where the term is open, its beginning. */
function mentions(words: readonly string[], { words: wanted, isOpen }: QueryTerm): boolean {
  return wanted.every((want) => {
    const plain = plainWord(want);
    return words.some(
      (word) =>
        stemWord(plainWord(word)) === stemWord(plain) ||
        (isOpen && plainWord(word).startsWith(plain)) ||
        // The initials of a body are often used without the first of them: SEDIF and DIF.
        (isOpen && plain.length >= 3 && word.endsWith(plain)),
    );
  });
}

function rowsWhere(column: Uint8Array | Uint32Array, isFound: readonly boolean[]): Bitset {
  const rows = emptySet(column.length);
  for (let row = 0; row < column.length; row += 1) {
    if (isFound[column[row] as number] === true) addTo(rows, row); // Within the bounds.
  }
  return rows;
}

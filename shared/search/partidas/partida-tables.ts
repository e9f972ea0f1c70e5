import type { TenderRow } from "../../feed/tender-row.ts";
import { readPartidaCode } from "../../values/partida-code.ts";
import { findPartidas, type PartidaWords, readWordParts } from "./partida-words.ts";

/** Which rows belong to which codes of the COG. */
export interface PartidaTables {
  /** The codes that any row has, in their order as text: all that lie in one code follow each other. */
  partidas: string[];
  /** The rows of code p are `partidaRows[partidaStart[p]…partidaStart[p + 1] - 1]`, ascending. */
  partidaStart: Uint32Array;
  /** Twice the row, and one more where only the words of its title say so. */
  partidaRows: Uint32Array;
}

/** The codes that were told of a row, as they are searched. */
export function toldPartidas({ partidas = [] }: Pick<TenderRow, "partidas">): string[] {
  return [...new Set(partidas.flatMap((digits) => readPartidaCode(digits) ?? []))];
}

/**
 * Sorts rows by their codes: those that were told, and only where none were, what the words of the title say. The two never mix in one row.
 *
 * @param told the codes that were told, by row number.
 */
export function makePartidaTables(
  table: PartidaWords,
  words: readonly string[],
  { sequence, sequenceStart }: { sequence: Uint32Array; sequenceStart: Uint32Array },
  told: ReadonlyMap<number, readonly string[]>,
): PartidaTables {
  const parts = readWordParts(table, words);
  const rowsOf = new Map<string, number[]>();
  const add = (code: string, entry: number): void => {
    const rows = rowsOf.get(code);
    if (rows === undefined) rowsOf.set(code, [entry]);
    else if (rows.at(-1) !== entry) rows.push(entry);
  };
  for (let row = 0; row + 1 < sequenceStart.length; row += 1) {
    const codes = told.get(row);
    if (codes !== undefined) {
      for (const code of codes) add(code, row * 2);
      continue;
    }
    const bounds = [sequenceStart[row] as number, sequenceStart[row + 1] as number] as const; // A row for each place.
    findPartidas(table, parts, sequence, bounds, (found) => {
      for (const code of found.codes) add(code, row * 2 + 1);
    });
  }
  const partidas = [...rowsOf.keys()].sort();
  const partidaStart = new Uint32Array(partidas.length + 1);
  for (const [place, code] of partidas.entries()) {
    partidaStart[place + 1] = (partidaStart[place] as number) + (rowsOf.get(code)?.length ?? 0); // One place for each code.
  }
  const partidaRows = new Uint32Array(partidaStart.at(-1) ?? 0);
  for (const [place, code] of partidas.entries()) {
    partidaRows.set(rowsOf.get(code) ?? [], partidaStart[place]);
  }
  return { partidas, partidaStart, partidaRows };
}

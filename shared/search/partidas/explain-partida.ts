import { readPartidaCode } from "../../values/partida-code.ts";
import { spelledWords } from "../fold.ts";
import type { SearchIndex } from "../search-index.ts";
import { gap } from "../word-tables.ts";
import { toldPartidas } from "./partida-tables.ts";
import { readPartidasOf } from "./partida-words.ts";

/** Why a row belongs to a code that was asked for. */
export interface PartidaReason {
  /** As they were told; or those any of which the words may mean. */
  codes: string[];
  /** The words of the title that say so. Absent where it was told. */
  words?: string;
}

/** Why a row belongs to any of some codes; nothing where it belongs to none. */
export function explainPartidas(
  index: SearchIndex,
  row: number,
  wanted: readonly string[],
): PartidaReason[] {
  const tender = index.rows.at(row);
  if (tender === undefined || wanted.length === 0) return [];
  const isWanted = (code: string | undefined): boolean =>
    code !== undefined && wanted.some((each) => code.startsWith(each));
  if (toldPartidas(tender).length > 0) {
    const codes = (tender.partidas ?? []).filter((digits) => isWanted(readPartidaCode(digits)));
    return codes.length === 0 ? [] : [{ codes }];
  }
  const { sequence, sequenceStart } = index.tables;
  const numbers = sequence.subarray(sequenceStart[row], sequenceStart[row + 1]);
  const words = Array.from(
    numbers.subarray(0, numbers.indexOf(gap)),
    (word) => index.words[word] ?? "",
  );
  const spelled = spelledWords(tender.title ?? "");
  const reasons = readPartidasOf(words)
    .filter(({ codes }) => codes.some(isWanted))
    .map(({ codes, from, to }) => ({
      codes: [...codes],
      words: spelled.slice(from, to).join(" "),
    }));
  // Of several words that say the same, as in `COBIJAS Y EDREDONES`, the first does.
  return reasons.filter(
    ({ codes }, place) =>
      reasons.findIndex((other) => other.codes.join() === codes.join()) === place,
  );
}

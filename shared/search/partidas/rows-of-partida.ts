import { addTo, type Bitset, countSet, emptySet, intersect, unite } from "../bitset.ts";
import type { FindIndex } from "../find-index.ts";

/** The rows of a code of the COG and of all that lie in it. */
export interface PartidaRows {
  all: Bitset;
  /** Those of which it was told; of the others the words of the title say so. */
  told: Bitset;
}

function rowsOfPartida(index: FindIndex, code: string): PartidaRows {
  const known = index.rowsOfPartida.get(code);
  if (known !== undefined) return known;
  const { partidas, partidaStart, partidaRows } = index.tables;
  const rows = { all: emptySet(index.size), told: emptySet(index.size) };
  for (const [place, partida] of partidas.entries()) {
    if (!partida.startsWith(code)) continue;
    const end = partidaStart[place + 1] ?? 0;
    for (let at = partidaStart[place] ?? 0; at < end; at += 1) {
      const entry = partidaRows[at] as number; // Within the bounds.
      addTo(rows.all, entry >>> 1);
      if ((entry & 1) === 0) addTo(rows.told, entry >>> 1);
    }
  }
  index.rowsOfPartida.set(code, rows);
  return rows;
}

/** The rows of any of some codes. */
export function rowsOfPartidas(index: FindIndex, codes: readonly string[]): Bitset {
  const rows = emptySet(index.size);
  for (const code of codes) unite(rows, rowsOfPartida(index, code).all);
  return rows;
}

/** How many rows belong to a code of the COG, and of how many of them that was told. */
export interface PartidaCount {
  count: number;
  told: number;
}

/** How many rows of a set belong to each of some codes. */
export function countPartidas(
  index: FindIndex,
  within: Bitset,
  codes: readonly string[],
): Map<string, PartidaCount> {
  return new Map(
    codes.map((code) => {
      const { all, told } = rowsOfPartida(index, code);
      const count = (set: Bitset): number => countSet(intersect(set.slice(), within));
      return [code, { count: count(all), told: count(told) }];
    }),
  );
}

import { findWords } from "./find-words.ts";
import type { SearchIndex } from "./search-index.ts";
import { headEnders } from "./search-tables.ts";
import { isStopWord, stemWord } from "./stem.ts";
import { gap } from "./word-tables.ts";

/** A word of a title and how much it tells of what is bought; 0 for one that tells nothing. */
export interface WeighedWord {
  /** Its number in the vocabulary. */
  word: number;
  weight: number;
  /** Whether it stands in the head of the title, which says what is bought and not for whom or where. */
  isHead: boolean;
}

/** Weighs words of an index: those that few titles have tell most. */
export interface TitleWeights {
  /** The words of a row's title, each once, where it stands first. */
  weigh(row: number): WeighedWord[];
  /** The length of the title as a vector of its weights. */
  norm(row: number): number;
}

/** What stands behind the head says little of what is bought, and is not nothing: `PARA HOSPITALES`. */
export const tailShare = 0.3;

/** Words by which titles say how it is bought and not what, whatever is bought. */
const sayingHow: ReadonlySet<string> = new Set(
  "adquisicion compra contratacion suministro licitacion invitacion adjudicacion concurso convocatoria publica nacional desierta primera segunda tercera cuarta partida lote ejercicio fiscal programa etapa diversas varias municipio mpio estado durango dgo"
    .split(" ")
    .map(stemWord),
);

/** A word of one title in so many tells as much as a rarer one, which may be a name or a slip. */
const mostRarity = 50;

const known = new WeakMap<SearchIndex, TitleWeights>();

/** The weights of an index. What was weighed is remembered with it. */
export function weighTitles(index: SearchIndex): TitleWeights {
  const made = known.get(index) ?? makeWeights(index);
  known.set(index, made);
  return made;
}

function makeWeights(index: SearchIndex): TitleWeights {
  const { rows, words, tables } = index;
  // What stands behind "en" is a place: `EN LA ZONA CENTRO`.
  const enders = new Set<string>([...headEnders, "en"]);
  const rarity = new Float64Array(words.length).fill(Number.NaN);
  const norms = new Float64Array(rows.length).fill(Number.NaN);

  const rarityOf = (word: number): number => {
    const found = rarity[word] as number; // Every word of a row is one of the vocabulary.
    if (!Number.isNaN(found)) return found;
    const measured = measureRarity(index, words[word] ?? "");
    rarity[word] = measured;
    return measured;
  };
  const weigh = (row: number): WeighedWord[] => {
    const weighed = new Map<number, WeighedWord>();
    const start = tables.sequenceStart[row] ?? 0;
    const end = tables.sequenceStart[row + 1] ?? 0;
    let isHead = true;
    for (let at = start; at < end; at += 1) {
      const word = tables.sequence[at] as number; // Within the bounds.
      if (word === gap) break;
      if (at > start && enders.has(words[word] ?? "")) isHead = false;
      if (weighed.has(word)) continue;
      weighed.set(word, { word, isHead, weight: rarityOf(word) * (isHead ? 1 : tailShare) });
    }
    return [...weighed.values()];
  };
  return {
    weigh,
    norm(row) {
      const found = norms[row] as number; // Within the bounds.
      if (!Number.isNaN(found)) return found;
      const squares = weigh(row).reduce((sum, { weight }) => sum + weight * weight, 0);
      norms[row] = Math.sqrt(squares);
      return Math.sqrt(squares);
    },
  };
}

/** The logarithm of how many rows there are for each that has the word or a form of it. */
function measureRarity(index: SearchIndex, word: string): number {
  const { postingStart } = index.tables;
  if (word.length < 3 || isStopWord(word) || /^\d+$/.test(word)) return 0;
  if (sayingHow.has(stemWord(word))) return 0;
  let holding = 0;
  for (const form of findWords(index, word, false).same) {
    holding += (postingStart[form + 1] ?? 0) - (postingStart[form] ?? 0);
  }
  if (holding === 0) return 0;
  return Math.min(Math.log(mostRarity), Math.max(0, Math.log(index.rows.length / holding)));
}

import type { TenderRow } from "../feed/tender-row.ts";
import { vocabularyKey } from "./fold.ts";
import { makePartidaTables, type PartidaTables } from "./partidas/partida-tables.ts";
import { standardPartidaWords } from "./partidas/partida-words.ts";
import type { RowList } from "./row-list.ts";
import { makeSides } from "./side-tables.ts";
import { gap, makePostings, readSequences } from "./word-tables.ts";

/** Raised whenever tables that were stored could no longer be read rightly. */
export const tablesVersion = 5;

/**
 * Rows made ready for searching: numbers and text alone, which a database keeps and gives back as they are. Word numbers are
 * positions in the vocabulary, row numbers positions among the rows.
 */
export interface SearchTables extends PartidaTables {
  version: number;
  /** Every distinct word of titles and numbers, folded, each between line breaks, in the order of `vocabularyKey`. */
  vocabulary: string;
  /** The rows that hold word w are `postings[postingStart[w]…postingStart[w + 1] - 1]`, ascending. */
  postingStart: Uint32Array;
  /** Twice the row, and one more where the word does not stand in the head of the title. */
  postings: Uint32Array;
  /** The words of row r in their order are `sequence[sequenceStart[r]…]`: the title, `gap`, the number. */
  sequenceStart: Uint32Array;
  sequence: Uint32Array;
  /** Local days as `20260318`; 0 without a date. */
  publishedOn: Int32Array;
  opensOn: Int32Array;
  clarifiesOn: Int32Array;
  awardsOn: Int32Array;
  /** What is to be known of the dates, as a sum of `dateFlags`. */
  dateFlags: Uint8Array;
  /** The last instant at which a call is open, in milliseconds since 1970; NaN without a date. */
  openUntilMs: Float64Array;
  /** What the row has of each side, as a position in its list below; the first place is that of rows that have none. */
  buyerOf: Uint32Array;
  kindOf: Uint32Array;
  statusOf: Uint32Array;
  /** Each buyer with its latest name. */
  buyers: { id: string; name: string }[];
  /** Each pair of a method and the portal's word for it. */
  kinds: { method: NonNullable<TenderRow["method"]> | "unknown"; text: string }[];
  /** The portal's words for a status. */
  statuses: string[];
}

/** Words behind which a title says for whom, where and how, and no longer what is bought. */
export const headEnders = ["para", "que", "secretaria", "municipio", "mpio"];

/** Makes the tables of some rows. Takes time in proportion to their text. */
export function makeTables(rows: RowList): SearchTables {
  const { sides, told } = makeSides(rows);
  const { words, sequenceStart, sequence } = readSequences(rows);
  const order = words
    .map((word, number) => ({ key: vocabularyKey(word), number }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const place = new Uint32Array(words.length);
  for (const [position, { number }] of order.entries()) place[number] = position;
  for (let at = 0; at < sequence.length; at += 1) {
    const word = sequence[at] as number; // Within the bounds.
    if (word !== gap) sequence[at] = place[word] as number; // Every word has its place.
  }
  const sorted = order.map(({ number }) => words[number] as string); // Each has its number.
  const enders = headEnders.flatMap((word) => place[words.indexOf(word)] ?? []);
  return {
    version: tablesVersion,
    vocabulary: `\n${sorted.map((word) => `${word}\n`).join("")}`,
    ...makePostings(words.length, sequenceStart, sequence, new Set(enders)),
    sequenceStart,
    sequence,
    ...makePartidaTables(standardPartidaWords, sorted, { sequence, sequenceStart }, told),
    ...sides,
  };
}

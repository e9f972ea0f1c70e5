import * as z from "zod";
import standard from "./partidas.es-MX.json";

const Text = z.string().min(1);
const Code = z.string().regex(/^[1-9]{1,3}$/);
const Words = z.array(Text.max(100)).min(1);

/**
 * `partidas.json`: the codes of the COG with their official names, and an open table of the words with which titles ask for what belongs to each, a file
 * of the repository, published with the feed.
 */
export const PartidaList = z.strictObject({
  title: Text,
  /** Year of the list and its number within the year: `2026.1`. */
  version: z.string().regex(/^\d{4}\.\d+$/),
  language: z.literal("es-MX"),
  /** Of this list, not of the data beside it. */
  license: z.url(),
  /** In Spanish: whence the names are, and with what they were compared. */
  source: Text,
  compared: Text,
  notes: Text,
  /** In Spanish: how a program tells by it what a title buys. */
  uso: Text,
  /** Words that may stand within a phrase and change nothing of it. */
  fillers: Words,
  /** Words from which on a title says for whom, where and how. */
  enders: Words,
  /** Words that say what is done with what follows: of the codes that counted, only those of these chapters do from there on. */
  operations: z.array(
    z.strictObject({
      words: Words,
      chapters: z.array(Code),
      /** Set where what stood before no longer matters. */
      startsAnew: z.literal(true).optional(),
    }),
  ),
  /** Ids of groups of the list of synonyms, whose single words stand for each other in any phrase. */
  sameWords: z.array(Text),
  partidas: z.array(z.strictObject({ code: Code, name: Text })),
  /** What words belong to: to one of several codes, where they do not tell to which; to none, where they only hold a shorter phrase. */
  groups: z.array(
    z.strictObject({
      codes: z.array(Code),
      words: Words,
      /** Set where they say too little for a title, and help who searches. */
      helpOnly: z.literal(true).optional(),
    }),
  ),
});
export type PartidaList = z.infer<typeof PartidaList>;

/** The list that comes with the program. A test holds the file to its schema, so that no reader pays for checking it. */
export const standardPartidas = standard as PartidaList;

const names = new Map(standardPartidas.partidas.map(({ code, name }) => [code, name]));

/** A code of the COG, with its official name where the list has it. */
export interface NamedPartida {
  code: string;
  name?: string;
}

export function namePartida(code: string): NamedPartida {
  const name = names.get(code);
  return { code, ...(name !== undefined && { name }) };
}

import * as z from "zod";
import standard from "./synonyms.es-MX.json";

const Words = z.array(z.string().min(1).max(100)).min(2).max(50);

/** `sinonimos.json`: an open list of words with which different buyers ask for the same, a file of the repository, published with the feed. */
export const SynonymList = z.strictObject({
  title: z.string().min(1),
  /** Year of the list and its number within the year: `2026.1`. */
  version: z.string().regex(/^\d{4}\.\d+$/),
  language: z.literal("es-MX"),
  /** Of this list, not of the data beside it. */
  license: z.url(),
  notes: z.string().min(1),
  /** In Spanish: how a program searches with it. */
  uso: z.string().min(1),
  /** An id that was published stays with its group. */
  groups: z.array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), words: Words })),
});
export type SynonymList = z.infer<typeof SynonymList>;

/** The list that comes with the program. A test holds the file to its schema, so that no reader pays for checking it. */
export const standardList = standard as SynonymList;

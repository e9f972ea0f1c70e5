import { recordsSeen } from "./records.ts";
import type { Visit } from "./visit.ts";

export type WordKind = "estatus" | "modalidad" | "materia";

/** A word of the portal, with the profile's word that it belongs to, if any. */
export interface SeenWord {
  texto: string;
  clave?: string | undefined;
  count: number;
  /** Where it was seen first. */
  url: string;
}

const fieldOf = { estatus: "estatus", modalidad: "tipoProcedimiento", materia: "materia" } as const;

/** The words of a kind on the list and on the pages of procedures, the most frequent first. */
export function wordsSeen(visit: Visit, kind: WordKind): SeenWord[] {
  const seen = new Map<string, SeenWord>();
  for (const record of recordsSeen(visit)) {
    const word = record[fieldOf[kind]];
    if (word === undefined) continue;
    const known = seen.get(word.texto);
    if (known) known.count += 1;
    else seen.set(word.texto, { ...word, count: 1, url: record.url });
  }
  return [...seen.values()].sort((a, b) => b.count - a.count);
}

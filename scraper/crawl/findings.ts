import * as z from "zod";
import { collectStructure, type StructureCollector } from "../../shared/portal/fingerprint.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { Procedimiento, Proveedor } from "../../shared/portal/records.ts";

/** Something that a person should look at, with how often it was seen and where for the first time. */
export const Finding = z.strictObject({
  kind: z.enum([
    "unknownLabel",
    "unreadableText",
    "unknownWord",
    "skippedPage",
    "skippedDocument",
    "setAside",
    "notice",
  ]),
  page: z.string(),
  /** The label, the field, or what happened. */
  subject: z.string(),
  count: z.int().positive(),
  /** The address, with the text that was found there where that helps. */
  example: z.string(),
});
export type Finding = z.infer<typeof Finding>;

/** Gathers findings over a run; one of a kind is kept once and counted. */
export interface Findings {
  add(kind: Finding["kind"], page: string, subject: string, example: string): void;
  /** Unknown labels, unreadable texts and unknown words of a record. */
  addRecord(page: PageDefinition["id"], record: Procedimiento | Proveedor, url: string): void;
  /** By kind, page and subject, so that two runs can be compared. */
  list(): Finding[];
  /** What the pages looked like. */
  structure: StructureCollector;
}

/** Different subjects kept: a portal that changed wholesale shows in far fewer. */
const maxFindings = 500;

export function collectFindings(profile: PortalProfile): Findings {
  const found = new Map<string, Finding>();
  const add: Findings["add"] = (kind, page, subject, example) => {
    const key = JSON.stringify([kind, page, subject]);
    const known = found.get(key);
    if (known) known.count += 1;
    else if (found.size < maxFindings) found.set(key, { kind, page, subject, count: 1, example });
  };
  return {
    add,
    addRecord: (page, record, url) => {
      // A text of the registry may be a person's CURP or address, and a report is kept and shown: only its place is named.
      const quote = (texto: string) => (page === "padron" ? url : `${url} "${texto.slice(0, 80)}"`);
      for (const { etiqueta, texto } of record.desconocidos) {
        add("unknownLabel", page, etiqueta, quote(texto));
      }
      for (const { campo, texto } of record.problemas) {
        add("unreadableText", page, campo, quote(texto));
      }
      for (const word of wordsOf(record)) {
        if (word.clave === undefined) add("unknownWord", page, word.texto, url);
      }
    },
    structure: collectStructure(profile),
    list: () =>
      [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, finding]) => finding),
  };
}

function wordsOf(
  record: Procedimiento | Proveedor,
): { texto: string; clave?: string | undefined }[] {
  if (!("anexos" in record)) return [];
  const { tipoProcedimiento, materia, estatus } = record;
  return [tipoProcedimiento, materia, estatus].filter((word) => word !== undefined);
}

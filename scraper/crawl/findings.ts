import * as z from "zod";
import { judgeDateOrder } from "../../shared/portal/date-order.ts";
import { type DateOrderError, PageChangedError } from "../../shared/portal/errors.ts";
import { collectStructure, type StructureCollector } from "../../shared/portal/fingerprint.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import { listado } from "../../shared/portal/pages/listado.ts";
import { procedimiento } from "../../shared/portal/pages/procedimiento.ts";
import { collectPlausibility } from "../../shared/portal/plausibility.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { Procedimiento, Proveedor } from "../../shared/portal/records.ts";
import { ImplausiblePortalError } from "../errors.ts";

/** Something that a person should look at, with how often it was seen and where for the first time. */
export const Finding = z.strictObject({
  kind: z.enum([
    "unknownLabel",
    "unreadableText",
    "unknownWord",
    "skippedPage",
    "skippedDocument",
    "setAside",
    /** The pages of a kind have another form than before; the subject says which. */
    "formChanged",
    /** No page has a label for some of the fields that are declared and not required. */
    "fieldAbsent",
    /** What the pages say cannot be true. */
    "implausible",
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
  /** Throws `ImplausiblePortalError` where the pages of procedures that were read until now cannot be right. */
  requirePlausible(): void;
  /**
   * What a date of the other order than the profile's comes to: it was typed wrongly, and its page is skipped, where dates of the profile's order
   * were seen or none that rest on it; else the run's end.
   */
  explainDateOrder(error: DateOrderError): Error;
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
  const plausibility = collectPlausibility();
  const dateOrder = { isProven: false, isNeeded: false };
  let disproof: DateOrderError | undefined;
  const isOrderRefuted = () => dateOrder.isNeeded && !dateOrder.isProven;
  return {
    add,
    requirePlausible: () => {
      if (disproof && isOrderRefuted()) throw new ImplausiblePortalError(disproof);
      try {
        plausibility.requireEventOrder(profile.baseUrl);
        plausibility.requireReadableFields(profile.baseUrl);
      } catch (error) {
        if (!(error instanceof PageChangedError)) throw error;
        add("implausible", "procedimiento", "what the pages say cannot be true", error.message);
        throw new ImplausiblePortalError(error);
      }
    },
    explainDateOrder: (error) => {
      disproof ??= error;
      return isOrderRefuted() ? new ImplausiblePortalError(error) : error;
    },
    addRecord: (page, record, url) => {
      if ("anexos" in record) {
        if (page === "procedimiento") plausibility.note(record);
        const definition = page === "procedimiento" ? procedimiento : listado;
        const order = judgeDateOrder(record, definition, profile);
        if (order === "proven") dateOrder.isProven = true;
        if (order === "needed") dateOrder.isNeeded = true;
      }
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

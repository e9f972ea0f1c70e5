import type { mainProcurementCategories, procurementMethods } from "../../ocds/codelists.ts";
import { foldLabel } from "../../values/text.ts";
import type { Modality } from "./row.ts";

/** INAI's own mapping, as for the portal's words. */
export const methodOfModality: Readonly<Record<Modality, (typeof procurementMethods)[number]>> = {
  licitacionPublica: "open",
  invitacion: "selective",
  adjudicacionDirecta: "direct",
};

/** What the catalogue says, however it is written; `Otra (especificar)` is none of them. */
export function readModality(text: string): Modality | undefined {
  const folded = foldLabel(text);
  if (/^adjudicacion(es)? directas?\b/.test(folded)) return "adjudicacionDirecta";
  if (/^invitacion(es)?\b/.test(folded)) return "invitacion";
  if (/^licitacion(es)?\b/.test(folded)) return "licitacionPublica";
  return undefined;
}

export function readCategory(text: string): (typeof mainProcurementCategories)[number] | undefined {
  const folded = foldLabel(text);
  if (/^obras?( publicas?)?$/.test(folded)) return "works";
  // Services for public works are services: the works themselves are another procedure.
  if (/^servicios?\b/.test(folded)) return "services";
  if (/^(adquisicion|arrendamiento|bienes)/.test(folded)) return "goods";
  return undefined;
}

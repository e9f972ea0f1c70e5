import type {
  documentTypes,
  mainProcurementCategories,
  procurementMethods,
  tenderStatuses,
} from "../ocds/codelists.ts";

/** Canonical words of a portal profile → codes of OCDS. A word without a row has no code and is published as text only. */

/** INAI's own mapping. A `concurso` is a public call in Durango's law of acquisitions. */
export const methodOfModalidad: Readonly<Record<string, (typeof procurementMethods)[number]>> = {
  licitacionPublica: "open",
  concurso: "open",
  invitacion: "selective",
  adjudicacionDirecta: "direct",
};

export const categoryOfMateria: Readonly<
  Record<string, (typeof mainProcurementCategories)[number]>
> = {
  adquisiciones: "goods",
  arrendamientos: "goods",
  servicios: "services",
  obraPublica: "works",
};

/** `suspendido` has no counterpart in OCDS. */
export const statusOfEstatus: Readonly<Record<string, (typeof tenderStatuses)[number]>> = {
  vigente: "active",
  enProceso: "active",
  adjudicado: "complete",
  desierto: "unsuccessful",
  cancelado: "cancelled",
};

export const documentTypeOfAnexo: Readonly<Record<string, (typeof documentTypes)[number]>> = {
  convocatoria: "tenderNotice",
  bases: "biddingDocuments",
  actaJunta: "clarifications",
  diferimiento: "clarifications",
  actaApertura: "openingOfProposals",
  dictamen: "evaluationReports",
  fallo: "awardNotice",
  modeloContrato: "contractDraft",
  contrato: "contractSigned",
  anexoContrato: "contractAnnexe",
  convenioModificatorio: "contractAnnexe",
};

import type { RegistryStatus } from "../../shared/feed/registry-statuses.ts";
import type { Situation69b } from "../../shared/feed/supplier-row.ts";
import type { documentTypes } from "../../shared/ocds/codelists.ts";

/** Codes → what a table for people says in their place. */

/** Those that the mapping gives; of any other type a table says nothing. */
export const documentTypeWords: Readonly<Partial<Record<(typeof documentTypes)[number], string>>> =
  {
    tenderNotice: "Convocatoria",
    biddingDocuments: "Bases",
    clarifications: "Junta de aclaraciones",
    openingOfProposals: "Acta de apertura",
    evaluationReports: "Dictamen",
    awardNotice: "Fallo",
    contractDraft: "Modelo de contrato",
    contractSigned: "Contrato",
    contractAnnexe: "Anexo o convenio del contrato",
  };

export const personTypeWords = { company: "Persona moral", person: "Persona física" } as const;

export const registryStatusWords: Readonly<Record<RegistryStatus, string>> = {
  active: "Vigente",
  expired: "Vencido",
  suspended: "Suspendido",
  cancelled: "Cancelado",
  removed: "Dado de baja",
  pending: "En trámite",
};

/** As the SAT words them. */
export const situation69bWords: Readonly<Record<Situation69b, string>> = {
  presunto: "Presunto",
  desvirtuado: "Desvirtuado",
  definitivo: "Definitivo",
  sentenciaFavorable: "Sentencia favorable",
};

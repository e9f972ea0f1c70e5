import type { Tender } from "../../ocds/schema.ts";
import { digest } from "./identity.ts";
import type { LinkKey, PntRow } from "./row.ts";

export type Document = NonNullable<Tender["documents"]>[number];

/** Where a linked document belongs. */
type Place = "tender" | "award" | "contract" | "implementation";

/** A notice of suspension, an authorisation and a settlement have no type in the standard's list. */
const kinds: Readonly<Record<LinkKey, { place: Place; title: string; documentType?: string }>> = {
  urlConvocatoria: {
    place: "tender",
    title: "Convocatoria o invitaciones",
    documentType: "tenderNotice",
  },
  urlAutorizacion: { place: "tender", title: "Autorización o suficiencia de recursos" },
  urlJunta: {
    place: "tender",
    title: "Acta de la junta de aclaraciones",
    documentType: "clarifications",
  },
  urlPropuestas: {
    place: "tender",
    title: "Acta de presentación de propuestas",
    documentType: "openingOfProposals",
  },
  urlDictamenes: { place: "award", title: "Dictámenes", documentType: "evaluationReports" },
  urlFallo: { place: "award", title: "Fallo", documentType: "awardNotice" },
  urlContrato: {
    place: "contract",
    title: "Contrato y anexos, en versión pública",
    documentType: "contractSigned",
  },
  urlSuspension: { place: "contract", title: "Comunicado de suspensión, rescisión o terminación" },
  urlAvanceFisico: {
    place: "implementation",
    title: "Informes de avance físico",
    documentType: "physicalProgressReport",
  },
  urlAvanceFinanciero: {
    place: "implementation",
    title: "Informes de avance financiero",
    documentType: "financialProgressReport",
  },
  urlRecepcion: {
    place: "implementation",
    title: "Acta de recepción",
    documentType: "completionCertificate",
  },
  urlFiniquito: { place: "implementation", title: "Finiquito" },
};

/** The documents of a place that a row links; undefined where it links none. */
export function documentsAt(place: Place, { enlaces }: PntRow): Document[] | undefined {
  const documents = Object.entries(enlaces).flatMap(([key, url]) => {
    // The keys of a row's links are those of its type.
    const { place: own, title, documentType } = kinds[key as LinkKey];
    return own === place ? [reportedDocument(title, url, documentType)] : [];
  });
  return documents.length === 0 ? undefined : documents;
}

export function reportedDocument(title: string, url: string, documentType?: string): Document {
  return {
    id: `pnt-${digest([title, url])}`,
    ...(documentType !== undefined && { documentType }),
    title,
    url,
    language: "es",
  };
}

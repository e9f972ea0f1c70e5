import { isWithdrawnDocument } from "../../shared/mapping/state.ts";
import type { CompiledRelease } from "../../shared/ocds/schema.ts";

/** A field whose presence is counted. */
export interface CoverageField {
  id: string;
  /** In Spanish. */
  title: string;
  /** Whether a state has it. @param portalId the portal's number of the procedure. */
  isIn(state: CompiledRelease, portalId: string): boolean;
  /** Set for what a procedure gets in its course: that a new one lacks it says nothing. */
  accrues?: true;
}

/** What the portal says of a procedure, as it is published. */
export const coverageFields: readonly CoverageField[] = [
  {
    id: "number",
    title: "Número de procedimiento",
    // Where the portal prints none, its own number stands there.
    isIn: ({ tender }, portalId) => tender?.id !== undefined && tender.id !== portalId,
  },
  { id: "title", title: "Descripción", isIn: ({ tender }) => tender?.title !== undefined },
  { id: "buyerName", title: "Unidad compradora", isIn: ({ buyer }) => buyer?.name !== undefined },
  {
    id: "method",
    title: "Modalidad",
    isIn: ({ tender }) => tender?.procurementMethod !== undefined,
  },
  {
    id: "category",
    title: "Materia",
    isIn: ({ tender }) => tender?.mainProcurementCategory !== undefined,
  },
  {
    id: "publishedAt",
    title: "Publicación",
    isIn: ({ tender }) => tender?.tenderPeriod?.startDate !== undefined,
  },
  {
    id: "clarificationAt",
    title: "Junta de aclaraciones",
    isIn: ({ tender }) => tender?.enquiryPeriod?.endDate !== undefined,
    accrues: true,
  },
  {
    id: "opensAt",
    title: "Presentación y apertura de proposiciones",
    isIn: ({ tender }) => tender?.bidOpening?.date !== undefined,
    accrues: true,
  },
  {
    id: "awardAt",
    title: "Fallo",
    isIn: ({ tender }) => tender?.awardPeriod?.endDate !== undefined,
    accrues: true,
  },
  {
    id: "status",
    title: "Estatus",
    isIn: ({ tender }) => tender?.status !== undefined,
    accrues: true,
  },
  {
    id: "documents",
    title: "Anexos",
    // The portal's page is among the documents of every procedure; what has vanished is not there any more.
    isIn: ({ tender }, portalId) =>
      (tender?.documents ?? []).some(
        (document) => document.id !== `procedimiento-${portalId}` && !isWithdrawnDocument(document),
      ),
    accrues: true,
  },
];

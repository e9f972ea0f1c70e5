import type { ProcedureTruth } from "../../../fixtures/practice-portal/truth.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { categoryOfMateria } from "../../../shared/mapping/words.ts";
import { dropUndefined } from "../../../shared/values/present.ts";

const methods = {
  licitacionPublica: "open",
  concurso: "open",
  invitacion: "selective",
  adjudicacionDirecta: "direct",
} as const;

/** A made procedure as the feed has it, without the way through portal and reader. */
export function rowOfTruth(procedure: ProcedureTruth): TenderRow {
  return dropUndefined<TenderRow>({
    id: procedure.id,
    ocid: `ocds-000000-${procedure.id}`,
    url: `https://comprasestatal.durango.gob.mx/procedimiento/${procedure.id}`,
    number: procedure.numeroProcedimiento,
    title: procedure.descripcion,
    buyerId: procedure.unidadCompradora.nombre,
    buyerName: procedure.unidadCompradora.nombre,
    method: methods[procedure.modalidad],
    methodText: procedure.modalidad,
    category: categoryOfMateria[procedure.materia],
    publishedAt: procedure.fechaPublicacion,
    clarificationAt: procedure.fechaJuntaAclaraciones,
    opensAt: procedure.fechaAperturaProposiciones,
    awardAt: procedure.fechaFallo,
    statusText: procedure.estatus,
  });
}

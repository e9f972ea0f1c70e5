import type { PageDefinition } from "./definition.ts";

/**
 * Page: one procurement procedure, a definition list and its attachments.
 * Example: https://comprasestatal.durango.gob.mx/consulta/ProcedimientosDeContratacion/1234
 * First seen: never live. The labels of description, unit and the three events come from a third party's code.
 * History: none.
 * Caveats: labels are split by `<br>`; an event without a date has an empty `dd`; values carry numeric entities.
 */
export const procedimiento = {
  id: "procedimiento",
  route: "procedimiento",
  holds: "record",
  fields: {
    numeroProcedimiento: { kind: "number" },
    descripcion: { kind: "text", required: true },
    unidadCompradora: { kind: "unit", required: true },
    tipoProcedimiento: { kind: "modalidad" },
    materia: { kind: "materia" },
    fechaPublicacion: { kind: "date" },
    fechaJuntaAclaraciones: { kind: "date" },
    fechaAperturaProposiciones: { kind: "date" },
    fechaFallo: { kind: "date" },
    estatus: { kind: "estatus" },
  },
} as const satisfies PageDefinition;

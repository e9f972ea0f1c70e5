import type { PageDefinition } from "./definition.ts";

/**
 * Page: the list of all procedures, a table with a link to each procedure.
 * Example: https://comprasestatal.durango.gob.mx/consulta/ProcedimientosDeContratacion
 * First seen: never live. Only the address is known; columns and delivery are guesses.
 * History: none.
 * Caveats: three deliveries are understood: pages linked by "Siguiente", one page whose script turns it into pages
 * (DataTables), and rows that a script fetches as JSON. The list repeats rows and holds rows that are no procedures.
 */
export const listado = {
  id: "listado",
  route: "listado",
  holds: "rows",
  fields: {
    id: { kind: "text", leads: true },
    numeroProcedimiento: { kind: "number" },
    descripcion: { kind: "text", required: true },
    unidadCompradora: { kind: "unit", required: true },
    tipoProcedimiento: { kind: "modalidad" },
    fechaPublicacion: { kind: "date" },
    fechaAperturaProposiciones: { kind: "date" },
    estatus: { kind: "estatus" },
    enlace: { kind: "text", leads: true },
  },
} as const satisfies PageDefinition;

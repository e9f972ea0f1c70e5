import type { PageDefinition } from "./definition.ts";

/**
 * Page: the registry of suppliers (padrón de proveedores), a table.
 * Example: https://comprasestatal.durango.gob.mx/consulta/Proveedores
 * First seen: never live. That the portal has such a page, and every column of it, is a guess.
 * History: none.
 * Caveats: natural persons are among the suppliers; their RFC is personal data and is never published.
 */
export const padron = {
  id: "padron",
  route: "padron",
  holds: "rows",
  fields: {
    folio: { kind: "text" },
    rfc: { kind: "text" },
    nombre: { kind: "text", required: true },
    tipoPersona: { kind: "text" },
    municipio: { kind: "text" },
    giros: { kind: "list" },
    fechaInscripcion: { kind: "date" },
    vigenciaHasta: { kind: "date" },
    estatus: { kind: "text" },
  },
} as const satisfies PageDefinition;

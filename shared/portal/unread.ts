import type { PageDefinition } from "./pages/definition.ts";
import type { PortalProfile } from "./profile.ts";
import type { Procedimiento, Proveedor } from "./records.ts";

/** What stands on a page that was read and could not be read, of which nothing is shown. */
export interface Unread {
  /** Fields of which some text could not be read, in the order of the page's definition. */
  fields: UnreadField[];
  /** Rows of which nobody can say which text is what. */
  rows: number;
}

interface UnreadField {
  /** As the profile has it first: `Evento de Fallo`. */
  label: string;
  /** Rows, or 1 on the page of a procedure. */
  count: number;
  /** The first such text, as the portal prints it, and what it was said of. */
  example: string;
  exampleOf: string;
}

/** Finds what could not be read of a page from what was. A text that was passed over for a surer one is not among it. */
export function findUnread(
  records: readonly (Procedimiento | Proveedor)[],
  { id, fields }: PageDefinition,
  profile: PortalProfile,
): Unread {
  const found = new Map<string, UnreadField>();
  for (const record of records) {
    const missing = record.problemas.filter(({ campo }) => !(campo in record));
    for (const [campo, texto] of new Map(missing.map(({ campo, texto }) => [campo, texto]))) {
      const [label = campo] = profile.labels[id][campo] ?? [];
      const field = found.get(campo) ?? {
        label,
        count: 0,
        example: texto,
        exampleOf: nameOf(record),
      };
      field.count += 1;
      found.set(campo, field);
    }
  }
  return {
    fields: Object.keys(fields).flatMap((campo) => found.get(campo) ?? []),
    rows: records.filter(saysNothing).length,
  };
}

/** A row that is not as wide as its header: there is no label for any of its texts. */
export function saysNothing({ original }: Procedimiento | Proveedor): boolean {
  return Object.keys(original).length === 0;
}

/** By what a reader finds it on the page. */
function nameOf(record: Procedimiento | Proveedor): string {
  if ("nombre" in record) return record.nombre;
  return record.numeroProcedimiento ?? record.descripcion ?? record.id;
}

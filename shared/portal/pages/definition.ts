import type { PortalProfile } from "../profile.ts";

/** How the text of a field is read. `number` is one that a unit gave, a text too, and never the count of a row; `unit` is a code and a name; `words` belongs to a table of the profile; `list` is separated by `;`, `|` or a comma and a space. */
export type FieldKind =
  | "text"
  | "number"
  | "date"
  | "unit"
  | "modalidad"
  | "materia"
  | "estatus"
  | "list";

interface Field {
  kind: FieldKind;
  /** A page of this kind on which no label for the field is found has changed, and is not read. */
  required?: true;
  /** Leads to the record, and says nothing of it. */
  leads?: true;
}

/**
 * A kind of page, declared. The labels that stand for each key are in the portal's profile.
 *
 * It names no element and no class: where labels and texts stand is found out by the strategies of `reading/`.
 */
export interface PageDefinition {
  id: keyof PortalProfile["labels"];
  route: keyof PortalProfile["routes"];
  /** Whether a page shows one record or lists many. */
  holds: "record" | "rows";
  fields: Readonly<Record<string, Field>>;
}

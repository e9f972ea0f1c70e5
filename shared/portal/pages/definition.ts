import type { PortalProfile } from "../profile.ts";

/** How the text of a field is read. `unit` is a code and a name; `words` belongs to a table of the profile; `list` is separated by `;`, `|` or a comma and a space. */
export type FieldKind = "text" | "date" | "unit" | "modalidad" | "materia" | "estatus" | "list";

interface Field {
  kind: FieldKind;
  /** A page of this kind on which no label for the field is found has changed, and is not read. */
  required?: true;
}

/**
 * A kind of page, declared. The labels that stand for each key are in the portal's profile.
 *
 * `shape` says where label and text stand: `definitions` is one record a page, in `dl`; `table` is one
 * record a row, its labels in the header row. Selectors are plain CSS, understood by every reader.
 */
export interface PageDefinition {
  id: keyof PortalProfile["labels"];
  route: keyof PortalProfile["routes"];
  shape: "definitions" | "table";
  /** Where to look; the whole page where it is absent from the page. */
  scope: string;
  fields: Readonly<Record<string, Field>>;
}

import type {
  PntField,
  PntFormat,
  RowKey,
  TableKey,
} from "../../../shared/mapping/pnt/formats/format.ts";
import { pntFormats } from "../../../shared/mapping/pnt/formats/formats.ts";
import { collapseSpaces, foldLabel } from "../../../shared/values/text.ts";
import { type Cell, cellText } from "../tables/cell.ts";
import type { Row } from "../tables/sheet.ts";

export type MainField = PntField<RowKey | TableKey>;

/** A column of the main sheet. */
interface MainColumn {
  /** As it stands in the file. */
  heading: string;
  /** Undefined for a heading that no format knows. */
  field: MainField | undefined;
  /** Of a table: the sheet that the heading names, `Tabla_334277`. */
  tableSheet?: string;
}

/** The row of a sheet that says what its columns are. */
export interface Headings {
  format: PntFormat;
  row: number;
  /** By place; a column without a heading is undefined. */
  columns: readonly (MainColumn | undefined)[];
}

/** Merged exports put the body beside each row; no format of fraction XXVIII has these. */
const bodyField: MainField = { label: "Sujeto obligado", type: "text", key: "sujetoObligado" };
const bodyLabels = new Set(
  ["Sujeto obligado", "Nombre del sujeto obligado", "Institución"].map(foldHeading),
);

/** Fewer known headings than this in a row are no table of fraction XXVIII. */
const leastHeadings = 6;

/**
 * A heading folded for comparing, without the name of the sheet it points to and what the catalogue adds: `Materia (catálogo)` → `materia`,
 * `Posibles contratantes \nTabla_334277` → `posibles contratantes`.
 */
export function foldHeading(text: string): string {
  return foldLabel(text)
    .replace(/\s*\btabla[_ ]\d+.*$/, "")
    .replace(/\(catalogo\)/g, " ")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/**
 * What the columns are, if this row says so: the format is the one that knows most of its headings, of equals the earlier in the list. Undefined for a
 * row of anything else.
 */
export function readHeadings({ number, cells }: Row): Headings | undefined {
  const headings = cells.map((cell) => collapseSpaces(headingText(cell)));
  let best: Headings | undefined;
  let mostKnown = leastHeadings - 1;
  for (const format of pntFormats) {
    const fields = fieldsOf(format);
    const columns = headings.map((heading) =>
      heading === "" ? undefined : describeColumn(heading, fields),
    );
    const known = columns.filter((column) => column?.field !== undefined).length;
    if (known <= mostKnown) continue;
    mostKnown = known;
    best = { format, row: number, columns };
  }
  return best;
}

/** Whether a row repeats the headings, as files do that were put together from several. */
export function isHeadings({ cells }: Row, { columns }: Headings): boolean {
  const filled = cells.filter((cell) => cell !== undefined).length;
  const equal = cells.filter(
    (cell, index) =>
      cell !== undefined &&
      columns[index] !== undefined &&
      foldHeading(headingText(cell)) === foldHeading(columns[index].heading),
  ).length;
  return equal >= leastHeadings && equal * 2 > filled;
}

function describeColumn(heading: string, fields: ReadonlyMap<string, MainField>): MainColumn {
  const folded = foldHeading(heading);
  const tableSheet = /\btabla[_ ]\d+/i.exec(heading)?.[0];
  return {
    heading,
    field: bodyLabels.has(folded) ? bodyField : fields.get(folded),
    ...(tableSheet !== undefined && { tableSheet: tableSheet.replace(" ", "_") }),
  };
}

const known = new Map<PntFormat, ReadonlyMap<string, MainField>>();

function fieldsOf(format: PntFormat): ReadonlyMap<string, MainField> {
  const fields =
    known.get(format) ?? new Map(format.fields.map((field) => [foldHeading(field.label), field]));
  known.set(format, fields);
  return fields;
}

/** A heading is a text; whatever else stands in a cell is none. */
function headingText(cell: Cell): string {
  return typeof cell === "string" ? cellText(cell) : "";
}

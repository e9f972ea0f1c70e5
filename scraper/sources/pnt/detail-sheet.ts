import type { DetailKey } from "../../../shared/mapping/pnt/formats/format.ts";
import { collapseSpaces } from "../../../shared/values/text.ts";
import { type Cell, cellText } from "../tables/cell.ts";
import type { Sheet } from "../tables/sheet.ts";
import { foldHeading, type MainField } from "./headings.ts";

/** A row of a further sheet that the main one points to. */
export interface DetailRow {
  number: number;
  cells: Partial<Record<DetailKey, Cell>>;
}

/** What a further sheet holds: its rows by the number with which the main sheet points to them. */
export interface Details {
  sheet: string;
  rows: ReadonlyMap<string, readonly DetailRow[]>;
}

/** Headings of such sheets differ in length only, so that their beginning tells. */
const beginnings: readonly [RegExp, DetailKey][] = [
  [/^nombre s?\b/, "nombre"],
  [/^primer apellido\b/, "primerApellido"],
  [/^segundo apellido\b/, "segundoApellido"],
  [/^(denominacion|razon social)\b/, "razonSocial"],
  [/^(rfc|registro federal de contribuyentes)\b/, "rfc"],
  [/^monto\b/, "monto"],
];

/**
 * Reads the sheet that a field's cells point to. Its headings are the first row that has a column `ID` and one that the field knows; undefined where
 * there is none.
 */
export async function readDetails(sheet: Sheet, field: MainField): Promise<Details | undefined> {
  let columns: (DetailKey | "id" | undefined)[] | undefined;
  const rows = new Map<string, DetailRow[]>();
  for await (const { number, cells } of sheet.rows()) {
    if (columns === undefined) {
      columns = findColumns(cells, field);
      continue;
    }
    const id = cellText(cells[columns.indexOf("id")]).trim();
    const detail: DetailRow = { number, cells: {} };
    for (const [index, key] of columns.entries()) {
      const cell = cells[index];
      if (key !== undefined && key !== "id" && cell !== undefined) detail.cells[key] = cell;
    }
    const others = rows.get(id);
    if (others === undefined) rows.set(id, [detail]);
    else others.push(detail);
  }
  return columns === undefined ? undefined : { sheet: sheet.name, rows };
}

function findColumns(
  cells: readonly Cell[],
  field: MainField,
): (DetailKey | "id" | undefined)[] | undefined {
  const columns = cells.map((cell) => {
    const heading = foldHeading(typeof cell === "string" ? collapseSpaces(cell) : "");
    return heading === "id" ? "id" : detailKey(heading, field);
  });
  const isHeading = columns.includes("id") && columns.some((key) => key && key !== "id");
  return isHeading ? columns : undefined;
}

function detailKey(heading: string, { columns = [] }: MainField): DetailKey | undefined {
  const declared = columns.find(({ label }) => foldHeading(label) === heading);
  if (declared !== undefined) return declared.key;
  const keys = new Set(columns.map(({ key }) => key));
  return beginnings.find(([beginning, key]) => keys.has(key) && beginning.test(heading))?.[1];
}

import type { ImportReport } from "../../store/imports.ts";
import type { FoundColumns } from "../tables/find-columns.ts";
import type { Sheet } from "../tables/sheet.ts";
import type { RegistryColumn } from "./columns.ts";

export interface RowPlace {
  sheet: string;
  row: number;
}

/** What is to be told of a registry that was read. */
export interface RegistryNotes {
  foundColumns(sheet: Sheet, columns: FoundColumns<RegistryColumn>): void;
  leftSheet(sheet: Sheet): void;
  notTaken(place: RowPlace, reason: string, column?: string): void;
  count(what: string): void;
  /** @param counts what else was counted. */
  report(counts: Readonly<Record<string, number>>): ImportReport;
}

export function takeNotes(): RegistryNotes {
  const counted = new Map<string, number>();
  const notes: string[] = [];
  const lost: ImportReport["notTaken"] = [];
  const named = (sheet: string) => (sheet === "" ? {} : { sheet });
  return {
    foundColumns: (sheet, columns) => notes.push(...describeColumns(sheet, columns)),
    leftSheet: ({ name, isHidden }) => {
      const reason = isHidden ? "the sheet is hidden" : "it has no column of names";
      if (name !== "") lost.push({ sheet: name, reason });
    },
    notTaken: ({ sheet, row }, reason, column) => {
      lost.push({ ...named(sheet), row, ...(column !== undefined && { column }), reason });
    },
    count: (what) => counted.set(what, (counted.get(what) ?? 0) + 1),
    report: (counts) => ({
      counts: { ...counts, ...Object.fromEntries([...counted].sort()) },
      notTaken: lost,
      notes,
    }),
  };
}

function describeColumns(
  { name }: Sheet,
  { headingRow, headings, keys }: FoundColumns<RegistryColumn>,
): string[] {
  const placed: string[] = [];
  const personal: string[] = [];
  const unknown: string[] = [];
  for (const [column, heading] of headings) {
    const key = keys.get(column);
    if (key === undefined) unknown.push(`"${heading}"`);
    else if (key === "personal") personal.push(`"${heading}"`);
    else placed.push(`"${heading}" as ${key}`);
  }
  const where = name === "" ? "" : `sheet "${name}": `;
  return [
    `${where}the headings are in row ${headingRow}: ${placed.join(", ")}.`,
    ...(personal.length === 0
      ? []
      : [`${where}left where they are, since they may be personal: ${personal.join(", ")}.`]),
    ...(unknown.length === 0
      ? []
      : [
          `${where}nobody knows these columns, and nothing of them is taken: ${unknown.join(", ")}.`,
        ]),
  ];
}

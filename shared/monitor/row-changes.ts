import { isWithdrawn } from "../feed/is-withdrawn.ts";
import type { TenderRow } from "../feed/tender-row.ts";
import type { Change, DateField, TextField } from "../mapping/list-changes.ts";
import { categoryWords, statusWords } from "../mapping/spanish-words.ts";

/** The changes that can be seen in a row: of attachments it says nothing. */
export type RowChange = Exclude<Change, { kind: `document${string}` }>;

type DateKey = "opensAt" | "clarificationAt" | "awardAt" | "publishedAt";

/** In the order in which people ask for them. */
const dateFields: readonly { field: DateField; label: string; key: DateKey }[] = [
  { field: "opening", label: "Apertura", key: "opensAt" },
  { field: "clarification", label: "Junta de aclaraciones", key: "clarificationAt" },
  { field: "award", label: "Fallo", key: "awardAt" },
  { field: "publication", label: "Publicación", key: "publishedAt" },
];

const textFields: readonly {
  field: TextField;
  label: string;
  read: (row: TenderRow) => string | undefined;
}[] = [
  { field: "title", label: "Descripción", read: ({ title }) => title },
  { field: "number", label: "Número", read: ({ number }) => number },
  { field: "buyer", label: "Unidad compradora", read: ({ buyerName }) => buyerName },
  { field: "method", label: "Modalidad", read: ({ methodText }) => methodText },
  {
    field: "category",
    label: "Materia",
    read: ({ category }) => category && categoryWords[category],
  },
];

/**
 * What changed between two rows of one procedure, field by field, the weightiest first; only `added` where there is no row
 * before. Empty where a reader would see the same.
 */
export function listRowChanges(before: TenderRow | undefined, after: TenderRow): RowChange[] {
  if (before === undefined) return [{ kind: "added", label: "Procedimiento" }];
  return [
    ...comparePresence(before, after),
    ...compareStatus(before, after),
    ...dateFields.flatMap(({ key, ...field }) => compareDate(field, before[key], after[key])),
    ...textFields.flatMap(({ read, ...field }) => compareText(field, read(before), read(after))),
  ];
}

function comparePresence(before: TenderRow, after: TenderRow): RowChange[] {
  const label = "Procedimiento";
  const [was, is] = [isWithdrawn(before), isWithdrawn(after)];
  if (was === is) return [];
  if (is) return [{ kind: "withdrawn", label }];
  const status = statusOf(after);
  return [{ kind: "returned", label, ...(status !== undefined && { after: status }) }];
}

/** A procedure that went or came back is said to have, and the code that tells it is no further change. */
function compareStatus(before: TenderRow, after: TenderRow): RowChange[] {
  const read =
    isWithdrawn(before) || isWithdrawn(after)
      ? ({ statusText }: TenderRow) => statusText
      : statusOf;
  return compareText({ field: "status", label: "Estado" }, read(before), read(after));
}

function compareDate(
  { field, label }: { field: DateField; label: string },
  before: string | undefined,
  after: string | undefined,
): RowChange[] {
  if (before === after) return [];
  if (before === undefined) {
    return after === undefined ? [] : [{ kind: "announced", field, label, after }];
  }
  if (after === undefined) return [{ kind: "removed", field, label, before }];
  return [{ kind: "moved", field, label, before, after }];
}

function compareText(
  { field, label }: { field: TextField; label: string },
  before: string | undefined,
  after: string | undefined,
): RowChange[] {
  if (before === after) return [];
  return [
    {
      kind: "changed",
      field,
      label,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    },
  ];
}

/** In the portal's own words; in the codelist's where the portal says none. */
function statusOf({ statusText, status }: TenderRow): string | undefined {
  return statusText ?? (status && statusWords[status]);
}

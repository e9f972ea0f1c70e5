import type { CompiledRelease, Tender } from "../ocds/schema.ts";
import { procedureNumber } from "./procedure-number.ts";
import { statusWords } from "./spanish-words.ts";
import { isWithdrawnDocument } from "./state.ts";

export type DateField = "publication" | "clarification" | "opening" | "award";
export type TextField = "status" | "title" | "number" | "buyer" | "method" | "category";

/**
 * One thing that changed in a procedure. `label` names in Spanish what did. `before` and `after` are instants of a date
 * field, in ISO 8601 with offset, and else texts as published; one that is absent was or is not known.
 */
export type Change =
  | { kind: "added" | "cancelled" | "withdrawn"; label: string }
  /** Back on the portal; `after` is its status there. */
  | { kind: "returned"; label: string; after?: string }
  | { kind: "announced"; field: DateField; label: string; after: string }
  | { kind: "moved"; field: DateField; label: string; before: string; after: string }
  | { kind: "removed"; field: DateField; label: string; before: string }
  | { kind: "changed"; field: TextField; label: string; before?: string; after?: string }
  | {
      kind: "documentAdded" | "documentReturned" | "documentReplaced";
      label: string;
      after: string;
    }
  | { kind: "documentWithdrawn"; label: string; before: string }
  | { kind: "documentRenamed"; label: string; before: string; after: string };

type Document = NonNullable<Tender["documents"]>[number];
type State = Pick<CompiledRelease, "ocid" | "buyer" | "tender">;

/** In the order in which people ask for them. */
const dateFields: Readonly<
  Record<DateField, { label: string; read: (tender: Tender | undefined) => string | undefined }>
> = {
  opening: { label: "Apertura", read: (tender) => tender?.bidOpening?.date },
  clarification: {
    label: "Junta de aclaraciones",
    read: (tender) => tender?.enquiryPeriod?.endDate,
  },
  award: { label: "Fallo", read: (tender) => tender?.awardPeriod?.endDate },
  publication: { label: "Publicación", read: (tender) => tender?.tenderPeriod?.startDate },
};

const textFields: Readonly<
  Record<
    Exclude<TextField, "status">,
    { label: string; read: (state: State) => string | undefined }
  >
> = {
  title: { label: "Descripción", read: ({ tender }) => tender?.title },
  number: { label: "Número", read: procedureNumber },
  buyer: { label: "Unidad compradora", read: ({ buyer }) => buyer?.name },
  method: { label: "Modalidad", read: ({ tender }) => tender?.procurementMethodDetails },
  category: {
    label: "Materia",
    read: ({ tender }) => tender?.additionalProcurementCategories?.join(", "),
  },
};

/**
 * What people would say has changed between two states of a procedure, the weightiest first; only `added` where there is no
 * state before. Empty where what changed can be seen in no date, text, status or list of attachments.
 */
export function listChanges(before: State | undefined, after: State): Change[] {
  if (before === undefined) return [{ kind: "added", label: "Procedimiento" }];
  return [
    ...compareStatus(before.tender?.status, after.tender?.status),
    ...compareDates(before.tender, after.tender),
    ...compareDocuments(before.tender?.documents, after.tender?.documents),
    ...compareTexts(before, after),
  ];
}

function compareStatus(before: Tender["status"], after: Tender["status"]): Change[] {
  if (before === after) return [];
  if (after === "withdrawn") return [{ kind: "withdrawn", label: "Procedimiento" }];
  const word = after && statusWords[after];
  if (before === "withdrawn") {
    return [{ kind: "returned", label: "Procedimiento", ...(word && { after: word }) }];
  }
  if (after === "cancelled") return [{ kind: "cancelled", label: "Procedimiento" }];
  const text = { before: before && statusWords[before], after: word };
  return [{ kind: "changed", field: "status", label: "Estado", ...present(text) }];
}

function compareDates(before: Tender | undefined, after: Tender | undefined): Change[] {
  return entriesOf(dateFields).flatMap(([field, { label, read }]): Change[] => {
    const was = read(before);
    const is = read(after);
    if (was === is) return [];
    if (was === undefined) return is ? [{ kind: "announced", field, label, after: is }] : [];
    if (is === undefined) return [{ kind: "removed", field, label, before: was }];
    return [{ kind: "moved", field, label, before: was, after: is }];
  });
}

function compareTexts(before: State, after: State): Change[] {
  return entriesOf(textFields).flatMap(([field, { label, read }]): Change[] => {
    const text = { before: read(before), after: read(after) };
    if (text.before === text.after) return [];
    return [{ kind: "changed", field, label, ...present(text) }];
  });
}

function compareDocuments(before: Tender["documents"] = [], after: Tender["documents"] = []) {
  const known = new Map(before.map((document) => [document.id, document]));
  return after.flatMap((document) => compareDocument(known.get(document.id), document));
}

/** A state keeps a document that vanished, and says in its description what became of it (see `state.ts`). */
function compareDocument(was: Document | undefined, is: Document): Change[] {
  const label = "Anexo";
  const after = nameOf(is);
  if (was === undefined) return [{ kind: "documentAdded", label, after }];
  const before = nameOf(was);
  if (isWithdrawnDocument(is)) {
    return isWithdrawnDocument(was) ? [] : [{ kind: "documentWithdrawn", label, before }];
  }
  if (isWithdrawnDocument(was)) return [{ kind: "documentReturned", label, after }];
  const isReplaced = was.url !== is.url || was.description !== is.description;
  return [
    ...(before === after ? [] : [{ kind: "documentRenamed", label, before, after } as const]),
    ...(isReplaced ? [{ kind: "documentReplaced", label, after } as const] : []),
  ];
}

function nameOf({ title, id }: Document): string {
  return title ?? String(id);
}

function present(text: { before: string | undefined; after: string | undefined }) {
  return {
    ...(text.before !== undefined && { before: text.before }),
    ...(text.after !== undefined && { after: text.after }),
  };
}

function entriesOf<Key extends string, Value>(table: Readonly<Record<Key, Value>>) {
  // The tables above have no keys but those of their type.
  return Object.entries(table) as [Key, Value][];
}

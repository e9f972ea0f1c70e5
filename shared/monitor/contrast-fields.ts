import type { TenderRow } from "../feed/tender-row.ts";
import type { DateField, TextField } from "../mapping/list-changes.ts";
import { categoryOfMateria } from "../mapping/words.ts";
import type { PortalProfile } from "../portal/profile.ts";
import { foldRead } from "../portal/profile-words.ts";
import { readWord } from "../portal/read-fields.ts";
import type { Procedimiento } from "../portal/records.ts";
import { hasHour } from "../values/dates.ts";
import { dropUndefined } from "../values/present.ts";

/** What of a procedure a page and the feed are compared in. */
export type ContrastField = DateField | TextField;

/** A row of a list tells less than the procedure's page, and may cut and word differently what it tells. */
export type PageSource = "listado" | "procedimiento";

/** By the keys of the page definitions, in their order. */
const fields = {
  numeroProcedimiento: "number",
  descripcion: "title",
  unidadCompradora: "buyer",
  tipoProcedimiento: "method",
  materia: "category",
  fechaPublicacion: "publication",
  fechaJuntaAclaraciones: "clarification",
  fechaAperturaProposiciones: "opening",
  fechaFallo: "award",
  estatus: "status",
} as const satisfies Record<string, ContrastField>;
type Campo = keyof typeof fields;

/** Where each field stands in a row. */
export const keys = {
  number: ["number"],
  title: ["title"],
  buyer: ["buyerName"],
  method: ["methodText"],
  category: ["category"],
  publication: ["publishedAt"],
  clarification: ["clarificationAt"],
  opening: ["opensAt"],
  award: ["awardAt"],
  status: ["status", "statusText"],
} as const satisfies Record<ContrastField, readonly (keyof TenderRow)[]>;

/** What is compared of a row. */
export type PlainRow = Pick<TenderRow, (typeof keys)[ContrastField][number]>;

/** What a record says, as it was read: making a row of it takes ten times as long. */
export function plainRow(record: Procedimiento): PlainRow {
  return dropUndefined<PlainRow>({
    number: record.numeroProcedimiento,
    title: record.descripcion,
    buyerName: record.unidadCompradora?.nombre,
    methodText: record.tipoProcedimiento?.texto,
    category: categoryOfMateria[record.materia?.clave ?? ""],
    publishedAt: record.fechaPublicacion,
    clarificationAt: record.fechaJuntaAclaraciones,
    opensAt: record.fechaAperturaProposiciones,
    awardAt: record.fechaFallo,
    statusText: record.estatus?.texto,
  });
}

/** The fields that a page tells, and those that it prints and that could not be read. */
export function readTold(
  record: Procedimiento,
  plain: PlainRow,
  source: PageSource,
): { told: ContrastField[]; unread: ContrastField[] } {
  const told: ContrastField[] = [];
  const unread: ContrastField[] = [];
  for (const [campo, field] of Object.entries(fields) as [Campo, ContrastField][]) {
    if (!(campo in record.original)) continue;
    if (record[campo] === undefined) {
      if (record.problemas.some((problem) => problem.campo === campo)) unread.push(field);
      // An empty cell of a list says nothing; an empty place on the procedure's page says that there is none.
      else if (source === "procedimiento") told.push(field);
    } else if (keys[field].some((key) => plain[key] !== undefined)) told.push(field);
  }
  return { told, unread };
}

/** Whether page and feed say the same in a field but for its form. */
export function saysTheSame(
  field: ContrastField,
  feed: TenderRow,
  page: PlainRow,
  source: PageSource,
  profile: PortalProfile,
): boolean {
  const isList = source === "listado";
  switch (field) {
    case "publication":
    case "clarification":
    case "opening":
    case "award": {
      const [key] = keys[field];
      return isSameDate(feed[key], page[key]);
    }
    case "category":
      return feed.category === page.category;
    case "number":
      return isSameText(feed.number, page.number, false);
    case "title":
      return isSameText(feed.title, page.title, isList);
    case "buyer":
      return isSameText(feed.buyerName, page.buyerName, isList);
    case "method":
      return isSameWord("modalidad", feed.methodText, page.methodText, isList, profile);
    case "status":
      return isSameWord("estatus", feed.statusText, page.statusText, isList, profile);
  }
}

/** Where one of two dates has no hour, the days are compared. */
function isSameDate(feed: string | undefined, page: string | undefined): boolean {
  if (feed === undefined || page === undefined) return feed === page;
  if (hasHour(feed) && hasHour(page)) return Date.parse(feed) === Date.parse(page);
  return feed.slice(0, 10) === page.slice(0, 10);
}

/** A text that was cut is at least this long, or says that it was. */
const cutAtLeast = 60;

/** @param mayBeCut whether the page may show no more than how the text begins. */
function isSameText(
  feed: string | undefined,
  page: string | undefined,
  mayBeCut: boolean,
): boolean {
  if (feed === page) return true;
  if (feed === undefined || page === undefined) return false;
  const [whole, shown] = [foldRead(feed), foldRead(page)];
  if (whole === shown) return true;
  const begin = shown.replace(/\s*…$/, "");
  const isCut = begin.length >= cutAtLeast || /(?:…|\.{3})\s*$/.test(page);
  return mayBeCut && isCut && whole.startsWith(begin);
}

/** In a list, a word may stand for what the page says by another, or more closely: `LP` for `Licitación Pública Nacional`. */
function isSameWord(
  kind: "modalidad" | "estatus",
  feed: string | undefined,
  page: string | undefined,
  isList: boolean,
  profile: PortalProfile,
): boolean {
  if (isSameText(feed, page, false)) return true;
  if (!isList || feed === undefined || page === undefined) return false;
  const [a, b] = [readWord(feed, kind, profile), readWord(page, kind, profile)];
  if (a.clave === undefined || a.clave !== b.clave) return false;
  const spellings = new Set((profile[kind][a.clave] ?? []).map(foldRead));
  return spellings.has(foldRead(feed)) || spellings.has(foldRead(page));
}

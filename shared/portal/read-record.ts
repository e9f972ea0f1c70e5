import * as z from "zod";
import { repairText } from "../values/repair.ts";
import { collapseSpaces, foldLabel } from "../values/text.ts";
import { requireDateOrder } from "./date-order.ts";
import { InvalidRecordError, PageChangedError } from "./errors.ts";
import { type Entry, idOfEntry, type LinkText, type PageText } from "./page.ts";
import type { PageDefinition } from "./pages/definition.ts";
import { listado } from "./pages/listado.ts";
import { padron } from "./pages/padron.ts";
import { procedimiento } from "./pages/procedimiento.ts";
import { collectPlausibility } from "./plausibility.ts";
import type { PortalProfile } from "./profile.ts";
import { wordsOf } from "./profile-words.ts";
import { type ReadFields, readFields, requireLabels } from "./read-fields.ts";
import { type Anexo, Procedimiento, Proveedor } from "./records.ts";
import { matchRoute } from "./routes.ts";
import { findRowCounters } from "./row-counter.ts";
import { requireSameProcedure } from "./same-procedure.ts";

/** A list page read: its procedures in order, and how many rows were no procedure (junk) or could not be read. */
export interface ListReading {
  procedimientos: Procedimiento[];
  /** Rows without a link or number to a procedure, or whose description says only `PRUEBA`. */
  junk: number;
}

/** Reads a page that lists procedures. Throws `PageChangedError` where its required columns are missing, or what stands in them is not sure. */
export function readList(page: PageText, profile: PortalProfile, url: string): ListReading {
  const procedimientos: Procedimiento[] = [];
  const plausibility = collectPlausibility();
  let junk = 0;
  for (const { entry, read } of readEntries(page, listado, profile, url)) {
    const record = readListEntry(entry, read, profile, url);
    if (record === undefined) junk += 1;
    else {
      procedimientos.push(record);
      plausibility.note(record);
    }
  }
  plausibility.requireEventOrder(url);
  return { procedimientos, junk };
}

/** Reads the page of one procedure. Throws `PageChangedError` or `InvalidRecordError`. */
export function readProcedure(
  page: PageText,
  profile: PortalProfile,
  id: string,
  url: string,
): Procedimiento {
  const [only] = readEntries(page, procedimiento, profile, url);
  if (Object.keys(only?.read.fields ?? {}).length === 0) {
    throw new PageChangedError(
      `${url}: the page has the labels of a procedure and a text for none of them (heading "${page.heading}"). Look at it in a browser.`,
    );
  }
  const anexos = readAttachments(page.links, profile);
  return check(
    Procedimiento,
    { id, url, ...only?.read.fields, anexos, ...asReadOf(only?.read) },
    url,
  );
}

/** Reads the registry of suppliers; a row without a name is no supplier. Throws `PageChangedError` where its required columns are missing. */
export function readSuppliers(page: PageText, profile: PortalProfile, url: string): Proveedor[] {
  const entries = readEntries(page, padron, profile, url);
  const isAskew = entries.some(({ entry }) => entry.pairs.every(({ label }) => label === ""));
  const suppliers = entries.flatMap(({ read }) => supplierOf(read, url) ?? []);
  if (isAskew || (entries.length > 0 && suppliers.length === 0)) {
    throw new PageChangedError(
      `${url}: rows of the registry say no name, or are not as wide as its header, so that nobody can say which text is what. Look at it in a browser.`,
    );
  }
  return suppliers;
}

/** Reads one row of a registry of suppliers, by the labels of the portal's; undefined for one without a name. @param where for messages. */
export function readSupplier(
  entry: Entry,
  profile: PortalProfile,
  where: string,
): Proveedor | undefined {
  return supplierOf(readFields(entry, padron, profile), where);
}

function supplierOf(read: ReadFields, where: string): Proveedor | undefined {
  if (read.fields.nombre === undefined) return undefined;
  return check(Proveedor, { giros: [], ...read.fields, ...asReadOf(read) }, where);
}

/**
 * What the list and the page say of one procedure. The page knows more and is closer to the source, so its
 * fields win; the list adds only what the page does not print at all (a printed but empty field stays missing).
 * Labels that nobody knows are kept from both. Throws `PageChangedError` where the two are about different procedures.
 */
export function combineRecords(fromList: Procedimiento, fromPage: Procedimiento): Procedimiento {
  requireSameProcedure(fromList, fromPage);
  const added = Object.entries(fromList).filter(
    ([key]) => key in listado.fields && !(key in fromPage) && !(key in fromPage.original),
  );
  return {
    ...Object.fromEntries(added),
    ...fromPage,
    original: { ...fromList.original, ...fromPage.original },
    desconocidos: [
      ...fromPage.desconocidos,
      ...fromList.desconocidos.filter(
        ({ etiqueta, texto }) =>
          !fromPage.desconocidos.some((u) => u.etiqueta === etiqueta && u.texto === texto),
      ),
    ],
    problemas: [
      ...fromPage.problemas,
      ...fromList.problemas.filter(({ campo }) => !(campo in fromPage.original)),
    ],
  };
}

/** The address of a procedure's page on the portal. */
export function procedureUrl(profile: PortalProfile, id: string): string {
  return profile.baseUrl + profile.routes.procedimiento.replace("{id}", id);
}

/** Reads the fields of every entry. Throws `PageChangedError` for a page whose entries cannot be trusted. */
function readEntries(
  page: PageText,
  definition: PageDefinition,
  profile: PortalProfile,
  url: string,
): { entry: Entry; read: ReadFields }[] {
  requireLabels(page, definition, profile, url);
  const counters =
    definition.holds === "rows" ? findRowCounters(page.entries, definition, profile) : undefined;
  const entries = page.entries.map((entry) => ({
    entry,
    read: readFields(entry, definition, profile, counters),
  }));
  const reads = entries.map(({ read }) => read);
  settleDisputes(reads, definition, profile, url);
  requireDateOrder(reads, definition, profile, url);
  return entries;
}

/**
 * A field whose labels contradict each other in one row is sure in none: the other rows may have been lucky. Throws `PageChangedError`
 * where the page cannot do without the field.
 */
function settleDisputes(
  reads: readonly ReadFields[],
  definition: PageDefinition,
  profile: PortalProfile,
  url: string,
): void {
  for (const key of new Set(reads.flatMap(({ disputed }) => disputed))) {
    if (definition.fields[key]?.required) {
      const example = reads.find(({ disputed }) => disputed.includes(key))?.original[key];
      throw new PageChangedError(
        `${url}: labels for "${key}" that are equally good say different things, one of them "${example?.slice(0, 80)}". ` +
          `Look at the page in a browser and make the labels of the profile "${profile.id}" say which one it is.`,
      );
    }
    for (const read of reads) {
      if (read.fields[key] === undefined) continue;
      delete read.fields[key];
      const motivo = "labels for it say different things elsewhere on the page";
      read.problemas.push({ campo: key, texto: read.original[key] ?? "", motivo });
    }
  }
}

/** What a record keeps beside its fields. */
function asReadOf(read?: ReadFields): Pick<ReadFields, "original" | "desconocidos" | "problemas"> {
  const { original = {}, desconocidos = [], problemas = [] } = read ?? {};
  return { original, desconocidos, problemas };
}

function readListEntry(
  entry: Entry,
  read: ReadFields,
  profile: PortalProfile,
  url: string,
): Procedimiento | undefined {
  const asRead = asReadOf(read);
  const { id: column, enlace: _link, ...rest } = read.fields;
  const id =
    idOfEntry(entry, profile) ??
    (typeof column === "string" && /^\d+$/.test(column) ? column : undefined);
  if (id === undefined || isJunk(asRead.original.descripcion, profile)) return undefined;
  return check(
    Procedimiento,
    { id, url: procedureUrl(profile, id), ...rest, anexos: [], ...asRead },
    url,
  );
}

function isJunk(description: string | undefined, profile: PortalProfile): boolean {
  const text = collapseSpaces(description ?? "").toLowerCase();
  return profile.junk.some((junk) => junk.toLowerCase() === text);
}

function readAttachments(links: readonly LinkText[], profile: PortalProfile): Anexo[] {
  const { anexo } = wordsOf(profile);
  const anexos = new Map<string, Anexo>();
  for (const { text, href } of links) {
    const id = matchRoute(href, profile.routes.anexo, profile.routes.procedimiento);
    if (id === undefined || anexos.has(id)) continue;
    const nombre = repairText(text) || `Anexo ${id}`;
    const folded = splitFileName(nombre);
    const clave = anexo.find(([word]) => ` ${folded} `.includes(` ${word} `))?.[1];
    const url = profile.baseUrl + profile.routes.anexo.replace("{id}", id);
    anexos.set(id, clave === undefined ? { id, nombre, url } : { id, nombre, clave, url });
  }
  return [...anexos.values()];
}

/** The words of an attachment's name, folded: `N08526CONVOCATORIA.pdf` → `n 08526 convocatoria pdf`. */
function splitFileName(name: string): string {
  return foldLabel(name)
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)/g, " ");
}

function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidRecordError(`${where}: ${z.prettifyError(result.error)}`, {
    cause: result.error,
  });
}

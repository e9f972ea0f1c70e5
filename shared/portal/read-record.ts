import * as z from "zod";
import { repairText } from "../values/repair.ts";
import { collapseSpaces, foldLabel } from "../values/text.ts";
import { InvalidRecordError } from "./errors.ts";
import { type Entry, idOfEntry, type LinkText, matchRoute, type PageText } from "./page.ts";
import { listado } from "./pages/listado.ts";
import { padron } from "./pages/padron.ts";
import { procedimiento } from "./pages/procedimiento.ts";
import type { PortalProfile } from "./profile.ts";
import { readFields, requireLabels } from "./read-fields.ts";
import { type Anexo, Procedimiento, Proveedor } from "./records.ts";

/** A list page read: its procedures in order, and how many rows were no procedure (junk) or could not be read. */
export interface ListReading {
  procedimientos: Procedimiento[];
  /** Rows without a link or number to a procedure, or whose description says only `PRUEBA`. */
  junk: number;
}

/** Reads a page that lists procedures. Throws `PageChangedError` where its required columns are missing. */
export function readList(page: PageText, profile: PortalProfile, url: string): ListReading {
  requireLabels(page, listado, profile, url);
  const procedimientos: Procedimiento[] = [];
  let junk = 0;
  for (const entry of page.entries) {
    const record = readListEntry(entry, profile, url);
    if (record === undefined) junk += 1;
    else procedimientos.push(record);
  }
  return { procedimientos, junk };
}

/** Reads the page of one procedure. Throws `PageChangedError` or `InvalidRecordError`. */
export function readProcedure(
  page: PageText,
  profile: PortalProfile,
  id: string,
  url: string,
): Procedimiento {
  requireLabels(page, procedimiento, profile, url);
  const { fields, ...asRead } = readFields(
    page.entries[0] ?? { pairs: [], links: [] },
    procedimiento,
    profile,
  );
  const anexos = readAttachments(page.links, profile);
  return check(Procedimiento, { id, url, ...fields, anexos, ...asRead }, url);
}

/** Reads the registry of suppliers; a row without a name is no supplier. Throws `PageChangedError` where its required columns are missing. */
export function readSuppliers(page: PageText, profile: PortalProfile, url: string): Proveedor[] {
  requireLabels(page, padron, profile, url);
  return page.entries.flatMap((entry) => {
    const { fields, ...asRead } = readFields(entry, padron, profile);
    if (fields.nombre === undefined) return [];
    return [check(Proveedor, { giros: [], ...fields, ...asRead }, url)];
  });
}

/**
 * What the list and the page say of one procedure. The page knows more and is closer to the source, so its
 * fields win; the list adds only what the page does not print at all (a printed but empty field stays missing).
 * Labels that nobody knows are kept from both.
 */
export function combineRecords(fromList: Procedimiento, fromPage: Procedimiento): Procedimiento {
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

function readListEntry(
  entry: Entry,
  profile: PortalProfile,
  url: string,
): Procedimiento | undefined {
  const { fields, ...asRead } = readFields(entry, listado, profile);
  const { id: column, enlace: _link, ...rest } = fields;
  const id =
    idOfEntry(entry, profile.routes.procedimiento) ??
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
  const anexos = new Map<string, Anexo>();
  for (const { text, href } of links) {
    const id = matchRoute(href, profile.routes.anexo);
    if (id === undefined || anexos.has(id)) continue;
    const nombre = repairText(text) || `Anexo ${id}`;
    const folded = splitFileName(nombre);
    const clave = Object.keys(profile.anexo).find((key) =>
      profile.anexo[key]?.some((word) => ` ${folded} `.includes(` ${foldLabel(word)} `)),
    );
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

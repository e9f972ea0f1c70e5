import type { PageText } from "../page.ts";
import type { PortalProfile } from "../profile.ts";
import { localAddress, matchRoute } from "../routes.ts";
import type { Suggestion } from "./suggestion.ts";

/**
 * The route of procedures, where the rows of a list link to numbered pages by another one than the profile's: the form of address that
 * leads to a different number in most rows.
 */
export function suggestProcedureRoute(
  list: PageText,
  profile: PortalProfile,
): Suggestion | undefined {
  const rows = list.entries.map(({ links }) => links.map(({ href }) => href));
  const { listado, procedimiento } = profile.routes;
  if (rows.flat().some((href) => matchRoute(href, procedimiento, listado))) return undefined;
  const forms = countForms(rows, listado);
  const [best, next] = [...forms].sort(([, a], [, b]) => b.size - a.size);
  if (best === undefined || best[1].size * 2 < rows.length || best[1].size === next?.[1].size) {
    return undefined;
  }
  return {
    path: ["routes", "procedimiento"],
    how: "set",
    value: best[0],
    reason: `${best[1].size} of ${rows.length} rows of the list link to an address of this form, each to another number`,
    strength: "strong",
  };
}

/** The route of attachments, where the page of a procedure links to numbered files by another one than the profile's. */
export function suggestAttachmentRoute(
  details: readonly PageText[],
  profile: PortalProfile,
): Suggestion | undefined {
  const links = details.flatMap((page) => page.links);
  const { anexo, procedimiento } = profile.routes;
  if (links.some(({ href }) => matchRoute(href, anexo, procedimiento))) return undefined;
  const candidates = links.filter(
    ({ text, href }) =>
      matchRoute(href, procedimiento, procedimiento) === undefined &&
      (/\.(pdf|docx?|xlsx?|zip|rar)\b/i.test(`${text} ${href}`) ||
        /descarga|anexo|archivo|documento|adjunto|download/i.test(href)),
  );
  const forms = countForms(
    candidates.map(({ href }) => [href]),
    procedimiento,
  );
  const [best] = [...forms].sort(([, a], [, b]) => b.size - a.size);
  if (best === undefined) return undefined;
  return {
    path: ["routes", "anexo"],
    how: "set",
    value: best[0],
    reason: `${best[1].size} links to documents on the pages of procedures have this form`,
    strength: "strong",
  };
}

/** By the form of an address with one number in it, the numbers that the rows lead to. @param base path of the page that they stand on. */
function countForms(rows: readonly (readonly string[])[], base: string): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  for (const href of rows.flat()) {
    for (const [form, id] of formsOf(localAddress(href, base))) {
      forms.set(form, (forms.get(form) ?? new Set()).add(id));
    }
  }
  return forms;
}

/** `/Detalle/12` has the form `/Detalle/{id}`; `/ficha.php?folio=12` has `/ficha.php?folio={id}`, and one more for each further number. */
function formsOf(address: string): [form: string, id: string][] {
  const [, path = "", query = ""] = /^(\/[^?#]*)(?:\?([^#]*))?/.exec(address) ?? [];
  const [, before, last] = /^(\/\S*\/)(\d+)\/?$/.exec(path) ?? [];
  if (before !== undefined && last !== undefined) return [[`${before}{id}`, last]];
  const parts = query.split("&");
  return parts.flatMap((part, place) => {
    const [, name, id] = /^([^=]+=)(\d+)$/.exec(part) ?? [];
    if (name === undefined || id === undefined) return [];
    return [[`${path}?${parts.with(place, `${name}{id}`).join("&")}`, id]];
  });
}

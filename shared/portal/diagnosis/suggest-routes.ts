import { matchRoute, type PageText } from "../page.ts";
import type { PortalProfile } from "../profile.ts";
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
  if (rows.flat().some((href) => matchRoute(href, profile.routes.procedimiento))) return undefined;
  const forms = countForms(rows);
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
  if (links.some(({ href }) => matchRoute(href, profile.routes.anexo))) return undefined;
  const candidates = links.filter(
    ({ text, href }) =>
      matchRoute(href, profile.routes.procedimiento) === undefined &&
      (/\.(pdf|docx?|xlsx?|zip|rar)\b/i.test(`${text} ${href}`) ||
        /descarga|anexo|archivo|documento|adjunto|download/i.test(href)),
  );
  const forms = countForms(candidates.map(({ href }) => [href]));
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

/** By the form of an address with one number in it, the numbers that the rows lead to. */
function countForms(rows: readonly (readonly string[])[]): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  for (const href of rows.flat()) {
    const path = href.replace(/^https?:\/\/[^/]+/i, "").replace(/[?#].*$/, "");
    const number = /^(\/\S*\/)(\d+)\/?$/.exec(path);
    if (!number) continue;
    const [, before = "", id = ""] = number;
    const form = `${before}{id}`;
    forms.set(form, (forms.get(form) ?? new Set()).add(id));
  }
  return forms;
}

import type { ServerResponse } from "node:http";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { openServer, sendHtml } from "./simple-server.ts";

const { routes } = durango;

/** The address of a procedure's page on the small portal. */
export const detailPath = (id: number) => routes.procedimiento.replace("{id}", String(id));

/** A list with a row for each number; `next` is the address of the next page. */
export function listHtml(ids: readonly number[], next?: string): string {
  const rows = ids.map(
    (id) =>
      `<tr><td><a href="${detailPath(id)}">LP-${id}</a></td><td>PAPEL ${id}</td><td>DIF</td></tr>`,
  );
  const link = next === undefined ? "" : `<a href="${next}">Siguiente</a>`;
  return `<h1>Procedimientos</h1><table><tr><th>Número</th><th>Descripción</th><th>Dependencia</th></tr>${rows.join("")}</table>${link}`;
}

/** The page of a procedure; `extra` are further pairs of its list. */
export function detailHtml(id: number, extra = ""): string {
  return `<h1>Procedimiento</h1><dl><dt>Descripción:</dt><dd>PAPEL ${id}</dd><dt>Unidad Compradora:</dt><dd>DIF</dd>${extra}</dl>`;
}

/**
 * A portal of a few pages for one test. `pages` answers what it wants to by path and query, and returns false for the rest, which
 * is a list of `count` procedures, their pages, and 404 for anything else: the registry of suppliers too.
 */
export function openSmallPortal(
  count: number,
  pages: (path: string, response: ServerResponse) => boolean = () => false,
): ReturnType<typeof openServer> {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  return openServer((request, response) => {
    const path = request.url ?? "/";
    if (pages(path, response)) return;
    const id = ids.find((each) => path === detailPath(each));
    if (path === routes.listado) sendHtml(response, listHtml(ids));
    else if (id !== undefined) sendHtml(response, detailHtml(id));
    else sendHtml(response, "nada", 404);
  });
}

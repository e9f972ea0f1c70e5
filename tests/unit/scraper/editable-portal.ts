import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { matchRoute } from "../../../shared/portal/routes.ts";
import type { openServer } from "./simple-server.ts";
import { detailHtml, detailPath, openSmallPortal } from "./small-portal.ts";

/** A procedure of the portal, which a test may change. */
export interface EditableProcedure {
  /** What the list says beside its number. */
  row: string;
  /** Further pairs of its page. */
  extra: string;
  /** What its page answers; `broken` breaks the connection. */
  status: number | "broken";
  /** Numbers of its attachments. */
  files: number[];
  isListed: boolean;
}

export interface EditablePortal {
  url: string;
  procedures: Map<number, EditableProcedure>;
  /** Number of an attachment → what it holds, where that is not its number. */
  fileTexts: Map<number, string>;
  /** By what it can be asked whether a page or an attachment has changed; `lies`: by an ETag, and nothing ever has. */
  validators: "none" | "etag" | "date" | "lies";
  /** Numbers of the procedures whose page was asked for since the last call, in order. */
  asked: () => number[];
  requests: Awaited<ReturnType<typeof openServer>>["requests"];
  /** Called with each request before it is answered. */
  onRequest?: () => void;
}

/** A portal of procedures numbered from 1 that a test changes between runs. */
export async function openEditablePortal(count: number): Promise<EditablePortal> {
  const procedures = new Map(
    Array.from({ length: count }, (_, index): [number, EditableProcedure] => [
      index + 1,
      newProcedure(),
    ]),
  );
  const { url, requests } = await openSmallPortal(0, (path, response) => {
    portal.onRequest?.();
    const [id, procedure] = [...procedures].find(([each]) => path === detailPath(each)) ?? [];
    const file = matchRoute(path, durango.routes.anexo);
    if (path === durango.routes.listado) {
      const rows = [...procedures].filter(([, { isListed }]) => isListed);
      response.writeHead(200, { "Content-Type": html }).end(listOf(rows));
    } else if (file !== undefined) {
      const text = portal.fileTexts.get(Number(file)) ?? `anexo ${file}`;
      send(response, portal, { body: text, type: "application/pdf", status: 200 });
    } else if (id === undefined || procedure === undefined) return false;
    else if (procedure.status === "broken") response.destroy();
    else {
      const { status } = procedure;
      send(response, portal, { body: pageOf(id, procedure), type: html, status });
    }
    return true;
  });
  let seen = 0;
  const portal: EditablePortal = {
    url,
    procedures,
    fileTexts: new Map(),
    validators: "none",
    requests,
    asked: () => {
      const news = requests.slice(seen);
      seen = requests.length;
      return news.flatMap(({ path }) =>
        [...procedures.keys()].filter((id) => path === detailPath(id)),
      );
    },
  };
  return portal;
}

/** A procedure of which nothing special is to be said. */
export function newProcedure(): EditableProcedure {
  return { row: "", extra: "", status: 200, files: [], isListed: true };
}

const html = "text/html; charset=utf-8";

function send(
  response: ServerResponse,
  { validators }: EditablePortal,
  { body, type, status }: { body: string; type: string; status: number },
): void {
  const hash = createHash("sha256").update(body).digest();
  const { "if-none-match": match, "if-modified-since": since } = response.req.headers;
  const etag = `"${hash.toString("hex", 0, 8)}"`;
  // Another second for every content.
  const date = new Date(hash.readUInt32BE() * 300).toUTCString();
  const isSeen = {
    none: false,
    etag: match === etag,
    date: since === date,
    lies: match !== undefined,
  }[validators];
  const headers = {
    ...(/etag|lies/.test(validators) && { ETag: etag }),
    ...(validators === "date" && { "Last-Modified": date }),
  };
  if (isSeen && status === 200) response.writeHead(304, headers).end();
  else response.writeHead(status, { ...headers, "Content-Type": type }).end(body);
}

function pageOf(id: number, { extra, files }: EditableProcedure): string {
  const links = files.map(
    (file) => `<a href="${durango.routes.anexo.replace("{id}", String(file))}">BASES.pdf</a>`,
  );
  return detailHtml(id, extra) + links.join("");
}

function listOf(rows: readonly (readonly [number, EditableProcedure])[]): string {
  const cells = rows.map(
    ([id, { row }]) =>
      `<tr><td><a href="${detailPath(id)}">LP-${id}</a></td><td>PAPEL ${id}</td><td>DIF</td><td>${row}</td></tr>`,
  );
  return `<h1>Procedimientos</h1><table><tr><th>Número</th><th>Descripción</th><th>Dependencia</th><th>Avance</th></tr>${cells.join("")}</table>`;
}

import { matchRoute } from "../../../shared/portal/page.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { openServer } from "./simple-server.ts";
import { sendHtml } from "./simple-server.ts";
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

/** A portal of procedures numbered from 1 that a test changes between runs. */
export async function openEditablePortal(count: number): Promise<{
  url: string;
  procedures: Map<number, EditableProcedure>;
  /** Numbers of the procedures whose page was asked for since the last call, in order. */
  asked: () => number[];
  requests: Awaited<ReturnType<typeof openServer>>["requests"];
}> {
  const procedures = new Map(
    Array.from({ length: count }, (_, index): [number, EditableProcedure] => [
      index + 1,
      newProcedure(),
    ]),
  );
  const { url, requests } = await openSmallPortal(0, (path, response) => {
    const [id, procedure] = [...procedures].find(([each]) => path === detailPath(each)) ?? [];
    const file = matchRoute(path, durango.routes.anexo);
    if (path === durango.routes.listado) {
      sendHtml(response, listOf([...procedures].filter(([, { isListed }]) => isListed)));
    } else if (file !== undefined) {
      response.writeHead(200, { "content-type": "application/pdf" }).end(`anexo ${file}`);
    } else if (id === undefined || procedure === undefined) return false;
    else if (procedure.status === "broken") response.destroy();
    else sendHtml(response, pageOf(id, procedure), procedure.status);
    return true;
  });
  let seen = 0;
  return {
    url,
    procedures,
    requests,
    asked: () => {
      const news = requests.slice(seen);
      seen = requests.length;
      return news.flatMap(({ path }) =>
        [...procedures.keys()].filter((id) => path === detailPath(id)),
      );
    },
  };
}

/** A procedure of which nothing special is to be said. */
export function newProcedure(): EditableProcedure {
  return { row: "", extra: "", status: 200, files: [], isListed: true };
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

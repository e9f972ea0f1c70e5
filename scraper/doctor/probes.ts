import type { PortalProfile } from "../../shared/portal/profile.ts";
import { procedureUrl } from "../../shared/portal/read-record.ts";
import { matchRoute } from "../../shared/portal/routes.ts";
import { conditionalHeaders, validatorsOf } from "../crawl/known-body.ts";
import { StopRunError } from "../errors.ts";
import type { Exchange } from "./asker.ts";
import { recordsOfList } from "./records.ts";
import type { Visit, Visitor } from "./visit.ts";

/** What each of the small questions is asked under. */
export const probeNames = {
  attachment: "an attachment",
  lowerCase: "a procedure in lower case",
  unpublished: "a number that is not on the list",
  conditional: "the list, if it has changed",
  plainHttp: "the list without TLS",
  www: "the list at www",
} as const;

/** Enough to see that something comes. */
const documentBytes = 4096;

/** Asks what only a request of its own can tell, as long as requests are left. */
export async function probe(visitor: Visitor): Promise<void> {
  const { visit, asker } = visitor;
  const attachment = firstAttachment(visit);
  if (attachment !== undefined && asker.mayAsk()) {
    visitor.checkRobots(attachment);
    const exchange = await asker.askDocument(probeNames.attachment, attachment, {
      keep: false,
      maxBytes: documentBytes,
    });
    if (exchange.error instanceof StopRunError) throw exchange.error;
  }
  const lowerCase = lowerCaseAddress(visit);
  if (lowerCase !== undefined) await visitor.ask(probeNames.lowerCase, lowerCase);
  const unpublished = unlistedNumber(visit);
  if (unpublished !== undefined) {
    await visitor.ask(probeNames.unpublished, procedureUrl(visit.draft, unpublished));
  }
}

/** The same for what may be left out where the bounds of a visit are reached. */
export async function probeAddresses(visitor: Visitor): Promise<void> {
  const { visit, asker } = visitor;
  const list = visit.list[0];
  const validators = list && validatorHeaders(list.exchange);
  if (list && validators) await visitor.ask(probeNames.conditional, list.url, validators);
  for (const [name, address] of otherAddresses(visit.draft)) {
    // Nobody may be listening there, which is an answer.
    if (asker.mayAsk()) await asker.ask(probeNames[name], address);
  }
}

function firstAttachment({ details, draft }: Visit): string | undefined {
  const { anexo, procedimiento } = draft.routes;
  const [id] = details
    .flatMap(({ page }) => page.links)
    .flatMap(({ href }) => matchRoute(href, anexo, procedimiento) ?? []);
  return id && draft.baseUrl + anexo.replace("{id}", id);
}

/** The address of a procedure that came, in lower case; undefined where it is that already. */
function lowerCaseAddress({ details, draft }: Visit): string | undefined {
  const [seen] = details;
  if (seen === undefined) return undefined;
  const url = new URL(procedureUrl(draft, seen.id));
  const path = url.pathname.toLowerCase();
  return path === url.pathname ? undefined : url.origin + path;
}

/** A number between two that the list shows, and not on what was seen of it; the one nearest to the latest. */
function unlistedNumber(visit: Visit): string | undefined {
  const ids = recordsOfList(visit)
    .map(({ id }) => Number(id))
    .sort((a, b) => b - a);
  const [highest] = ids;
  if (highest === undefined) return undefined;
  for (const [index, id] of ids.entries()) {
    const below = ids[index + 1];
    if (below !== undefined && below < id - 1) return String(id - 1);
  }
  return String(highest + 1000);
}

/** Headers that ask for a page only if it has changed; undefined where its answer names nothing to compare. */
export function validatorHeaders({ answers }: Exchange): Record<string, string> | undefined {
  const validators = validatorsOf(answers.at(-1)?.headers ?? []);
  return validators && conditionalHeaders(validators);
}

/** The list without TLS and with `www.` or without it; only where the portal is at the usual port of a host with a name. */
export function otherAddresses({
  baseUrl,
  routes,
}: Pick<PortalProfile, "baseUrl" | "routes">): ["plainHttp" | "www", string][] {
  const base = new URL(baseUrl);
  if (base.port !== "" || /^[\d.]+$|^\[|^localhost$/.test(base.hostname)) return [];
  const other = base.hostname.startsWith("www.") ? base.hostname.slice(4) : `www.${base.hostname}`;
  const www: ["www", string] = ["www", `${base.protocol}//${other}${routes.listado}`];
  return base.protocol === "https:"
    ? [["plainHttp", `http://${base.host}${routes.listado}`], www]
    : [www];
}

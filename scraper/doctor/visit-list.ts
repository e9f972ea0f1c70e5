import { suggestDateOrder } from "../../shared/portal/diagnosis/suggest-date-order.ts";
import { suggestLabels } from "../../shared/portal/diagnosis/suggest-labels.ts";
import { suggestProcedureRoute } from "../../shared/portal/diagnosis/suggest-routes.ts";
import type { Suggestion } from "../../shared/portal/diagnosis/suggestion.ts";
import { PageChangedError } from "../../shared/portal/errors.ts";
import { listado } from "../../shared/portal/pages/listado.ts";
import { isPortalAddress } from "../../shared/portal/portal-address.ts";
import { usualPageSize } from "../../shared/portal/profile.ts";
import { pathOf } from "../../shared/portal/routes.ts";
import type { HttpClient } from "../crawl/http-client.ts";
import { readJsonList } from "../crawl/json-list.ts";
import { followPaging } from "../crawl/paging.ts";
import { RetryableFetchError, StopRunError } from "../errors.ts";
import { askingGet } from "./asker.ts";
import { fetchedAddresses } from "./page-facts.ts";
import { seePage } from "./see-page.ts";
import { suggestNextPage } from "./suggest-next-page.ts";
import type { SeenPage, Visitor } from "./visit.ts";

/** Looks at the list: where the profile says that it is, else where the front page leads; its next page, or the rows that its script fetches. */
export async function visitList(visitor: Visitor): Promise<void> {
  const first = await findList(visitor);
  if (first === undefined) return;
  const { visit } = visitor;
  visit.list.push(first);
  visitor.suggest([
    ...suggestLabels([first], listado, visit.draft),
    suggestProcedureRoute(first.page, visit.draft),
  ]);
  visitor.suggest([suggestDateOrder([first.page], listado, visit.draft)]);
  if (first.page.entries.length === 0) await visitRows(visitor, first);
  else await visitNextPage(visitor, first);
}

async function findList(visitor: Visitor): Promise<SeenPage | undefined> {
  const { draft } = visitor.visit;
  const declared = draft.baseUrl + draft.routes.listado;
  const exchange = await visitor.ask("the list", declared);
  if (exchange?.error instanceof RetryableFetchError) {
    throw new StopRunError(
      `${exchange.error.message} The portal does not answer; see whether the list opens in a browser and try again later.`,
      { cause: exchange.error },
    );
  }
  const seen = exchange && seePage(exchange, listado, draft);
  if (seen && new URL(seen.url).pathname !== "/") return seen;
  return findListFromHome(visitor);
}

/** What the rows of a list that has none itself are asked under. */
export const rowsPurpose = "rows of the list";

/** Words of links that lead to a list of procedures. */
const listWords =
  /procedimientos?|licitaciones|licitaci[oó]n|contrataciones|convocatorias|concursos/i;

async function findListFromHome(visitor: Visitor): Promise<SeenPage | undefined> {
  const { draft } = visitor.visit;
  const home = await visitor.ask("the front page", `${draft.baseUrl}/`);
  const front = home && seePage(home, listado, draft);
  const links = (front?.facts?.links ?? []).filter(({ text, href }) =>
    listWords.test(`${text} ${href}`),
  );
  const addresses = links.flatMap(({ href }) => {
    const url = URL.canParse(href, front?.url) ? new URL(href, front?.url) : undefined;
    return url && isPortalAddress(url, draft) ? [url] : [];
  });
  const [best] = addresses;
  if (best === undefined) return undefined;
  const exchange = await visitor.ask("the list, by a link of the front page", best.href);
  const seen = exchange && seePage(exchange, listado, draft);
  if (seen === undefined || seen.page.labels.length === 0) return undefined;
  visitor.suggest([
    {
      path: ["routes", "listado"],
      how: "set",
      value: new URL(seen.url).pathname,
      reason: `the front page links to it, and it holds a table of ${seen.page.labels.length} columns`,
      strength: "strong",
    },
  ]);
  return seen;
}

async function visitNextPage(visitor: Visitor, first: SeenPage): Promise<void> {
  const { visit } = visitor;
  visitor.suggest([suggestNextPage(first, visit.draft)]);
  const next = followPaging(visit.draft).next(first.page, first.url);
  visit.listKind = next === undefined ? "datatables" : "html";
  const exchange = next === undefined ? undefined : await visitor.ask("the list's next page", next);
  const seen = exchange && seePage(exchange, listado, visit.draft);
  if (seen) visit.list.push(seen);
}

/** The rows of a list that has none itself: from where its script says, else from where the profile says. */
async function visitRows(visitor: Visitor, first: SeenPage): Promise<void> {
  const { visit, asker } = visitor;
  const named = first.facts === undefined ? [] : fetchedAddresses(first.facts);
  const declared = visit.profile.list.json?.path;
  const paths = [...named.map(pathOf), ...(declared === undefined ? [] : [declared])];
  for (const path of new Set(paths)) {
    const suggestion: Suggestion = {
      path: ["list", "json", "path"],
      how: "set",
      value: path,
      reason: "a script of the list names it, and its answer is that of DataTables",
      strength: "strong",
    };
    const json = { pageSize: usualPageSize, ...visit.draft.list.json, path };
    visitor.checkRobots(visit.draft.baseUrl + path);
    const http: HttpClient = { ...asker.http, get: askingGet(asker, rowsPurpose) };
    try {
      for await (const { page, url } of readJsonList(http, visit.draft, json, first.page.labels)) {
        if (visit.listKind === undefined && path !== visit.draft.list.json?.path)
          visitor.suggest([suggestion]);
        visit.listKind = "json";
        const exchange = asker.exchanges.at(-1);
        if (exchange) visit.list.push({ exchange, definition: listado, url, page });
        visitor.suggest(suggestLabels([{ page }], listado, visit.draft));
        visitor.suggest([suggestDateOrder([page], listado, visit.draft)]);
        if (visit.list.length > 2 || !asker.mayAsk()) return;
      }
    } catch (error) {
      if (error instanceof RetryableFetchError) continue;
      if (!(error instanceof PageChangedError)) throw error;
      const exchange = asker.exchanges.at(-1);
      if (exchange) exchange.error = error;
    }
    if (visit.listKind !== undefined || !asker.mayAsk()) return;
  }
}

import { suggestLabels } from "../../shared/portal/diagnosis/suggest-labels.ts";
import { padron } from "../../shared/portal/pages/padron.ts";
import { isPortalAddress } from "../../shared/portal/portal-address.ts";
import { seePage } from "./see-page.ts";
import type { SeenPage, Visit, Visitor } from "./visit.ts";

const registryWords = /padr[oó]n|proveedor/i;

/** Looks for the registry of suppliers: where the profile says that it is, else where a link that speaks of it leads. */
export async function visitRegistry(visitor: Visitor): Promise<void> {
  const { visit } = visitor;
  const declared = visit.draft.baseUrl + visit.draft.routes.padron;
  const exchange = await visitor.ask("the registry of suppliers", declared);
  const seen = exchange && seePage(exchange, padron, visit.draft);
  const isThere =
    seen && new URL(seen.url).pathname.toLowerCase() === new URL(declared).pathname.toLowerCase();
  if (isThere) {
    take(visitor, seen);
    return;
  }
  const linked = registryLinks(visit).find(({ url }) => url !== declared)?.url;
  if (linked === undefined) return;
  const other = await visitor.ask("the registry of suppliers, by a link", linked);
  const found = other && seePage(other, padron, visit.draft);
  if (found === undefined || found.page.labels.length < 2) return;
  visitor.suggest([
    {
      path: ["routes", "padron"],
      how: "set",
      value: new URL(found.url).pathname,
      reason: "a link that speaks of suppliers leads there, and it holds a table",
      strength: "strong",
    },
  ]);
  take(visitor, found);
}

function take(visitor: Visitor, seen: SeenPage): void {
  visitor.visit.registry = seen;
  visitor.suggest(suggestLabels([seen], padron, visitor.visit.draft));
}

/** Links of the portal that speak of suppliers, on any page that was seen, each once. */
export function registryLinks(visit: Visit): { text: string; url: string; on: string }[] {
  const found = new Map<string, { text: string; url: string; on: string }>();
  for (const { facts, url: on } of [...visit.list, ...visit.details]) {
    for (const { text, href } of facts?.links ?? []) {
      if (!registryWords.test(`${text} ${href}`) || !URL.canParse(href, on)) continue;
      const url = new URL(href, on);
      if (isPortalAddress(url, visit.draft) && !found.has(url.href)) {
        found.set(url.href, { text, url: url.href, on });
      }
    }
  }
  return [...found.values()];
}

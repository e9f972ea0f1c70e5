import { suggestDateOrder } from "../../shared/portal/diagnosis/suggest-date-order.ts";
import { suggestLabels } from "../../shared/portal/diagnosis/suggest-labels.ts";
import { suggestAttachmentRoute } from "../../shared/portal/diagnosis/suggest-routes.ts";
import { procedimiento } from "../../shared/portal/pages/procedimiento.ts";
import { procedureUrl } from "../../shared/portal/read-record.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { recordsOfList } from "./records.ts";
import { seePage } from "./see-page.ts";
import type { Visitor } from "./visit.ts";

/** Looks at the pages of two procedures: the first of the list and the last that was seen on it. */
export async function visitDetails(visitor: Visitor): Promise<void> {
  const { visit } = visitor;
  const listed = recordsOfList(visit);
  const [first, last] = [listed[0], listed.at(-1)];
  for (const entry of new Set([first, last])) {
    if (entry === undefined) continue;
    const address = procedureUrl(visit.draft, entry.id);
    const exchange = await visitor.ask("a procedure", address);
    const seen = exchange && seePage(exchange, procedimiento, visit.draft);
    if (seen) visit.details.push({ ...seen, id: entry.id });
  }
  const byId = new Map(listed.map((entry) => [entry.id, entry]));
  const pages = visit.details.map(({ id, page }) => ({ page, fromList: originalOf(byId.get(id)) }));
  visitor.suggest([
    ...suggestLabels(pages, procedimiento, visit.draft),
    suggestAttachmentRoute(
      pages.map(({ page }) => page),
      visit.draft,
    ),
  ]);
  const read = visit.details.map(({ page }) => page);
  visitor.suggest([suggestDateOrder(read, procedimiento, visit.draft)]);
}

function originalOf(entry: Procedimiento | undefined): Record<string, string> {
  return entry?.original ?? {}; // Absent: the page was asked for by its number alone.
}

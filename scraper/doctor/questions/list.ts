import { idOfEntry } from "../../../shared/portal/page.ts";
import { listado } from "../../../shared/portal/pages/listado.ts";
import { answered, type Question, unanswered } from "../question.ts";
import { recordsOfList } from "../records.ts";
import type { SeenPage } from "../visit.ts";
import { changedRoute } from "./changed-route.ts";
import { replyOnLabels } from "./labels.ts";
import { replyOnLayout } from "./layout.ts";
import { replyOnKind, replyOnPaging } from "./list-kind.ts";

/** How procedures are listed. */
export const listQuestions: readonly Question[] = [
  {
    id: "list-address",
    group: "list",
    text: "Is the list where the profile says?",
    reply: (visit) => {
      const [first] = visit.list;
      const declared = visit.profile.baseUrl + visit.profile.routes.listado;
      if (first === undefined) {
        const asked = visit.exchanges.find(({ purpose }) => purpose === "the list");
        const status = asked?.answers.at(-1)?.statusCode;
        if (visit.ended !== undefined || status === undefined) return unanswered("no list came");
        return answered(
          `no: ${declared} answers HTTP ${status}, and no link of the front page leads to a list`,
          [{ url: declared, text: `HTTP ${status}` }],
          { differs: "required" },
        );
      }
      const route = changedRoute(visit, "listado");
      if (route !== undefined) {
        return answered(`no, it is at ${route}`, [{ url: first.url }], { differs: "required" });
      }
      const isRight = first.url.toLowerCase() === declared.toLowerCase();
      return answered(isRight ? "yes" : `yes, and it leads on to ${first.url}`, [
        { url: first.url, text: first.page.heading },
      ]);
    },
  },
  {
    id: "list-kind",
    group: "list",
    text: "How does the list come: pages of HTML, one page that a script divides, or JSON that a script fetches?",
    reply: replyOnKind,
  },
  {
    id: "list-columns",
    group: "list",
    text: "Which columns does it have, and which of them does the profile know?",
    reply: (visit) => {
      const rows =
        visit.listKind === "json" ? visit.list.filter(({ facts }) => !facts) : visit.list;
      return replyOnLabels(visit, listado, rows, "no list came");
    },
  },
  {
    id: "list-layout",
    group: "list",
    text: "How do labels and texts stand on it: a table, cards?",
    reply: (visit) =>
      visit.listKind === "json"
        ? unanswered("its rows come as JSON")
        : replyOnLayout(visit, visit.list, "no list came"),
  },
  {
    id: "list-rows",
    group: "list",
    text: "How many rows does it show, and does it say how many there are?",
    reply: (visit) => {
      if (visit.list.length === 0) return unanswered("no list came");
      const pages = visit.list.filter(({ page }) => page.entries.length > 0);
      const counts = pages.map(({ page }) => page.entries.length).join(" + ");
      const total = pages.map(totalOf).find((found) => found !== undefined);
      const [first] = visit.list;
      if (pages.length === 0) {
        return answered("none", [{ url: first?.url ?? "" }], { differs: "required" });
      }
      return answered(
        `${counts} rows on ${pages.length === 1 ? "the page" : "the pages"} that were seen; ` +
          (total === undefined ? "a total is not stated" : `it says "${total}"`),
        pages.map(({ url, page }) => ({ url, text: `${page.entries.length} rows` })),
      );
    },
  },
  {
    id: "list-paging",
    group: "list",
    text: "How does one get to the next page?",
    reply: replyOnPaging,
  },
  {
    id: "list-links",
    group: "list",
    text: "Do its rows lead to procedures by the profile's route?",
    reply: (visit) => {
      const rows = visit.list.flatMap(({ page }) => page.entries);
      if (rows.length === 0) return unanswered("no row of a list came");
      const route = changedRoute(visit, "procedimiento");
      const [first] = visit.list;
      const example = rows.flatMap(({ links }) => links)[0]?.href;
      const evidence = [{ url: first?.url ?? "", text: example }];
      if (route !== undefined) {
        return answered(`no, they lead to ${route}`, evidence, { differs: "required" });
      }
      const linked = rows.filter((row) => idOfEntry(row, visit.profile)).length;
      const known = recordsOfList({ ...visit, draft: visit.profile }).length;
      if (linked > 0) return answered(`yes, ${linked} of ${rows.length} rows`, evidence);
      return known > 0
        ? answered(`a column holds their numbers (${known} of ${rows.length} rows)`, evidence)
        : answered(
            "no: no row has a link or a number of a procedure that the profile knows",
            evidence,
            {
              differs: "required",
            },
          );
    },
  },
];

/** `Página 1 de 2 (45 registros)`, `Mostrando 1 a 10 de 345 registros`, `recordsTotal`. */
function totalOf({ facts, exchange }: SeenPage): string | undefined {
  if (facts === undefined) {
    const text = new TextDecoder().decode(exchange.fetched?.body ?? new Uint8Array());
    return /"recordsTotal"\s*:\s*\d+/.exec(text)?.[0];
  }
  return /(?:p[aá]gina\s+\d+\s+de\s+\d+\s*)?\(?(?:mostrando\s+[\d,]+\s*(?:a|-|al)\s*[\d,]+\s*de\s*)?[\d,]+\s+(?:registros|resultados|procedimientos)\b\)?/i.exec(
    facts.text,
  )?.[0];
}

import { writeSuggestion } from "../../../shared/portal/diagnosis/suggestion.ts";
import { findNextPage } from "../../../shared/portal/page.ts";
import { usualPageSize } from "../../../shared/portal/profile.ts";
import { describeError } from "../../errors.ts";
import { fetchedAddresses } from "../page-facts.ts";
import { answered, type Reply, unanswered } from "../question.ts";
import type { Visit } from "../visit.ts";
import { rowsPurpose } from "../visit-list.ts";

/** How the list comes, and how that was told. */
export function replyOnKind(visit: Visit): Reply {
  const [first] = visit.list;
  if (first === undefined) return unanswered("no list came");
  const sources = first.facts?.scripts.sources ?? [];
  const usesDataTables =
    sources.some((source) => /datatables/i.test(source)) ||
    (first.facts?.scripts.inline ?? []).some((script) => /\.DataTable\s*\(/i.test(script));
  const script = usesDataTables ? "a script DataTables is on it" : "no script DataTables is on it";
  const evidence = [
    { url: first.url, text: `${first.page.entries.length} rows in the HTML; ${script}` },
  ];
  switch (visit.listKind) {
    case "html":
      return answered(
        "pages of HTML: its rows are in the HTML, and a link leads to the next page",
        evidence,
      );
    case "datatables":
      return answered(
        `one page (datatables): ${first.page.entries.length} rows are in the HTML, no link leads on, and ${script}`,
        evidence,
        { confidence: usesDataTables ? "certain" : "likely" },
      );
    case "json": {
      const rows = visit.list[1];
      const address = rows === undefined ? "" : new URL(rows.url).pathname;
      const isDeclared = address === visit.profile.list.json?.path;
      return answered(
        `JSON (json): the HTML has no row, and ${address} answers with rows`,
        [...evidence, { url: rows?.url ?? "" }],
        isDeclared ? {} : { differs: "required" },
      );
    }
    case undefined: {
      const named = first.facts === undefined ? [] : fetchedAddresses(first.facts);
      const tried = visit.exchanges
        .filter(({ purpose }) => purpose === rowsPurpose)
        .map(({ address, error }) =>
          error === undefined ? `${address} gives none` : describeError(error),
        );
      return answered(
        [
          "it has no row that can be read: none is in the HTML",
          named.length > 0
            ? `its scripts name ${named.join(", ")}`
            : "its scripts name no address of rows",
          ...tried,
        ].join("; "),
        evidence,
        { differs: "required" },
      );
    }
  }
}

/** How one gets to its next page. */
export function replyOnPaging(visit: Visit): Reply {
  const [first] = visit.list;
  if (first === undefined || visit.listKind === undefined)
    return unanswered("no list with rows came");
  if (visit.listKind === "json") {
    const { pageSize = usualPageSize } = visit.draft.list.json ?? {};
    return answered(
      `its script asks for rows by start and length; we ask for ${pageSize} at once`,
      [{ url: visit.list[1]?.url ?? first.url }],
    );
  }
  const texts = visit.suggestions.filter(({ path }) => path.join(".") === "list.nextPage");
  const href = findNextPage(first.page, visit.draft.list.nextPage);
  const [suggestion] = texts;
  if (suggestion !== undefined) {
    return answered(
      `by the link "${suggestion.value}", which the profile does not know`,
      [{ url: first.url, text: writeSuggestion(suggestion) }],
      { differs: "required" },
    );
  }
  if (href === undefined) {
    return answered(
      "there is no link to a next page that can be told as one",
      [{ url: first.url }],
      {
        confidence: "likely",
      },
    );
  }
  return answered("by a link that the profile knows", [{ url: first.url, text: href }]);
}

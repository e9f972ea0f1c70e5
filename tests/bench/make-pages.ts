import type { CorpusOptions } from "../../fixtures/practice-portal/corpus.ts";
import { listRows } from "../../fixtures/practice-portal/listing.ts";
import { listPage } from "../../fixtures/practice-portal/pages/list.ts";
import { makeSite } from "../../fixtures/practice-portal/site.ts";
import type { Corpus } from "../../fixtures/practice-portal/truth.ts";
import { usualView } from "../../fixtures/practice-portal/view.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";

export const benchCorpus: Omit<CorpusOptions, "procedures"> = {
  seed: 1,
  suppliers: 250,
  today: "2026-03-10",
};

/** The addresses of a portal: path and query in, page out; undefined where there is none. */
export type Pages = (path: string) => string | undefined;

const menu = Array.from(
  { length: 90 },
  (_, place) =>
    `<li class="nav-item"><a class="nav-link" href="/Seccion/${place}">Secci&#243;n ${place} de tr&#225;mites y servicios</a></li>`,
).join("\n");

/** A page of the practice portal in a frame as heavy as that of a government's portal: with it, a procedure's page has 13 KB. */
function dressPage(page: string): string {
  return page
    .replace(/(<ul class="nav navbar-nav">)/, `$1\n${menu}`)
    .replace('<div class="container body-content">', '<main class="container body-content">')
    .replace("  </div>\n  <footer", "  </main>\n  <footer");
}

/** The pages of a corpus. @param rowsOnPage 25 as the portal's list may have, or all of them on one page. */
export function makePages(corpus: Corpus, rowsOnPage: "25" | "all"): Pages {
  const site = makeSite(corpus);
  const view = usualView(rowsOnPage === "25" ? "html" : "datatables");
  const rows = listRows(corpus);
  return (path) => {
    const url = new URL(path, "http://portal");
    if (url.pathname === durango.routes.listado) {
      // The site looks at all procedures for each page of the list, which takes the longer the more there are.
      const page = Number(url.searchParams.get("pagina") ?? "1");
      return dressPage(listPage(rows, page, view));
    }
    const { status, body } = site.answerAside(url) ?? site.answerPage(url, view);
    return status === 200 ? dressPage(String(body)) : undefined;
  };
}

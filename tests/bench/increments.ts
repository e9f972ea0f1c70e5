import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeCorpus } from "../../fixtures/practice-portal/corpus.ts";
import type { Corpus } from "../../fixtures/practice-portal/truth.ts";
import { moveProfile } from "../../scraper/crawl/portal-hosts.ts";
import { scrape } from "../../scraper/crawl/scrape.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import type { Figure } from "./figures.ts";
import { benchCorpus, makePages, type Pages } from "./make-pages.ts";
import { scrapeSettings } from "./scrape-settings.ts";

const procedures = 10_000;
const hourMs = 3_600_000;
const begin = Date.parse(`${benchCorpus.today}T12:00:00-06:00`);

/**
 * P6: requests of a run before which 1 % of 10,000 procedures have changed, over those of the first run, which read everything. The
 * portal is asked for whatever the rules ask for besides: dates that are near, results that are waited for, a sample. Requests are
 * counted, so one round is enough.
 */
export async function increments(): Promise<Figure[]> {
  return [...(await incrementsOf("all")), ...(await incrementsOf("25"))];
}

async function incrementsOf(rowsOnPage: "25" | "all"): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "compras-bench-"));
  const corpus = makeCorpus({ ...benchCorpus, procedures });
  const portal = await serve(makePages(corpus, rowsOnPage));
  try {
    const run = (hours: number) =>
      scrape({
        ...scrapeSettings,
        profile: moveProfile(durango, portal.url),
        store: path.join(folder, "compras.sqlite"),
        now: () => new Date(begin + hours * hourMs),
      });
    const full = (await run(0)).counts;
    const figures: Figure[] = [];
    for (const hours of [6, 24]) {
      const changed = changeSome(corpus);
      portal.pages = makePages(corpus, rowsOnPage);
      const { counts } = await run(hours);
      if (counts.changed !== changed) {
        throw new Error(`${changed} procedures have changed, and ${counts.changed} were found`);
      }
      const list = rowsOnPage === "all" ? "a list of one page" : "a list of 25 rows a page";
      figures.push({
        name: `P6 requests after ${hours} h, ${list}`,
        value: counts.requests / full.requests,
        unit: "ratio",
        goal: 0.05,
        detail: `${counts.requests} / ${full.requests} requests, of them ${counts.listPages} / ${full.listPages} for the list; ${changed} changed`,
      });
    }
    return figures;
  } finally {
    portal.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Changes what list and page say of each hundredth procedure that is listed. @returns of how many. */
function changeSome({ procedures }: Corpus): number {
  const chosen = procedures.filter(({ listed }, place) => listed && place % 100 === 50);
  for (const procedure of chosen) procedure.descripcion = `${procedure.descripcion} (BIS)`;
  return chosen.length;
}

async function serve(initial: Pages) {
  const portal = { pages: initial, url: "", stop: () => void server.close() };
  const server = createServer((request, response) => {
    const page = portal.pages(request.url ?? "/");
    response.writeHead(page === undefined ? 404 : 200, { "Content-Type": "text/html" });
    response.end(page ?? "nada");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on TCP has an address.
  portal.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return portal;
}

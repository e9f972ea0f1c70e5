import { readFileSync } from "node:fs";
import { CheerioCrawler, Configuration, log } from "@crawlee/cheerio";
import * as z from "zod";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { matchRoute } from "../../shared/portal/routes.ts";
import { reportPart } from "./run-part.ts";

/** Reads the pages of procedures with Crawlee and takes the same fields from them, which end in memory. */
const [url = "", list = ""] = process.argv.slice(2);
const paths = z.array(z.string()).parse(JSON.parse(readFileSync(list, "utf8")));
const details = paths.filter(
  (path) => matchRoute(path, durango.routes.procedimiento) !== undefined,
);
log.setLevel(log.LEVELS.OFF);
const records: unknown[] = [];
// What Crawlee does beside reading is turned off where it can be: nothing is written to the disk, and there are no sessions.
const crawler = new CheerioCrawler(
  {
    minConcurrency: 16,
    maxConcurrency: 16,
    maxRequestRetries: 0,
    useSessionPool: false,
    requestHandler: ({ $, request }) => {
      const fields: Record<string, string> = {};
      for (const label of $("main dl dt")) {
        fields[$(label).text().trim()] = $(label).next("dd").text().trim();
      }
      const anexos = $("main a[href*='/Anexo/']")
        .toArray()
        .map((link) => ({ nombre: $(link).text().trim(), url: $(link).attr("href") }));
      records.push({
        url: request.url,
        heading: $("h1, h2").first().text().trim(),
        fields,
        anexos,
      });
    },
  },
  new Configuration({ persistStorage: false }),
);
await reportPart(async () => {
  await crawler.run(details.map((path) => url + path));
  return records.length;
});

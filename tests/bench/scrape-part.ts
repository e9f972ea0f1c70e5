import { moveProfile } from "../../scraper/crawl/portal-hosts.ts";
import { scrape } from "../../scraper/crawl/scrape.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { reportPart } from "./run-part.ts";
import { scrapeSettings } from "./scrape-settings.ts";

/** Reads a whole portal into a new store; where a folder is named for it, into an archive too. */
const [store = "", url = "", archive] = process.argv.slice(2);
await reportPart(async () => {
  const profile = moveProfile(durango, url);
  const { counts } = await scrape({ ...scrapeSettings, profile, store, archive });
  return counts.read;
});

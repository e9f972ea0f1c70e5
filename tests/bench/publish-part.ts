import { publish } from "../../scraper/publish/publish.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { reportPart } from "./run-part.ts";

const [store = "", out = ""] = process.argv.slice(2);
await reportPart(async () => {
  await publish({ store, out, baseUrl: "http://127.0.0.1:8787/", profile: durango });
});

import { readFileSync } from "node:fs";
import PQueue from "p-queue";
import { Agent } from "undici";
import * as z from "zod";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { matchRoute } from "../../shared/portal/routes.ts";
import { reportPart } from "./run-part.ts";

/** Asks for what a scrape asked for, and does nothing with the bodies but take them to their end. */
const [url = "", list = ""] = process.argv.slice(2);
const paths = z.array(z.string()).parse(JSON.parse(readFileSync(list, "utf8")));
const isDetail = (path: string) => matchRoute(path, durango.routes.procedimiento) !== undefined;
const agent = new Agent({ connections: 16 });

async function drain(path: string): Promise<void> {
  const { body } = await agent.request({ origin: url, path, method: "GET" });
  for await (const _ of body);
}

await reportPart(async () => {
  // The list and the rest come one after the other, as they do to whoever must read one page to know the next.
  for (const path of paths.filter((each) => !isDetail(each))) await drain(path);
  const queue = new PQueue({ concurrency: 16 });
  await queue.addAll(paths.filter(isDetail).map((path) => () => drain(path)));
  return paths.length;
});
await agent.close();

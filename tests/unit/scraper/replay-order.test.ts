import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { archiveTransport } from "../../../scraper/archive/archive-transport.ts";
import { readAsked } from "../../../scraper/archive/asked-addresses.ts";
import { checkArchive } from "../../../scraper/archive/check-archive.ts";
import { openKeeper } from "./keeper.ts";
import { openServer, sendHtml } from "./simple-server.ts";
import { makeFolder } from "./try-scrape.ts";

it("answers requests in flight in the order of then, however long each takes to be read", async () => {
  const bodies = new Map([
    ["/large", randomBytes(2 ** 20).toString("hex")],
    ["/small", "x"],
  ]);
  const server = await openServer((request, response) =>
    sendHtml(response, bodies.get(request.url ?? "") ?? ""),
  );
  const archive = makeFolder();
  const { client, end } = await openKeeper(server.url, archive);
  for (const path of bodies.keys()) await client.get(server.url + path);
  await end();

  const { runs } = await checkArchive(archive);
  const transport = archiveTransport(
    archive,
    await readAsked(archive, runs[0]?.file ?? ""),
    () => undefined,
  );
  const order: string[] = [];
  const send = async (path: string): Promise<void> => {
    const address = server.url + path;
    const question = { url: new URL(address), address, headers: {} };
    await transport.send(question, new AbortController().signal);
    order.push(path);
  };
  await Promise.all([send("/small"), send("/large")]);
  expect(order).toEqual(["/large", "/small"]);
});

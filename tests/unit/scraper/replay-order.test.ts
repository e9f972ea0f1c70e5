import { createHash, randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { archiveTransport } from "../../../scraper/archive/archive-transport.ts";
import { readAsked } from "../../../scraper/archive/asked-addresses.ts";
import { checkArchive } from "../../../scraper/archive/check-archive.ts";
import { warcRecords } from "./archive-records.ts";
import { keptAt, openKeeper } from "./keeper.ts";
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

it("gives answers out in the order in which they lie in the archive", async () => {
  const archive = makeFolder();
  const { writer, end } = await openKeeper("http://127.0.0.1", archive);
  const order: string[] = [];
  const keep = async (number: number): Promise<void> => {
    const url = `http://127.0.0.1/${number}`;
    const content = Buffer.from(`x${number}`);
    const sha256 = createHash("sha256").update(content).digest("hex");
    const body = { bytes: content.length, sha256, content };
    const answer = {
      url,
      statusCode: 200,
      statusText: "OK",
      headers: [],
      body,
      receivedAt: keptAt,
    };
    // Of some, what was asked is kept too.
    const headers: Record<string, string> = number % 2 === 0 ? { "If-None-Match": '"x"' } : {};
    await writer.keep(answer, { url: new URL(url), address: url, headers });
    order.push(url);
  };
  await Promise.all(Array.from({ length: 12 }, (_, number) => keep(number)));
  await end();
  const records = await warcRecords(archive);
  const answers = records.filter(({ type }) => type === "response");
  expect(order).toEqual(answers.map(({ url }) => url));
});

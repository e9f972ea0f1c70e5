import { rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkArchive } from "../../../scraper/archive/check-archive.ts";
import { readArchived } from "../../../scraper/archive/read-archived.ts";
import type { ScrapeSettings } from "../../../scraper/crawl/scrape.ts";
import { filesOf } from "../../../scraper/store/documents.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { warcFiles, warcRecords } from "./archive-records.ts";
import { type EditablePortal, openEditablePortal } from "./editable-portal.ts";
import { openKeeper } from "./keeper.ts";
import { openServer } from "./simple-server.ts";
import { makeFolder, openPortal, tryScrape } from "./try-scrape.ts";

const day = 24 * 60 * 60 * 1000;
const begin = Date.parse("2026-11-20T18:00:00Z");
const soon = "<dt>Apertura de Proposiciones:</dt><dd>2026-11-21 12:00</dd>";
const moved = "<dt>Apertura de Proposiciones:</dt><dd>2026-11-29 12:00</dd>";

/** A portal of ten procedures, three of them near a date and with an attachment each, that was read once. */
async function openPlace(validators: EditablePortal["validators"]) {
  const portal = await openEditablePortal(10);
  portal.validators = validators;
  for (const [id, procedure] of portal.procedures) {
    if (id <= 3) Object.assign(procedure, { extra: soon, files: [id * 10] });
  }
  const folder = makeFolder();
  const archive = path.join(folder, "archive");
  const scrapeAfter = async (days: number, settings: Partial<ScrapeSettings> = {}) => {
    const now = () => new Date(begin + days * day);
    const usual = { archive, documents: "hash", full: false, concurrency: 1, now } as const;
    return (await tryScrape(portal.url, folder, { ...usual, ...settings })).counts;
  };
  await scrapeAfter(0);
  portal.asked();
  const change = (id: number, extra: string) => {
    const procedure = portal.procedures.get(id);
    if (procedure) procedure.extra = extra;
  };
  return { ...portal, portal, folder, archive, scrapeAfter, change };
}

describe("a page near a date whose portal can be asked whether it has changed", () => {
  it.each(["etag", "date"] as const)("is sent only where it has (%s)", async (validators) => {
    const { scrapeAfter, change } = await openPlace(validators);
    change(2, moved);
    expect(await scrapeAfter(0.5)).toMatchObject({
      nearDate: 3,
      sample: 5,
      read: 8,
      notModified: 2,
      changed: 1,
      unchanged: 7,
    });
  });

  it("is sent whole where the portal gives nothing to ask by", async () => {
    const { scrapeAfter } = await openPlace("none");
    expect(await scrapeAfter(0.5)).toMatchObject({ nearDate: 3, notModified: 0, unchanged: 8 });
  });

  it("is kept in the archive as a revisit of the page that it still is", async () => {
    const { scrapeAfter, archive, url } = await openPlace("etag");
    await scrapeAfter(0.5);
    const records = await warcRecords(archive);
    const page = records.find(({ url: at }) => at?.endsWith("/1"));
    const revisit = records.find(({ type, status }) => type === "revisit" && status === 304);
    expect(revisit?.url).toBe(page?.url);
    expect(revisit?.text).toBe("");
    const fields = ["WARC-Profile", "WARC-Refers-To", "WARC-Refers-To-Target-URI"];
    expect(fields.map((name) => revisit?.field(name))).toEqual([
      "http://netpreserve.org/warc/1.1/revisit/server-not-modified",
      page?.id,
      `${url}${new URL(page?.url ?? "").pathname}`,
    ]);
    const request = records.find(({ field }) => field("WARC-Concurrent-To") === revisit?.id);
    expect(request?.header("if-none-match")).toBe(page?.header("etag"));
    expect((await checkArchive(archive)).faults).toEqual([]);

    const file = path.relative(archive, warcFiles(archive).at(-1) ?? "");
    const recordId = revisit?.id.slice(1, -1) ?? "";
    const found = await readArchived(archive, { file, recordId });
    expect(found).toMatchObject({ statusCode: 304, body: { content: expect.anything() } });
    expect("content" in found.body && String(found.body.content)).toBe(page?.text);
  });

  it("is asked for whole where the archive has lost what it was", async () => {
    const { scrapeAfter, archive } = await openPlace("etag");
    for (const file of warcFiles(archive)) rmSync(file);
    expect(await scrapeAfter(0.5)).toMatchObject({ nearDate: 3, notModified: 0 });
    expect((await checkArchive(archive)).faults).toEqual([]);
  });

  it("is read whole by another reader, and on demand", async () => {
    const { scrapeAfter, url } = await openPlace("etag");
    expect(await scrapeAfter(0.2, { full: true })).toMatchObject({ read: 10, notModified: 0 });
    const profile = { ...durango, baseUrl: url, junk: ["NADA"] };
    expect(await scrapeAfter(0.4, { profile })).toMatchObject({ read: 10, notModified: 0 });
  });

  it("is read whole once in two days, should the portal say wrongly that it has not changed", async () => {
    const { scrapeAfter, change } = await openPlace("lies");
    change(2, moved);
    expect(await scrapeAfter(0.5)).toMatchObject({ nearDate: 3, notModified: 3, changed: 0 });
    expect(await scrapeAfter(1.9)).toMatchObject({ nearDate: 3, notModified: 3, changed: 0 });
    expect(await scrapeAfter(2.8)).toMatchObject({ nearDate: 3, notModified: 0, changed: 1 });
  });

  it("counts as read: what the portal says of another address is not taken for it", async () => {
    const server = await openServer((request, response) => {
      const { url, headers } = request;
      if (url === "/a") response.writeHead(302, { Location: "/b" }).end();
      else if (headers["if-none-match"] !== undefined) response.writeHead(304).end();
      else response.writeHead(200, { "Content-Type": "text/html" }).end("<p>b</p>");
    });
    const { client, end } = await openKeeper(server.url, makeFolder());
    const { sha256, archive } = await client.get(`${server.url}/b`);
    const known = { etag: '"1"', sha256, bytes: 8, receivedAt: new Date(begin), archive };
    const fetched = await client.getIfChanged(`${server.url}/a`, known);
    expect(fetched).toMatchObject({ url: `${server.url}/b`, sha256 });
    expect(await client.getIfChanged(`${server.url}/b`, known)).toMatchObject({
      isUnchanged: true,
      sha256,
    });
    await end();
  });
});

describe("the attachments of a procedure near a date", () => {
  it("are asked for once a day, and read where they were replaced", async () => {
    const { scrapeAfter, portal, folder, archive } = await openPlace("etag");
    expect(await scrapeAfter(0.5)).toMatchObject({ documents: 0, documentsUnchanged: 0 });
    portal.fileTexts.set(20, "otras bases");
    expect(await scrapeAfter(0.9)).toMatchObject({ documents: 1, documentsUnchanged: 2 });
    expect(await scrapeAfter(1.2)).toMatchObject({ documents: 0, documentsUnchanged: 0 });
    const store = openStore(path.join(folder, "compras.sqlite"));
    expect(filesOf(store, "2").map(({ bytes }) => bytes)).toEqual([8, 11]);
    expect(filesOf(store, "1")).toHaveLength(1);
    store.close();
    expect((await checkArchive(archive)).faults).toEqual([]);
  });

  it("are asked for within the bound of a run, and not at all where they cannot be asked so", async () => {
    const { scrapeAfter } = await openPlace("etag");
    // Half of it, so that those which nobody has read get their turn.
    expect(await scrapeAfter(0.9, { maxDocuments: 4 })).toMatchObject({ documentsUnchanged: 2 });
    expect(await scrapeAfter(1.1, { maxDocuments: 4 })).toMatchObject({ documentsUnchanged: 1 });
    const other = await openPlace("none");
    expect(await other.scrapeAfter(0.9)).toMatchObject({ documents: 0, documentsUnchanged: 0 });
  });
});

it("the practice portal sends validators only where it is told to", async () => {
  for (const validators of [true, false]) {
    const portal = await openPortal({ procedures: 12, suppliers: 2, validators });
    const folder = makeFolder();
    const settings = { full: false, documents: "hash" } as const;
    const rules = { maxAgeDays: 30, daysAhead: 90, daysBehind: 90, daysOfWaiting: 90 };
    const at = (days: number) => ({ ...settings, rules, now: () => new Date(begin + days * day) });
    await tryScrape(portal.url, folder, at(0));
    const { counts } = await tryScrape(portal.url, folder, at(1));
    expect(counts.unchanged).toBeGreaterThan(5);
    expect(counts.notModified > 0).toBe(validators);
    expect(counts.documentsUnchanged > 0).toBe(validators);
  }
});

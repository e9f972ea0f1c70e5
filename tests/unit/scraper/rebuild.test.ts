import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type RebuildResult, rebuildStore } from "../../../scraper/archive/rebuild-store.ts";
import { exitCodes } from "../../../scraper/errors.ts";
import { silentReporter } from "../../../scraper/reporter.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { rekeyStore } from "../../../scraper/store/rekey.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { warcFiles } from "./archive-records.ts";
import { type EditableProcedure, openEditablePortal } from "./editable-portal.ts";
import { feedFiles, fingerprintFeed, readFeedLines, readFeedText } from "./read-feed.ts";
import { complaintOf, runBundled, startBundled } from "./run-program.ts";
import { sendHtml } from "./simple-server.ts";
import { detailPath, openSmallPortal } from "./small-portal.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "./try-scrape.ts";

const day = 24 * 60 * 60 * 1000;
const archiveOf = (folder: string) => path.join(folder, "compras.archive");

/** Fills a new store from the archive of `folder`. */
async function rebuild(folder: string): Promise<{ folder: string; result: RebuildResult }> {
  const rebuilt = makeFolder();
  const result = await rebuildStore({
    archive: archiveOf(folder),
    store: path.join(rebuilt, "compras.sqlite"),
    profile: durango,
    reporter: silentReporter,
  });
  return { folder: rebuilt, result };
}

/** Publishes two stores. */
async function publishBoth(first: string, second: string): Promise<[string, string]> {
  await tryPublish(first);
  await tryPublish(second);
  return [path.join(first, "feed"), path.join(second, "feed")];
}

/** Every release and every compiled release, in an order that does not depend on when they came to be known within a run. */
function releasesOf(feed: string): string[] {
  const years = feedFiles(feed).filter((file) => /^releases\/.*\.jsonl$/.test(file));
  expect(years).not.toEqual([]);
  return ["full.jsonl.gz", ...years]
    .flatMap((file) => readFeedLines(feed, file))
    .map((line) => JSON.stringify(line))
    .sort();
}

/** A clock that is 777 ms later each time it is asked, and scrapes that go by it. */
function startClock(url: string, folder: string) {
  let at = Date.parse("2026-11-20T12:00:00.500Z");
  const now = () => {
    at += 777;
    return new Date(at);
  };
  return {
    now,
    scrapeAfter: (days: number, settings = {}) => {
      at += days * day;
      const archive = archiveOf(folder);
      return tryScrape(url, folder, { archive, concurrency: 1, now, ...settings });
    },
  };
}

describe("a store that is rebuilt from its archive", { timeout: 60_000 }, () => {
  it("publishes the feed of the original to the byte, after changes, withdrawals, failed and paused runs and a new prefix", async () => {
    // Two pages of a list, which is read twice where it may have lacked something.
    const portal = await openPortal({ procedures: 30, suppliers: 5 });
    const folder = makeFolder();
    const { scrapeAfter } = startClock(portal.url, folder);
    const [first, second, third] = portal.corpus.procedures.filter(({ listed }) => listed);
    if (!first || !second || !third) throw new Error("the corpus is too small");
    const documents = "hash";
    await scrapeAfter(0, { documents });
    first.descripcion += " (bis)";
    second.listed = false;
    // The head of the list goes between two of its pages.
    portal.onRequest = ({ path: at }) => {
      if (!at.includes("pagina=2")) return;
      portal.corpus.procedures.pop();
      delete portal.onRequest;
    };
    expect((await scrapeAfter(1, { documents })).counts.listReadings).toBeGreaterThan(1);
    portal.setFaults(["error-500"]);
    await expect(scrapeAfter(1)).rejects.toThrow(/HTTP 500/);
    portal.setFaults(["no-labels"]);
    await expect(scrapeAfter(1)).rejects.toThrow();
    portal.setFaults([]);
    // A run that was paused is gone on with days later.
    await expect(scrapeAfter(1, { maxRequestsPerDay: 9 })).rejects.toThrow(/used up/);
    await scrapeAfter(2, { documents });
    second.listed = true;
    third.anexos.pop();
    await scrapeAfter(1, { limit: 5 });
    const store = openStore(path.join(folder, "compras.sqlite"));
    rekeyStore(store, "ocds-a1b2c3");
    store.close();
    await scrapeAfter(1, { ocidPrefix: "ocds-a1b2c3", documents });

    const rebuilt = await rebuild(folder);
    expect(rebuilt.result).toEqual({
      portalUrl: portal.url,
      ocidPrefix: "ocds-a1b2c3",
      runs: 8,
      failed: 3,
    });
    const [original, again] = await publishBoth(folder, rebuilt.folder);
    expect(fingerprintFeed(again)).toEqual(fingerprintFeed(original));
  });

  it("publishes it to the byte after runs that read only what may have changed", async () => {
    const portal = await openEditablePortal(30);
    portal.validators = "etag";
    const { procedures } = portal;
    const change = (id: number, change: Partial<EditableProcedure>) =>
      Object.assign(procedures.get(id) ?? {}, change);
    const date = (label: string, day: string) => `<dt>${label}:</dt><dd>${day} 10:00</dd>`;
    for (const id of [1, 2, 3]) {
      change(id, { extra: date("Apertura de Proposiciones", "2026-11-23"), files: [id * 10] });
    }
    const folder = makeFolder();
    const { scrapeAfter } = startClock(portal.url, folder);
    const few = { full: false, documents: "hash", maxDocuments: 2, maxSkipShare: 0.2 } as const;
    const counts = [await scrapeAfter(0, few)];
    change(1, { extra: date("Apertura de Proposiciones", "2026-11-30") });
    change(7, { row: "80 %" });
    change(8, { isListed: false, status: 404 });
    change(9, { isListed: false });
    change(10, { row: "x", status: 500 });
    change(11, { row: "x", status: "broken" });
    counts.push(await scrapeAfter(1, few));
    change(8, { isListed: true, status: 200 });
    change(11, { status: 200 });
    change(12, { row: "y", status: 500 });
    counts.push(await scrapeAfter(1, few));
    for (const id of procedures.keys()) change(id, { status: 500 });
    await expect(scrapeAfter(1, few)).rejects.toThrow(/could not be read/);
    for (const id of procedures.keys()) {
      change(id, { status: 200, extra: date("Evento de Fallo", "2027-02-03") });
    }
    counts.push(await scrapeAfter(1.2, few));
    for (const id of [1, 2, 3]) {
      change(id, { extra: date("Apertura de Proposiciones", "2026-11-26"), row: "z" });
    }
    counts.push(await scrapeAfter(1, few), await scrapeAfter(0.5, few), await scrapeAfter(1, few));
    counts.push(await scrapeAfter(1, { ...few, full: true }));
    expect(counts.map(({ counts: { requests: _, ...each } }) => each)).toMatchObject([
      { new: 30, documents: 2 },
      { nearDate: 3, listChanged: 3, vanished: 2, withdrawn: 1, skipped: 2, documents: 1 },
      { new: 1, retry: 2, listChanged: 1, skipped: 2, unlisted: 0 },
      { sample: 5, sampleChanged: expect.any(Number), changed: 29 },
      { listChanged: 3 },
      { nearDate: 3, notModified: 4 },
      { nearDate: 3, documentsUnchanged: 1 },
      { full: expect.any(Number), unchanged: 29, notModified: 0 },
    ]);

    const rebuilt = await rebuild(folder);
    expect(rebuilt.result).toMatchObject({ runs: 9, failed: 1 });
    const [original, again] = await publishBoth(folder, rebuilt.folder);
    expect(readFeedText(again, "salud.json")).toBe(readFeedText(original, "salud.json"));
    expect(fingerprintFeed(again)).toEqual(fingerprintFeed(original));
  });

  it("leaves out what was on its way when a run failed, since the next one read it again", async () => {
    const isDown = { value: false };
    let text = "";
    const portal = await openSmallPortal(60, (at, response) => {
      const id = Array.from({ length: 60 }, (_, index) => index + 1).find(
        (each) => at === detailPath(each),
      );
      if (id === undefined) return false;
      if (isDown.value && id % 5 === 0) sendHtml(response, "caído", 500);
      else
        sendHtml(
          response,
          `<h1>P</h1><dl><dt>Descripción:</dt><dd>PAPEL ${id}${text}</dd><dt>Unidad Compradora:</dt><dd>DIF</dd></dl>`,
        );
      return true;
    });
    const folder = makeFolder();
    const { scrapeAfter } = startClock(portal.url, folder);
    isDown.value = true;
    await expect(scrapeAfter(0, { concurrency: 8 })).rejects.toThrow(/could not be read/);
    isDown.value = false;
    text = " (bis)";
    await scrapeAfter(0.1, { concurrency: 8 });

    const rebuilt = await rebuild(folder);
    expect(rebuilt.result).toMatchObject({ runs: 2, failed: 1 });
    const [original, again] = await publishBoth(folder, rebuilt.folder);
    expect(releasesOf(again)).toEqual(releasesOf(original));
  });

  it("goes through a run that was killed and the one that went on with it", async () => {
    const portal = await openPortal({ procedures: 40, suppliers: 5 });
    const folder = makeFolder();
    const { child, end } = await startBundled(
      [
        "scrape",
        "--portal",
        portal.url,
        "--concurrency",
        "4",
        "--documents",
        "skip",
        "--delay",
        "25",
      ],
      folder,
      { COMPRAS_OCID_PREFIX: "ocds-prueba" },
    );
    const detailsAsked = () => portal.requests.filter(({ path: at }) => /\/\d+$/.test(at)).length;
    await expect.poll(detailsAsked, { timeout: 30_000, interval: 10 }).toBeGreaterThan(20);
    child.kill("SIGKILL");
    await end;
    for (const [index, procedure] of portal.corpus.procedures.entries()) {
      if (index % 2 === 0) procedure.descripcion += " (bis)";
    }
    const archive = archiveOf(folder);
    const { counts } = await tryScrape(portal.url, folder, { archive, concurrency: 4 });
    // What had been read is read again where the list says something else since.
    expect(counts.resumed).toBeGreaterThan(0);
    expect(counts.listChanged).toBeGreaterThan(0);

    const rebuilt = await rebuild(folder);
    expect(rebuilt.result).toMatchObject({ runs: 2, failed: 1 });
    const [original, again] = await publishBoth(folder, rebuilt.folder);
    expect(releasesOf(again)).toEqual(releasesOf(original));
  });

  it("is a new one: nothing is done to a store that something was scraped into", async () => {
    const portal = await openSmallPortal(3);
    const folder = makeFolder();
    const scrape = ["scrape", "--portal", portal.url, "--delay", "0", "--archive", "here"];
    expect(await runBundled(scrape, folder)).toMatchObject({ code: 0 });
    const rebuild = ["scrape", "--from-archive", "here"];
    const used = await runBundled(rebuild, folder);
    expect(used).toMatchObject({ code: 1, stdout: "" });
    expect(complaintOf(used)).toEqual([
      `compras: compras.sqlite: something was scraped into this store already. Name a new file with --store; the archive has 1 runs of ${portal.url}, with ocids that begin with "ocds-durango-sin-registrar".`,
    ]);
    expect(await runBundled([...rebuild, "--store", "new.sqlite"], folder)).toMatchObject({
      code: 0,
      stdout: `1 runs done again from here; the portal is ${portal.url}, the ocids begin with "ocds-durango-sin-registrar".\n`,
    });
  });

  it("is not begun from an archive that somebody has edited, that is empty, or that is missing", async () => {
    const portal = await openSmallPortal(3);
    const folder = makeFolder();
    await tryScrape(portal.url, folder, { archive: archiveOf(folder) });
    const [file = ""] = warcFiles(archiveOf(folder));
    const text = gunzipSync(readFileSync(file)).toString("latin1");
    writeFileSync(file, gzipSync(Buffer.from(text.replace("PAPEL 2", "PAPEL 3"), "latin1")));
    const store = path.join(makeFolder(), "compras.sqlite");
    const settings = { store, profile: durango, reporter: silentReporter };
    await expect(rebuildStore({ ...settings, archive: archiveOf(folder) })).rejects.toMatchObject({
      name: "StopRunError",
      exitCode: exitCodes.failed,
      message: expect.stringMatching(
        `${file}: the record urn:uuid:[-0-9a-f]+ is not as it was written: its WARC-Block-Digest is wrong .*Put a copy of the file back`,
      ),
    });
    rmSync(file);
    await expect(rebuildStore({ ...settings, archive: archiveOf(folder) })).rejects.toThrow(
      /no run is in this archive/,
    );
    await expect(rebuildStore({ ...settings, archive: "/nowhere" })).rejects.toThrow(
      /\/nowhere: the archive cannot be read \(ENOENT\)/,
    );
    expect(existsSync(store)).toBe(false);
  });

  it("says which run fails now that had not then, as a mended reader's would that is wrong", async () => {
    const portal = await openSmallPortal(3);
    const folder = makeFolder();
    await tryScrape(portal.url, folder, { archive: archiveOf(folder) });
    const store = path.join(makeFolder(), "compras.sqlite");
    const profile = { ...durango, labels: { ...durango.labels, listado: { descripcion: ["X"] } } };
    await expect(
      rebuildStore({ archive: archiveOf(folder), store, profile, reporter: silentReporter }),
    ).rejects.toThrow(/1 of 1 runs failed that had not failed then/);
  });
});

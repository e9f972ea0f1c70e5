import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { exitCodes } from "../../../scraper/errors.ts";
import { verifyFeed } from "../../../scraper/publish/checksums.ts";
import { publish } from "../../../scraper/publish/publish.ts";
import { tellFailure } from "../../../scraper/publish/renew-health.ts";
import { silentReporter } from "../../../scraper/reporter.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { withdrawProcedure } from "../../../scraper/store/procedures.ts";
import { presentProcedures } from "../../../scraper/store/read-procedures.ts";
import { latestRuns } from "../../../scraper/store/runs.ts";
import { FeedCompat } from "../../../shared/feed/compat.ts";
import { FeedHealth } from "../../../shared/feed/health.ts";
import { FeedIndex } from "../../../shared/feed/index-schema.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { fingerprintFeed, readFeedText } from "../scraper/read-feed.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "../scraper/try-scrape.ts";
import { type Place, readOnce } from "./read-once.ts";

const limits = { maxDrop: 10, maxWithdrawn: 10, maxCoverageDrop: 20, maxSkipped: 5 };
const whole = { missing: [], extra: [], changed: [] };

/** A portal of 30 procedures, read and published once. */
let openPlace: () => Place;
beforeAll(async () => {
  openPlace = await readOnce({ procedures: 30, suppliers: 3 }, async (portal, folder) => {
    await tryScrape(portal.url, folder);
    await tryGate({ folder });
  });
});

const tryGate = ({ folder }: Pick<Place, "folder">, accept = false, out = "feed") =>
  publish({
    store: path.join(folder, "compras.sqlite"),
    out: path.join(folder, out),
    baseUrl: "http://127.0.0.1:8787/",
    profile: durango,
    gate: { limits, accept },
  });

const tellFailureOf = ({ folder }: Place) =>
  tellFailure(
    {
      store: path.join(folder, "compras.sqlite"),
      out: path.join(folder, "feed"),
      profile: durango,
    },
    silentReporter,
  );

const readJson = (feed: string, file: string): unknown => JSON.parse(readFeedText(feed, file));
const healthOf = (feed: string) => FeedHealth.parse(readJson(feed, "salud.json"));
const compatOf = (feed: string) => FeedCompat.parse(readJson(feed, "compat.json"));

/** The files that differ between two states of a feed. */
function differing(before: Record<string, string>, after: Record<string, string>): string[] {
  const files = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...files].filter((file) => before[file] !== after[file]).sort();
}

const renewed = ["SHA256SUMS", "compat.json", "index.json", "salud.json"];

/** Takes procedures off the portal. */
function remove({ portal }: Place, count: number): void {
  const listed = portal.corpus.procedures.filter((each) => each.listed);
  for (const each of listed.slice(0, count)) {
    portal.corpus.procedures.splice(portal.corpus.procedures.indexOf(each), 1);
  }
}

describe("a feed that must not take the place of the last one", () => {
  it("is not published, and the last feed says why in salud.json and stays as it is otherwise", async () => {
    const place = openPlace();
    const { feed, folder, portal } = place;
    expect(healthOf(feed).runs.map(({ gate }) => gate)).toEqual([{ state: "open", reasons: [] }]);
    const before = fingerprintFeed(feed);
    const index = FeedIndex.parse(readJson(feed, "index.json"));
    remove(place, 8);
    await tryScrape(portal.url, folder);
    await expect(tryGate(place)).rejects.toMatchObject({
      exitCode: exitCodes.sanityGate,
      message: expect.stringMatching(
        /^The gate is closed, and the last feed stays: fewer procedures .*\(\d+(\.\d+)? %, and --max-drop allows 10\).*--accept\.$/,
      ),
    });
    expect(differing(before, fingerprintFeed(feed))).toEqual(renewed);
    expect(await verifyFeed(feed)).toEqual(whole);
    const [closed, open] = healthOf(feed).runs;
    expect(open?.gate?.state).toBe("open");
    expect(closed?.gate).toMatchObject({
      state: "closed",
      reasons: [{ check: "drop", allowed: 10 }, { check: "withdrawn" }],
    });
    const { files, ...rest } = FeedIndex.parse(readJson(feed, "index.json"));
    expect({ ...rest, files: files.map((file) => file.path) }).toEqual({
      ...index,
      files: index.files.map((file) => file.path),
    });
  });

  it("is published where that is accepted, says so, and stays the same when it is published again", async () => {
    const place = openPlace();
    remove(place, 8);
    await tryScrape(place.portal.url, place.folder);
    await tryGate(place).catch(() => undefined);
    await tryGate(place, true);
    const [accepted] = healthOf(place.feed).runs;
    expect(accepted?.gate).toMatchObject({ state: "accepted", reasons: [{ check: "drop" }, {}] });
    const before = fingerprintFeed(place.feed);
    await tryGate(place);
    expect(fingerprintFeed(place.feed)).toEqual(before);
    await tryGate(place, false, "elsewhere");
    expect(fingerprintFeed(path.join(place.folder, "elsewhere"))).toEqual(before);
  });

  it("stays closed while the damage is there, however many runs come after it", async () => {
    const place = openPlace();
    for (const each of place.portal.corpus.procedures) delete each.fechaFallo;
    await tryScrape(place.portal.url, place.folder);
    await expect(tryGate(place)).rejects.toThrow(/awardAt: \d+(\.\d+)? points/);
    await tryScrape(place.portal.url, place.folder);
    await expect(tryGate(place)).rejects.toThrow(/awardAt/);
    expect(healthOf(place.feed).runs.map(({ gate }) => gate?.state)).toEqual([
      "closed",
      "closed",
      "open",
    ]);
  });

  it("is never empty, not even as the first", async () => {
    const portal = await openPortal({ procedures: 3, suppliers: 1 });
    const folder = makeFolder();
    await tryScrape(portal.url, folder);
    const store = openStore(path.join(folder, "compras.sqlite"));
    const run = { id: 1, ocidPrefix: "ocds-prueba", timeZone: durango.timeZone };
    for (const id of presentProcedures(store)) withdrawProcedure(store, run, id, new Date());
    store.close();
    await expect(tryGate({ folder })).rejects.toMatchObject({
      exitCode: exitCodes.sanityGate,
      message: expect.stringContaining("no procedure is on the portal"),
    });
    expect(existsSync(path.join(folder, "feed"))).toBe(false);
  });
});

describe("a scrape that failed", () => {
  it.each([
    ["no-labels", "changed"],
    ["empty-list", "changed"],
    ["forbidden", "refused"],
    ["login", "refused"],
    ["block-page", "refused"],
    ["error-500", "silent"],
    ["stalled", "silent"],
  ] as const)(
    "at %s leaves in the store that the portal was reached: %s",
    async (fault, reached) => {
      const portal = await openPortal({ procedures: 3, faults: [fault] });
      const folder = makeFolder();
      const settings = fault === "stalled" ? { timeoutMs: 1000 } : {};
      await expect(tryScrape(portal.url, folder, settings)).rejects.toThrow();
      const store = openStore(path.join(folder, "compras.sqlite"));
      const runs = [...latestRuns(store, 10)];
      store.close();
      expect(runs).toMatchObject([{ state: "failed", reached, counts: {} }]);
    },
  );

  it.each([
    { fault: "no-labels", reached: "changed", exitCode: 4, listado: "changed" },
    { fault: "error-500", reached: "silent", exitCode: 1, listado: "met" },
  ] as const)("at $fault is told by the last feed as $reached", async (wanted) => {
    const place = openPlace();
    const { portal, folder, feed } = place;
    const before = fingerprintFeed(feed);
    const compatBefore = compatOf(feed);
    portal.setFaults([wanted.fault]);
    await expect(tryScrape(portal.url, folder)).rejects.toThrow();
    await tellFailureOf(place);
    expect(differing(before, fingerprintFeed(feed))).toEqual(renewed);
    expect(await verifyFeed(feed)).toEqual(whole);

    const [failed, done] = healthOf(feed).runs;
    expect(failed).toMatchObject({
      state: "failed",
      reached: wanted.reached,
      exitCode: wanted.exitCode,
      message: expect.stringContaining("http://127.0.0.1"),
    });
    // What was not read is not nothing.
    expect(failed).not.toHaveProperty("counts");
    expect(failed).not.toHaveProperty("gate");
    expect(done).toMatchObject({ state: "done", reached: "yes", gate: { state: "open" } });

    const compat = compatOf(feed);
    expect(compat.lastRun).toMatchObject({ state: "failed", reached: wanted.reached });
    expect(compat.pages.listado.status).toBe(wanted.listado);
    expect(compat.pages.procedimiento).toEqual(compatBefore.pages.procedimiento);
  });

  it("is told once: where there is nothing new to say the feed is left alone", async () => {
    const place = openPlace();
    place.portal.setFaults(["error-500"]);
    await tryScrape(place.portal.url, place.folder).catch(() => undefined);
    await tellFailureOf(place);
    const before = fingerprintFeed(place.feed);
    await tellFailureOf(place);
    expect(fingerprintFeed(place.feed)).toEqual(before);
  });

  it("is told in a feed that was changed by hand without hiding the change", async () => {
    const place = openPlace();
    place.portal.setFaults(["error-500"]);
    await tryScrape(place.portal.url, place.folder).catch(() => undefined);
    writeFileSync(path.join(place.feed, "licitaciones.csv"), "OCID\r\n");
    await tellFailureOf(place);
    expect(await verifyFeed(place.feed)).toEqual({ ...whole, changed: ["licitaciones.csv"] });
    expect(healthOf(place.feed).runs[0]?.state).toBe("failed");
  });

  it("is not told in a feed whose index was changed by hand, of another store, or not there", async () => {
    const place = openPlace();
    place.portal.setFaults(["error-500"]);
    await tryScrape(place.portal.url, place.folder).catch(() => undefined);

    const other = { ...place, folder: makeFolder() };
    const quiet = await openPortal({ procedures: 2 });
    await tryScrape(quiet.url, other.folder, { ocidPrefix: "ocds-otro" });
    const otherFeed = path.join(other.folder, "feed");
    await tryPublish(other.folder);
    const otherBefore = fingerprintFeed(otherFeed);
    await tellFailure(
      { store: path.join(place.folder, "compras.sqlite"), out: otherFeed, profile: durango },
      silentReporter,
    );
    expect(fingerprintFeed(otherFeed)).toEqual(otherBefore);

    const index = path.join(place.feed, "index.json");
    writeFileSync(index, readFileSync(index, "utf8").replace("Abiertas", "Cerradas"));
    const before = fingerprintFeed(place.feed);
    await tellFailureOf(place);
    expect(fingerprintFeed(place.feed)).toEqual(before);
    expect((await verifyFeed(place.feed)).changed).toEqual(["index.json"]);

    await tellFailureOf({ ...place, folder: path.join(place.folder, "nowhere") });
  });
});

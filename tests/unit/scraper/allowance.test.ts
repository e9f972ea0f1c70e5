import path from "node:path";
import { describe, expect, it } from "vitest";
import { openAllowance } from "../../../scraper/crawl/allowance.ts";
import { isWithin, parseReadingHours } from "../../../scraper/crawl/reading-hours.ts";
import { exitCodes, RunPausedError } from "../../../scraper/errors.ts";
import { tellFailure } from "../../../scraper/publish/renew-health.ts";
import { silentReporter } from "../../../scraper/reporter.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { requestsOn } from "../../../scraper/store/requests-by-day.ts";
import { FeedHealth } from "../../../shared/feed/health.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { fingerprintFeed, readFeedText } from "./read-feed.ts";
import { complaintOf, runBundled } from "./run-program.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "./try-scrape.ts";

const storeIn = (folder: string) => path.join(folder, "compras.sqlite");

/** Requests that the store has counted for a day. */
function countedOn(folder: string, day: string): number {
  const store = openStore(storeIn(folder), { mustExist: true });
  try {
    return requestsOn(store, day);
  } finally {
    store.close();
  }
}

const noon = (day: string) => new Date(`${day}T12:00:00-06:00`);

describe("the requests of a day", () => {
  it("are counted over runs, dry ones too, and end a run in order; later days go on until all is read", async () => {
    const portal = await openPortal({ procedures: 30, suppliers: 3 });
    const folder = makeFolder();
    const settings = { concurrency: 1, maxRequestsPerDay: 20 };
    const on = (day: string, dryRun = false) =>
      tryScrape(portal.url, folder, { ...settings, dryRun, now: () => noon(day) });

    await expect(on("2026-11-20")).rejects.toMatchObject({
      name: "RunPausedError",
      exitCode: exitCodes.failed,
      message: expect.stringMatching(
        /^The 20 requests .*--max-requests-per-day allows on 2026-11-20 are used up.*goes on/,
      ),
    });
    expect(portal.requests).toHaveLength(20);
    expect(countedOn(folder, "2026-11-20")).toBe(20);
    // Neither a run nor a dry one asks anything more on that day.
    await expect(on("2026-11-20")).rejects.toBeInstanceOf(RunPausedError);
    await expect(on("2026-11-20", true)).rejects.toBeInstanceOf(RunPausedError);
    expect(portal.requests).toHaveLength(20);

    // More than a day later: what was read is not read again.
    const end = await on("2026-11-22").catch(() => on("2026-11-25"));
    expect(end.counts.resumed + end.counts.read).toBe(end.counts.listed);
    const pages = portal.requests
      .map((request) => request.path)
      .filter((each) => /\/\d+$/.test(each));
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages).toHaveLength(end.counts.listed);
    expect(portal.requests.length, "every request is counted").toBe(
      20 + countedOn(folder, "2026-11-22") + countedOn(folder, "2026-11-25"),
    );
  });

  it("publish nothing of a run that is not whole; salud.json says that it goes on", async () => {
    const portal = await openPortal({ procedures: 12, suppliers: 3 });
    const folder = makeFolder();
    await tryScrape(portal.url, folder, { now: () => noon("2026-11-20") });
    await tryPublish(folder);
    const before = fingerprintFeed(`${folder}/feed`);
    for (const procedure of portal.corpus.procedures) procedure.descripcion += " (bis)";
    const pause = tryScrape(portal.url, folder, {
      maxRequestsPerDay: 8,
      now: () => noon("2026-11-21"),
    });
    await expect(pause).rejects.toBeInstanceOf(RunPausedError);
    await tellFailure(
      { store: storeIn(folder), out: `${folder}/feed`, profile: durango },
      silentReporter,
    );
    const after = fingerprintFeed(`${folder}/feed`);
    expect(Object.keys(after).filter((file) => after[file] !== before[file])).toEqual([
      "SHA256SUMS",
      "compat.json",
      "index.json",
      "salud.json",
    ]);
    const { runs } = FeedHealth.parse(JSON.parse(readFeedText(`${folder}/feed`, "salud.json")));
    expect(runs).toMatchObject([
      {
        state: "unfinished",
        reached: "yes",
        exitCode: 1,
        message: expect.stringMatching(/used up/),
      },
      { state: "done" },
    ]);
  });

  it("are a few too many after a kill, never too few", () => {
    const folder = makeFolder();
    const settings = {
      profile: durango,
      store: storeIn(folder),
      dryRun: false,
      now: () => noon("2026-11-20"),
    };
    const killed = openAllowance(settings);
    for (let sent = 0; sent < 13; sent += 1) killed.take();
    const next = openAllowance({ ...settings, maxRequestsPerDay: 21 });
    next.take();
    expect(() => next.take()).toThrow(RunPausedError);
    next.close();
    expect(countedOn(folder, "2026-11-20")).toBe(21);
    killed.close();
    expect(countedOn(folder, "2026-11-20")).toBe(14);
  });

  it("begin anew at midnight of the portal's zone, within a run too", () => {
    let at = new Date("2026-11-21T05:59:59Z");
    const folder = makeFolder();
    const allowance = openAllowance({
      profile: durango,
      store: storeIn(folder),
      dryRun: false,
      maxRequestsPerDay: 2,
      now: () => at,
    });
    allowance.take();
    at = new Date("2026-11-21T06:00:00Z");
    allowance.take();
    allowance.take();
    expect(() => allowance.take()).toThrow(/allows on 2026-11-21/);
    allowance.close();
    expect([countedOn(folder, "2026-11-20"), countedOn(folder, "2026-11-21")]).toEqual([1, 2]);
  });
});

describe("the hours for reading", () => {
  it.each([
    ["22-6", 21, false],
    ["22-6", 22, true],
    ["22-6", 3, true],
    ["22-6", 6, false],
    ["9-17", 16, true],
    ["9-17", 17, false],
    ["0-24", 23, true],
    ["20-24", 23, true],
    ["20-24", 0, false],
    ["24-5", 0, true],
    ["24-5", 5, false],
  ])("%s: at %i o'clock in Durango %s", (text, hour, isAllowed) => {
    const hours = parseReadingHours(text);
    if (hours === undefined) throw new Error(`${text} names hours`);
    const at = new Date(`2026-11-20T${String(hour).padStart(2, "0")}:30:00-06:00`);
    expect(isWithin(hours, at, durango.timeZone)).toBe(isAllowed);
  });

  it.each(["", "22", "22-", "6-6", "0-0", "25-3", "22-6h", "24-0"])("are not %j", (text) => {
    expect(parseReadingHours(text)).toBeUndefined();
  });

  it("keep a run from beginning, stop one in order, and let the next one go on", async () => {
    const portal = await openPortal({ procedures: 20, suppliers: 3 });
    const folder = makeFolder();
    const hours = { from: 22, to: 6 };
    const at = (text: string) => () => new Date(`${text}-06:00`);
    await expect(
      tryScrape(portal.url, folder, { hours, now: at("2026-11-20T21:59:59") }),
    ).rejects.toThrow(/^It is 21:59 in America\/Monterrey, and --hours 22-6 allows/);
    expect(portal.requests).toEqual([]);

    const untilSix = () =>
      portal.requests.length < 15
        ? new Date("2026-11-21T05:59:00-06:00")
        : new Date("2026-11-21T06:00:00-06:00");
    const first = tryScrape(portal.url, folder, { hours, concurrency: 4, now: untilSix });
    await expect(first).rejects.toBeInstanceOf(RunPausedError);
    expect(portal.requests.length).toBeLessThan(15 + 4);
    const { counts } = await tryScrape(portal.url, folder, {
      hours,
      now: at("2026-11-21T22:00:00"),
    });
    const pages = portal.requests
      .map((request) => request.path)
      .filter((each) => /\/\d+$/.test(each));
    // What was on its way at six was read too.
    expect(pages).toHaveLength(counts.listed);
    expect(counts.resumed).toBeGreaterThan(5);
  });

  it("are an option of the program, which says why it does not begin, and that a contact is missing", async () => {
    const inThreeHours = new Date(Date.now() + 3 * 60 * 60 * 1000);
    const hour = Number(
      inThreeHours.toLocaleString("en", {
        timeZone: durango.timeZone,
        hour: "2-digit",
        hourCycle: "h23",
      }),
    );
    const end = await runBundled(["scrape", "--hours", `${hour}-${(hour + 1) % 24}`], makeFolder());
    expect(end.code).toBe(1);
    expect(complaintOf(end)).toEqual([
      expect.stringMatching(/^compras: It is .* --hours .*goes on/),
    ]);
    const events = end.stderr.split("\n").filter((line) => line.startsWith("{"));
    expect(events).toEqual([expect.stringMatching(/Nobody at the portal can tell .*--contact/)]);
  });
});

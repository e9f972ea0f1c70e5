import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PracticePortal } from "../../../fixtures/practice-portal/server.ts";
import { verifyFeed } from "../../../scraper/publish/checksums.ts";
import { recoverFeed } from "../../../scraper/publish/feed-folder.ts";
import { publish } from "../../../scraper/publish/publish.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { allProcedures } from "../../../scraper/store/read-procedures.ts";
import { allSuppliers } from "../../../scraper/store/suppliers.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { fingerprintFeed } from "../scraper/read-feed.ts";
import { complaintOf, runProgram, startBundled } from "../scraper/run-program.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "../scraper/try-scrape.ts";

const kills = 50;
/** Two cores have two processes to disturb at once. */
const lanes = 2;
const ocidPrefix = "ocds-durango-sin-registrar";
const usual = { maxDrop: 10, maxWithdrawn: 10, maxCoverageDrop: 20, maxSkipped: 5 };

/**
 * Starts the program, waits for `isBusy`, and kills it within `spanMs` of that. Returns whether it came to its end before, and for how long it
 * was busy.
 */
async function killAtRandom(
  args: readonly string[],
  cwd: string,
  isBusy: (pid: number) => boolean,
  spanMs: number,
): Promise<{ pid: number; isDone: boolean; ranMs: number }> {
  const { child, end } = await startBundled(args, cwd);
  let isOver = false;
  const over = end.then((result) => {
    isOver = true;
    return result;
  });
  const { pid = 0 } = child;
  while (!isOver && !isBusy(pid)) await wait(1);
  const since = performance.now();
  await Promise.race([over, wait(Math.random() * spanMs)]);
  child.kill("SIGKILL");
  const { code, stderr } = await over;
  // It either was killed or had done its work; nothing in between.
  expect([null, 0], stderr).toContain(code);
  return { pid, isDone: code === 0, ranMs: performance.now() - since };
}

/** Expects that of the kills of all lanes many hit the program amid its work, not as it began or after it. @param amid by lane. */
function expectAmid(amid: readonly number[]): void {
  expect(amid.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(kills / 5);
}

/** All that a store knows, but for when it was read. */
function contentOf(folder: string): unknown {
  const store = openStore(path.join(folder, "compras.sqlite"), { mustExist: true });
  try {
    expect(store.db.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
    const procedures = [...allProcedures(store)].map(({ record, releases }) => ({
      record,
      releases: releases.map(({ release: { id: _id, date: _date, ...rest } }) => rest),
    }));
    return { procedures, suppliers: allSuppliers(store) };
  } finally {
    store.close();
  }
}

describe(`killed at any moment, ${kills} times in all`, { timeout: 400_000 }, () => {
  let portal: PracticePortal;
  let calm: string;
  let changed: string;
  /** The folders of the feeds of `calm` and `changed`. */
  let feeds: string[];
  const scrapeOf = (url: string, ...more: string[]) => [
    ...["scrape", "--portal", url],
    ...["--concurrency", "4", "--delay", "4", ...more],
  ];

  beforeAll(async () => {
    portal = await openPortal({ procedures: 20, suppliers: 5 }, afterAll);
    const settings = { documents: "hash", ocidPrefix } as const;
    calm = makeFolder(afterAll);
    await tryScrape(portal.url, calm, settings);
    changed = makeFolder(afterAll);
    cpSync(calm, changed, { recursive: true });
    for (const each of portal.corpus.procedures) each.descripcion += " (BIS)";
    await tryScrape(portal.url, changed, settings);
    const gate = { limits: usual, accept: false };
    const baseUrl = "http://127.0.0.1:8787/";
    feeds = [];
    for (const source of [calm, changed]) {
      const out = path.join(source, "whole");
      const store = path.join(source, "compras.sqlite");
      await publish({ store, out, baseUrl, profile: durango, gate });
      feeds.push(out);
    }
  }, 100_000);

  it("a scrape leaves a store that opens, and that further scrapes bring to where an undisturbed one comes", async () => {
    const wanted = withoutPort(contentOf(calm));
    const lane = async (): Promise<number> => {
      const own = await openPortal({ procedures: 20, suppliers: 5 });
      const folders = [makeFolder(afterAll)];
      let killed = 0;
      let amid = 0;
      let spanMs = 1000;
      for (let turn = 0; killed < kills / 2 / lanes; turn += 1) {
        const folder = folders.at(-1) ?? "";
        // By its contact a request is known for this turn's: one of the turn before may come late.
        const contact = `turn-${turn}@example.org`;
        const asked = () => own.requests.filter(({ userAgent }) => userAgent.includes(contact));
        const scrape = scrapeOf(own.url, "--contact", contact);
        const isBusy = () => asked().length > 0;
        const { isDone, ranMs } = await killAtRandom(scrape, folder, isBusy, spanMs);
        if (isDone) {
          expect(withoutPort(contentOf(folder))).toEqual(wanted);
          spanMs = Math.max(300, ranMs);
          folders.push(makeFolder(afterAll));
        } else {
          killed += 1;
          if (asked().some(({ path: at }) => /\/\d+$/.test(at))) amid += 1;
          if (existsSync(path.join(folder, "compras.sqlite"))) contentOf(folder);
        }
      }
      const last = folders.at(-1) ?? "";
      expect((await runProgram(scrapeOf(own.url), last)).code).toBe(0);
      expect(withoutPort(contentOf(last))).toEqual(wanted);
      return amid;
    };
    expectAmid(await Promise.all(Array.from({ length: lanes }, lane)));
  });

  it("a publish leaves the feed of before or the next one, whole by its own SHA256SUMS", async () => {
    const whole = feeds.map(fingerprintFeed);
    const lane = async (): Promise<number> => {
      const folder = makeFolder(afterAll);
      const feed = path.join(folder, "feed");
      const sources = [calm, changed].map((source, index) => {
        // Each lane has stores of its own, since a publish notes in the store what the gate said.
        const copy = path.join(folder, `source-${index}`);
        cpSync(source, copy, { recursive: true });
        return path.join(copy, "compras.sqlite");
      });
      const publishOf = (turn: number) => [
        "publish",
        "--store",
        sources[turn % 2] ?? "",
        "--out",
        feed,
      ];
      cpSync(feeds[0] ?? "", feed, { recursive: true });
      let killed = 0;
      let amid = 0;
      let spanMs = 1500;
      for (let turn = 1; killed < kills / 2 / lanes; turn += 1) {
        const isBusy = (pid: number) => existsSync(`${feed}.new-${pid}`);
        const { pid, isDone, ranMs } = await killAtRandom(publishOf(turn), folder, isBusy, spanMs);
        if (!isDone && isBusy(pid)) amid += 1;
        if (isDone) spanMs = Math.max(200, ranMs);
        else killed += 1;
        await recoverFeed(feed);
        expect(await verifyFeed(feed)).toEqual({ missing: [], extra: [], changed: [] });
        expect(whole).toContainEqual(fingerprintFeed(feed));
      }
      expect((await runProgram(publishOf(1), folder)).code).toBe(0);
      expect(fingerprintFeed(feed)).toEqual(whole[1]);
      expect(readdirSync(folder).filter((name) => /\.(new|previous)/.test(name))).toEqual([]);
      return amid;
    };
    expectAmid(await Promise.all(Array.from({ length: lanes }, lane)));
  });
});

/** Every portal of these tests has a port of its own. */
function withoutPort(content: unknown): unknown {
  return JSON.parse(JSON.stringify(content).replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1"));
}

describe.skipIf(process.platform === "win32")(
  "a full disk (skipped on Windows, which knows no limit for files)",
  { timeout: 100_000 },
  () => {
    it("leaves the last feed as it is, and the program says what to do", async () => {
      const portal = await openPortal({ procedures: 60, suppliers: 3 });
      const folder = makeFolder();
      const feed = path.join(folder, "feed");
      await tryScrape(portal.url, folder, { ocidPrefix });
      await tryPublish(folder);
      const before = fingerprintFeed(feed);
      for (const each of portal.corpus.procedures) each.descripcion += " (BIS)";
      await tryScrape(portal.url, folder, { ocidPrefix });

      // The system refuses to write beyond 50 kB of any file, as a full disk refuses.
      const program = path.resolve(import.meta.dirname, "../../../scraper/bin.js");
      const { status, stderr } = spawnSync(
        "sh",
        ["-c", `ulimit -f 100 && exec "$0" "$@"`, process.execPath, program, "publish"],
        { cwd: folder, encoding: "utf8" },
      );
      expect({ status, complaint: complaintOf({ code: status, stdout: "", stderr }) }).toEqual({
        status: 1,
        complaint: [
          expect.stringMatching(
            /^compras: feed: the feed cannot be written \(EFBIG.*The last feed is untouched; make room/,
          ),
        ],
      });
      expect(fingerprintFeed(feed)).toEqual(before);
      const left = readdirSync(folder).filter((name) => name.startsWith("feed"));
      expect(left).toEqual(["feed", "feed.lock"]);
    });
  },
);

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
import { complaintOf, runProgram, startProgram } from "../scraper/run-program.ts";
import { makeFolder, openPortal, tryScrape } from "../scraper/try-scrape.ts";

const kills = 50;
/** Two cores have two processes to disturb at once. */
const lanes = 2;
const usual = { maxDrop: 10, maxWithdrawn: 10, maxCoverageDrop: 20, maxSkipped: 5 };

/** Starts the program, waits for `isBusy`, and kills it within `spanMs` of that. Returns whether it came to its end before. */
async function killAtRandom(
  args: readonly string[],
  cwd: string,
  isBusy: (pid: number) => boolean,
  spanMs: number,
): Promise<{ isDone: boolean; ranMs: number }> {
  const { child, end } = startProgram(args, cwd);
  let isOver = false;
  const over = end.then((result) => {
    isOver = true;
    return result;
  });
  while (!isOver && !isBusy(child.pid ?? 0)) await wait(1);
  const since = performance.now();
  await Promise.race([over, wait(Math.random() * spanMs)]);
  child.kill("SIGKILL");
  const { code, stderr } = await over;
  // It either was killed or had done its work; nothing in between.
  expect([null, 0], stderr).toContain(code);
  return { isDone: code === 0, ranMs: performance.now() - since };
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
  const scrapeOf = (url: string) => [
    "scrape",
    "--portal",
    url,
    "--concurrency",
    "4",
    "--delay",
    "4",
  ];

  beforeAll(async () => {
    portal = await openPortal({ procedures: 20, suppliers: 5 }, afterAll);
    const settings = {
      documents: "hash",
      ocidPrefix: "ocds-durango-sin-registrar",
    } as const;
    calm = makeFolder(afterAll);
    await tryScrape(portal.url, calm, settings);
    changed = makeFolder(afterAll);
    cpSync(calm, changed, { recursive: true });
    for (const each of portal.corpus.procedures) each.descripcion += " (BIS)";
    await tryScrape(portal.url, changed, settings);
  }, 100_000);

  it("a scrape leaves a store that opens, and that further scrapes bring to where an undisturbed one comes", async () => {
    const wanted = withoutPort(contentOf(calm));
    const lane = async (): Promise<number> => {
      const own = await openPortal({ procedures: 20, suppliers: 5 });
      const folders = [makeFolder(afterAll)];
      let killed = 0;
      let spanMs = 1000;
      while (killed < kills / 2 / lanes) {
        const folder = folders.at(-1) ?? "";
        own.requests.length = 0;
        const isBusy = () => own.requests.length > 0;
        const { isDone, ranMs } = await killAtRandom(scrapeOf(own.url), folder, isBusy, spanMs);
        if (isDone) {
          expect(withoutPort(contentOf(folder))).toEqual(wanted);
          spanMs = Math.max(300, ranMs);
          folders.push(makeFolder(afterAll));
        } else {
          killed += 1;
          if (existsSync(path.join(folder, "compras.sqlite"))) contentOf(folder);
        }
      }
      const last = folders.at(-1) ?? "";
      expect((await runProgram(scrapeOf(own.url), last)).code).toBe(0);
      expect(withoutPort(contentOf(last))).toEqual(wanted);
      return killed;
    };
    const counts = await Promise.all(Array.from({ length: lanes }, lane));
    expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(kills / 2);
  });

  it("a publish leaves the feed of before or the next one, whole by its own SHA256SUMS", async () => {
    const lane = async (): Promise<number> => {
      const folder = makeFolder(afterAll);
      const feed = path.join(folder, "feed");
      const whole: Record<string, string>[] = [];
      const sources = [calm, changed].map((source, index) => {
        // Each lane has stores of its own, since a publish notes in the store what the gate said.
        const copy = path.join(folder, `source-${index}`);
        cpSync(source, copy, { recursive: true });
        return path.join(copy, "compras.sqlite");
      });
      for (const [index, store] of sources.entries()) {
        const out = path.join(folder, `whole-${index}`);
        const gate = { limits: usual, accept: false };
        await publish({ store, out, baseUrl: "http://127.0.0.1:8787/", profile: durango, gate });
        whole.push(fingerprintFeed(out));
      }
      const publishOf = (turn: number) => [
        "publish",
        "--store",
        sources[turn % 2] ?? "",
        "--out",
        feed,
      ];
      cpSync(path.join(folder, "whole-0"), feed, { recursive: true });
      let killed = 0;
      let spanMs = 1500;
      for (let turn = 1; killed < kills / 2 / lanes; turn += 1) {
        const isBusy = (pid: number) => existsSync(`${feed}.new-${pid}`);
        const { isDone, ranMs } = await killAtRandom(publishOf(turn), folder, isBusy, spanMs);
        if (isDone) spanMs = Math.max(200, ranMs);
        else killed += 1;
        await recoverFeed(feed);
        expect(await verifyFeed(feed)).toEqual({ missing: [], extra: [], changed: [] });
        expect(whole).toContainEqual(fingerprintFeed(feed));
      }
      expect((await runProgram(publishOf(1), folder)).code).toBe(0);
      expect(fingerprintFeed(feed)).toEqual(whole[1]);
      expect(readdirSync(folder).filter((name) => /\.(new|previous)/.test(name))).toEqual([]);
      return killed;
    };
    const counts = await Promise.all(Array.from({ length: lanes }, lane));
    expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(kills / 2);
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
      const scrape = ["scrape", "--portal", portal.url, "--delay", "0", "--documents", "skip"];
      expect((await runProgram(scrape, folder)).code).toBe(0);
      expect((await runProgram(["publish"], folder)).code).toBe(0);
      const before = fingerprintFeed(feed);
      for (const each of portal.corpus.procedures) each.descripcion += " (BIS)";
      expect((await runProgram(scrape, folder)).code).toBe(0);

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

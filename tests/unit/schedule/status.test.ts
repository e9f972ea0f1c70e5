import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { publish } from "../../../scraper/publish/publish.ts";
import { findCheckFault } from "../../../scraper/schedule/describe-status.ts";
import { readLastRun } from "../../../scraper/schedule/last-run.ts";
import { readStatus } from "../../../scraper/schedule/status.ts";
import { saveIdentity } from "../../../scraper/store/identity.ts";
import { openStore, type Store } from "../../../scraper/store/open-store.ts";
import {
  type AnyRun,
  beginRun,
  failRun,
  finishRun,
  saveGate,
} from "../../../scraper/store/runs.ts";
import { lockSchedule } from "../../../scraper/store/schedule-lock.ts";
import { lockWriter } from "../../../scraper/store/writer-lock.ts";
import type { GateVerdict } from "../../../shared/feed/health.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { formatInstant } from "../../../shared/values/dates.ts";
import { makeFolder, openPortal, tryScrape } from "../scraper/try-scrape.ts";

const { timeZone } = durango;
const at = (day: number, clock = "06:00:00") =>
  `2026-03-${String(day).padStart(2, "0")}T${clock}-06:00`;

const open: GateVerdict = { state: "open", reasons: [] };
const closed: GateVerdict = {
  state: "closed",
  reasons: [{ check: "drop", title: "Menos", measured: 40, allowed: 10 }],
};

function makeStore(folder = makeFolder()): Store {
  const store = openStore(path.join(folder, "compras.sqlite"));
  onTestFinished(() => store.close());
  saveIdentity(store, {
    portal: "durango",
    portalUrl: durango.baseUrl,
    ocidPrefix: "ocds-prueba",
  });
  return store;
}

const begin = (store: Store, day: number) =>
  beginRun(store, { portalUrl: durango.baseUrl, startedAt: at(day), limit: undefined }).id;

function finish(store: Store, day: number): number {
  const id = begin(store, day);
  const counts = { listed: 40, added: 3, changed: 0 };
  finishRun(store, id, { finishedAt: at(day, "06:04:19"), counts, warnings: [] });
  return id;
}

function fail(store: Store, day: number, reached?: AnyRun["reached"]): void {
  failRun(store, begin(store, day), {
    finishedAt: at(day, "06:01:00"),
    exitCode: reached === "changed" ? 4 : 1,
    message: "no label.",
    warnings: [
      { kind: "unknownLabel", page: "padron", subject: "C", count: 2, example: "x" },
      { kind: "unknownLabel", page: "padron", subject: "D", count: 1, example: "x" },
    ],
    reached,
  });
}

const statusOf = (store: Store, settings: { now?: Date; cron?: string; out?: string } = {}) =>
  readStatus(store, {
    out: path.join(path.dirname(store.file), "feed"),
    cron: undefined,
    defaultCron: "0 */6 * * *",
    runs: 10,
    timeZone,
    now: new Date(at(9, "09:00:00")),
    ...settings,
  });

describe("what a schedule goes on from", () => {
  const now = new Date(at(9));
  const after = (change: (store: Store) => void) => {
    const store = makeStore();
    change(store);
    return readLastRun(store, now);
  };

  it.each<[string, (store: Store) => void, string | undefined]>([
    ["no run", () => undefined, undefined],
    ["one that was published", (s) => saveGate(s, finish(s, 2), open), at(2, "06:04:19")],
    ["one that the gate refused", (s) => saveGate(s, finish(s, 2), closed), at(2, "06:04:19")],
    ["one that the portal failed", (s) => fail(s, 2, "silent"), at(2, "06:01:00")],
    ["one that was paused", (s) => fail(s, 2, "yes"), at(2, "06:01:00")],
    ["one that was killed", (s) => begin(s, 2), undefined],
    ["one that was stopped or met a full disk", (s) => fail(s, 2), undefined],
    ["one that was read and not published", (s) => finish(s, 2), undefined],
    [
      "one that goes on",
      (s) => {
        onTestFinished(lockWriter(s));
        begin(s, 2);
      },
      formatInstant(now, timeZone),
    ],
  ])("after %s", (_what, change, settledAt) => {
    expect(after(change)).toEqual({
      ...(settledAt !== undefined && { settledAt: new Date(settledAt) }),
      what: expect.stringMatching(/\.$/),
    });
  });
});

describe("compras status", () => {
  it("tells of the runs with their outcome in words, and of what to look at", async () => {
    const store = makeStore();
    saveGate(store, finish(store, 1), closed);
    finish(store, 2);
    saveGate(store, finish(store, 3), { ...closed, state: "accepted" });
    saveGate(store, finish(store, 4), open);
    fail(store, 6, "changed");
    begin(store, 8);
    const status = await statusOf(store);
    expect(status).toMatchObject({
      asOf: at(9, "09:00:00"),
      portal: durango.baseUrl,
      next: { cron: "0 */6 * * *", at: at(9, "09:00:00") },
      setAside: 0,
      attention: [
        `The run of ${at(8)}: interrupted.`,
        expect.stringMatching(/feed: there is no feed of this store here/),
      ],
    });
    expect(status).not.toHaveProperty("running");
    expect(status).not.toHaveProperty("schedule");
    const counts = { listed: 40, added: 3, changed: 0 };
    const done = { seconds: 259, counts };
    expect(status.runs).toEqual([
      { startedAt: at(8), outcome: "interrupted" },
      {
        startedAt: at(6),
        endedAt: at(6, "06:01:00"),
        seconds: 60,
        outcome: "the portal changed",
        exitCode: 4,
        message: "no label.",
      },
      {
        startedAt: at(4),
        endedAt: at(4, "06:04:19"),
        ...done,
        outcome: "done",
        exitCode: 0,
        gate: open,
      },
      expect.objectContaining({ outcome: "published though the gate was closed", exitCode: 0 }),
      {
        startedAt: at(2),
        endedAt: at(2, "06:04:19"),
        ...done,
        outcome: "read and not published",
      },
      expect.objectContaining({ outcome: "the sanity gate refused to publish", exitCode: 3 }),
    ]);
  });

  it("knows who reads the portal, which schedule runs and when the next run is due by it", async () => {
    const store = makeStore();
    saveGate(store, finish(store, 8), open);
    expect((await statusOf(store)).next).toEqual({ cron: "0 */6 * * *", at: at(8, "12:00:00") });
    const since = at(7);
    onTestFinished(lockSchedule(store.file, { cron: "30 6 * * *", since }));
    const unlock = lockWriter(store);
    begin(store, 9);
    const who = { pid: process.pid, host: expect.any(String) };
    expect(await statusOf(store)).toMatchObject({
      running: who,
      schedule: { ...who, cron: "30 6 * * *", since },
      next: { cron: "30 6 * * *", at: at(10, "06:30:00") },
      runs: [{ outcome: "under way" }, { outcome: "done" }],
    });
    unlock();
    expect((await statusOf(store, { cron: "0 7 * * *" })).next).toEqual({
      cron: "0 7 * * *",
      at: at(9, "09:00:00"),
    });
  });

  it("takes a run that was paused as its user wants it for no failure", async () => {
    const store = makeStore();
    fail(store, 9, "yes");
    const status = await statusOf(store);
    expect(status.runs).toMatchObject([{ outcome: "paused", exitCode: 1, message: "no label." }]);
    expect(status.attention[0]).toBe(`The run of ${at(9)}: paused (1): no label.`);
    expect(findCheckFault(status, 24)).toBe("nothing is published yet.");
  });

  it("knows how old the feed is, what is not in it, and whether that is too old", async () => {
    const portal = await openPortal({ procedures: 5, suppliers: 2 });
    const folder = makeFolder();
    const scrapeAt = (instant: string) =>
      tryScrape(portal.url, folder, { now: () => new Date(instant) });
    const file = path.join(folder, "compras.sqlite");
    const out = path.join(folder, "feed");
    const gate = {
      limits: { maxDrop: 10, maxWithdrawn: 10, maxCoverageDrop: 20, maxSkipped: 5 },
      accept: false,
    };
    await scrapeAt(at(8));
    const settings = { store: file, out, baseUrl: "http://127.0.0.1/", profile: durango, gate };
    await publish(settings);
    const store = openStore(file);
    onTestFinished(() => store.close());
    const fresh = await statusOf(store);
    expect(fresh).toMatchObject({
      published: { folder: out, readAt: at(8), ageHours: 27, procedures: 5 },
      runs: [{ outcome: "done", exitCode: 0 }],
    });
    expect(fresh.attention.filter((line) => !line.startsWith("unknown"))).toEqual([]);
    expect(findCheckFault(fresh, 30)).toBeUndefined();
    expect(findCheckFault(fresh, 24)).toMatch(/is 27 hours old, and --max-age allows 24/);

    await scrapeAt(at(9));
    const unpublished = await statusOf(store);
    expect(unpublished.attention[0]).toMatch(
      `What was read until ${at(9)} is not in ${out}: publishing was interrupted or failed.`,
    );
    portal.setFaults(["empty-list"]);
    await expect(scrapeAt(at(9, "08:00:00"))).rejects.toThrow();
    const failed = await statusOf(store);
    expect(findCheckFault(failed, 30)).toMatch(
      /^The run of .*: the portal changed \(4\): .*shows no procedure/,
    );
    writeFileSync(path.join(out, "index.json"), "{}");
    expect(await statusOf(store)).not.toHaveProperty("published");
  });
});

import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { openDatabase } from "../../../extension/corpus/database.ts";
import { refreshFeed } from "../../../extension/corpus/refresh.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { makeRow, startChangingFeed } from "../../browser/support/changing-feed.ts";
import { makeManifest } from "./make-manifest.ts";
import { breaksOff, serveFiles } from "./serve-files.ts";

const now = Date.parse("2026-11-29T12:00:00Z");
const database = openDatabase();
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now }));
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(database.tables.map((table) => table.clear()));
});

const refresh = (url: string) => refreshFeed(database, durango, url);

/** A feed whose rows change, until the test ends. */
async function startFeed() {
  const feed = await startChangingFeed();
  onTestFinished(() => void feed.close());
  return feed;
}

describe("a feed whose answer breaks off", () => {
  const manifest = makeManifest();
  it.each([
    ["manifest", { "/extension/index.json": breaksOff }, "extension/index.json"],
    [
      "rows",
      {
        "/extension/index.json": JSON.stringify(manifest),
        [`/extension/${manifest.path}`]: breaksOff,
      },
      `extension/${manifest.path}`,
    ],
  ] as const)("is kept as asked, with what was the matter: %s", async (_what, files, path) => {
    const { url } = await serveFiles(files);
    const problem = { kind: "unreachable", detail: url + path };
    const state = { key: "feed", url, askedAt: now, problem };
    expect(await refresh(url)).toEqual({ state, hasNewRows: false });
    expect(await database.state.toArray()).toEqual([state]);
  });
});

describe("a feed that is older than what is kept", () => {
  const friday = "2026-11-27T06:00:00-06:00";
  const saturday = "2026-11-28T06:00:00-06:00";
  /** Later than `saturday`, though it does not read so. */
  const later = "2026-11-28T05:30:00-08:00";
  const first = [makeRow("1", { opensAt: "2026-12-10T11:00:00-06:00" })];
  const moved = [makeRow("1", { opensAt: "2026-12-03T11:00:00-06:00" })];

  it("leaves the newer rows and their news, says so, and is heeded once it is newer again", async () => {
    const feed = await startFeed();
    feed.publish(first, friday);
    await refresh(feed.url);
    feed.publish(moved, saturday);
    const { manifest } = (await refresh(feed.url)).state;
    const rows = await database.tenderChunks.toArray();
    const news = await database.news.toArray();

    feed.publish(first, friday);
    const problem = { kind: "olderData", detail: friday };
    const state = { key: "feed", url: feed.url, manifest, askedAt: now, problem };
    expect(await refresh(feed.url)).toEqual({ state, hasNewRows: false });
    expect(await database.state.toArray()).toEqual([state]);
    expect(await database.tenderChunks.toArray()).toEqual(rows);
    expect(await database.news.toArray()).toEqual(news);

    feed.publish(moved, saturday);
    expect((await refresh(feed.url)).state.problem).toBeUndefined();
    feed.publish(first, later);
    const { state: last } = await refresh(feed.url);
    expect([last.problem, last.manifest?.readAt]).toEqual([undefined, later]);
  });

  it("is taken from another address", async () => {
    const [newer, older] = [await startFeed(), await startFeed()];
    newer.publish(moved, saturday);
    older.publish(first, friday);
    await refresh(newer.url);
    const { state } = await refresh(older.url);
    expect([state.problem, state.manifest?.readAt]).toEqual([undefined, friday]);
  });

  it("is taken where what is kept says to be of days to come: nothing would be newer for so long", async () => {
    const feed = await startFeed();
    feed.publish(moved, "2027-11-28T06:00:00-06:00");
    await refresh(feed.url);
    feed.publish(first, saturday);
    const { state } = await refresh(feed.url);
    expect([state.problem, state.manifest?.readAt]).toEqual([undefined, saturday]);
  });
});

import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { openDatabase } from "../../../extension/corpus/database.ts";
import { refreshFeed } from "../../../extension/corpus/refresh.ts";
import { changeFollow } from "../../../extension/personal/follows.ts";
import { editSearches } from "../../../extension/personal/saved-searches.ts";
import { markSeen } from "../../../extension/personal/seen.ts";
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

describe("a feed at another address", () => {
  const at = (day: number): string => new Date(now + day * 86_400_000).toISOString();
  const own = async () => [
    await database.follows.toArray(),
    await database.savedSearches.toArray(),
    await database.seen.toArray(),
  ];

  it("is loaded as a first one is: nothing is news, and what is the user's own stays", async () => {
    const [made, real] = [await startFeed(), await startFeed()];
    made.publish([makeRow("1", { title: "DE MUESTRA" }), makeRow("2")], at(-4));
    await refresh(made.url);
    made.publish([makeRow("1", { title: "DE MUESTRA, CAMBIADA" })], at(-3));
    await refresh(made.url);
    expect(await database.news.count()).toBe(1);
    expect(await database.memory.get("gone")).toMatchObject({ ids: ["2"] });
    const note = { before: "", text: "Mía" };
    await changeFollow(database, "1", { isFavourite: true, note }, makeRow("1"));
    await editSearches(database, { do: "add", name: "Tóner", filter: "texto=toner" });
    await markSeen(database, ["2"], now);
    const before = await own();

    real.publish([makeRow("1", { title: "TÓNER" }), makeRow("3")], at(-5));
    expect(await refresh(real.url)).toMatchObject({ hasNewRows: true });
    expect(await database.news.toArray()).toEqual([]);
    expect(await database.memory.get("gone")).toBeUndefined();
    expect(await own()).toEqual(before);

    const tenders = [makeRow("1", { title: "TÓNER NEGRO" }), makeRow("2"), makeRow("3")];
    real.publish(tenders, at(-2));
    await refresh(real.url);
    expect(await database.news.toArray()).toMatchObject([
      { id: "1", before: { title: "TÓNER" } },
      { id: "2" },
    ]);
  });

  it("that cannot be read leaves the news as it was, and what changes at the first one is told", async () => {
    const feed = await startFeed();
    feed.publish([makeRow("1"), makeRow("2")], at(-3));
    await refresh(feed.url);
    feed.publish([makeRow("1", { title: "TÓNER" }), makeRow("2")], at(-2));
    await refresh(feed.url);
    await refresh((await serveFiles({})).url);
    feed.publish([makeRow("1", { title: "TÓNER" }), makeRow("2", { title: "PAPEL" })], at(-1));
    await refresh(feed.url);
    expect((await database.news.toArray()).map(({ id }) => id)).toEqual(["1", "2"]);
  });
});

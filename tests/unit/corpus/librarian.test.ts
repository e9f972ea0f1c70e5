import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { openDatabase } from "../../../extension/corpus/database.ts";
import { createLibrarian } from "../../../extension/corpus/librarian.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { makeRow, startChangingFeed } from "../../browser/support/changing-feed.ts";
import { stubChrome } from "./chrome-stub.ts";
import { breaksOff, serveFiles } from "./serve-files.ts";

const now = Date.parse("2026-11-29T12:00:00Z");
const database = openDatabase();
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now }));
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await Promise.all(database.tables.map((table) => table.clear()));
});

it("says of a feed whose answer breaks off that it does, where it is tried and where it is used", async () => {
  const { url } = await serveFiles({ "/extension/index.json": breaksOff });
  stubChrome({ feedUrl: url });
  const librarian = createLibrarian(durango);
  const problem = { kind: "unreachable", detail: `${url}extension/index.json` };
  expect(await librarian.answer({ topic: "testFeed", url })).toEqual({ isGood: false, problem });
  expect(await librarian.answer({ topic: "refresh" })).toMatchObject({ problem });
});

it("gives no alert of the rows of another address", async () => {
  const [made, real] = [await startChangingFeed(), await startChangingFeed()];
  onTestFinished(() => [made, real].forEach((feed) => void feed.close()));
  made.publish([makeRow("1", { title: "TÓNER DE MUESTRA" })], "2026-11-28T06:00:00-06:00");
  const many = Array.from({ length: 300 }, (_, n) => makeRow(String(n), { title: "TÓNER" }));
  real.publish(many, "2026-11-28T06:00:00-06:00");
  const { set, shown } = stubChrome({ feedUrl: made.url });
  const librarian = createLibrarian(durango);
  await librarian.refresh();
  const edit = { do: "add", name: "Tóner", filter: "texto=toner" } as const;
  await librarian.answer({ topic: "editSearches", edit });
  await set({ feedUrl: real.url });
  await librarian.refresh();
  const nothing = { count: 0, items: [] };
  expect(shown.badge).toBe("");
  expect(await librarian.answer({ topic: "mine" })).toMatchObject({
    searches: [{ count: 300, newsCount: 0 }],
    digest: { new: nothing, changed: nothing },
  });
});

it.each([
  ["a minute ago", -60_000, false],
  ["ten minutes ago", -600_000, true],
  ["at a time to come, as the clock was moved back since", 86_400_000, true],
])(
  "a page that is opened has the feed asked, where that was asked %s: %i ms",
  async (_when, sinceMs, isAsked) => {
    const { url, asked } = await serveFiles({});
    await database.state.put({ key: "feed", url, askedAt: now + sinceMs });
    stubChrome({ feedUrl: url });
    const librarian = createLibrarian(durango);
    const address = durango.baseUrl + durango.routes.listado;
    const text = { heading: "", labels: [], entries: [], links: [], hasPasswordField: false };
    await librarian.answer({ topic: "page", page: "listado", url: address, text });
    await librarian.refresh(); // Waits for one that is under way, and asks once more.
    expect(asked.length).toBe(isAsked ? 2 : 1);
  },
);

import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDatabase } from "../../../extension/corpus/database.ts";
import { refreshFeed } from "../../../extension/corpus/refresh.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
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

import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openDatabase } from "../../../extension/corpus/database.ts";
import { createLibrarian } from "../../../extension/corpus/librarian.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
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

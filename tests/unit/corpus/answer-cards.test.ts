import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createCards } from "../../../extension/corpus/answer-cards.ts";
import type { Corpus } from "../../../extension/corpus/corpus.ts";
import { openDatabase } from "../../../extension/corpus/database.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { makeManifest } from "./make-manifest.ts";
import { serveFiles } from "./serve-files.ts";

const now = Date.parse("2026-11-29T12:00:00Z");
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now }));
afterEach(() => void vi.useRealTimers());

it.each([
  ["just now", -29_000, 0],
  ["half a minute ago", -30_000, 1],
  ["at a time to come, as the clock was moved back since", 86_400_000, 1],
])(
  "a file that cannot be read has the feed asked, where that was asked %s: %i ms",
  async (_when, sinceMs, times) => {
    const { url } = await serveFiles({});
    const details = { path: "detalles-0123456789abcdef.json", sha256: "0".repeat(64) };
    const state = { key: "feed", url, askedAt: now + sinceMs, manifest: makeManifest({ details }) };
    const known = { rowOfId: new Map(), state } as unknown as Corpus; // Nothing else of it is looked at.
    const refresh = vi.fn(async () => undefined);
    const database = openDatabase();
    const cards = createCards({ load: async () => known, refresh, database, profile: durango });
    const { problem } = await cards.process({ id: "1" });
    expect([problem?.kind, refresh.mock.calls.length]).toEqual(["httpStatus", times]);
  },
);

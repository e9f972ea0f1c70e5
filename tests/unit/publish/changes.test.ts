import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, type FeedPosition, filesAfter } from "../../../shared/feed/apply-changes.ts";
import { ChangeLine, ChangesIndex } from "../../../shared/feed/changes.ts";
import { FeedIndex } from "../../../shared/feed/index-schema.ts";
import { CompiledRelease } from "../../../shared/ocds/schema.ts";
import type { Procedimiento } from "../../../shared/portal/records.ts";
import { procedimientos } from "../mapping/arbitrary.ts";
import { bareRecord, wholeRecord } from "../mapping/make-record.ts";
import { feedFiles, fingerprintFeed, readFeedLines, readFeedText } from "../scraper/read-feed.ts";
import { makeFolder } from "../scraper/try-scrape.ts";
import { type Finding, openHistory, type PublishedHistory } from "./published-history.ts";

const noon = (day: number) => new Date(Date.UTC(2026, 2, day, 18));
const seen = (day: number, record: Procedimiento): Finding => ({
  at: noon(day),
  id: record.id,
  record,
});
const gone = (day: number, id: string): Finding => ({ at: noon(day), id, record: undefined });

const readIndex = (feed: string) =>
  ChangesIndex.parse(JSON.parse(readFeedText(feed, "changes/index.json")));
const readChanges = (feed: string, path: string) =>
  readFeedLines(feed, path).map((line) => ChangeLine.parse(line));
const readFull = (feed: string) =>
  new Map(
    readFeedLines(feed, "full.jsonl.gz").map((line) => {
      const compiled = CompiledRelease.parse(line);
      return [compiled.ocid, compiled] as const;
    }),
  );

/** What a consumer holds that was at `position` with `held`, after it has followed the feed as its index says. */
function follow(feed: string, position: FeedPosition, held: ReturnType<typeof readFull>) {
  const index = readIndex(feed);
  const files = filesAfter(index, position);
  if (files === undefined) return readFull(feed);
  const lines = files.flatMap(({ path }) => readChanges(feed, path));
  return applyChanges(held, position.cursor, lines);
}

async function openDay(): Promise<PublishedHistory> {
  const history = openHistory(makeFolder());
  history.find(seen(2, wholeRecord), seen(2, bareRecord));
  return history;
}

describe("changes", () => {
  it("tell each release on its day, with what became of the procedure and its state", async () => {
    const history = await openDay();
    history.find(gone(3, "77"), seen(3, { ...wholeRecord, descripcion: "ÚTILES" }));
    history.find(seen(5, bareRecord));
    const feed = await history.publish("feed");
    history.close();
    const paths = feedFiles(feed).filter((file) => /^changes\/\d/.test(file));
    expect(paths).toEqual([
      "changes/2026-03-02.jsonl",
      "changes/2026-03-03.jsonl",
      "changes/2026-03-05.jsonl",
    ]);
    const lines = paths.flatMap((path) => readChanges(feed, path));
    expect(
      lines.map(({ cursor, date, ocid, change, tag }) => [cursor, date, ocid, change, ...tag]),
    ).toEqual([
      [1, "2026-03-02", "ocds-prueba-1234", "added", "tender"],
      [2, "2026-03-02", "ocds-prueba-77", "added", "tender"],
      [3, "2026-03-03", "ocds-prueba-77", "withdrawn", "tenderUpdate"],
      [4, "2026-03-03", "ocds-prueba-1234", "changed", "tenderUpdate"],
      [5, "2026-03-05", "ocds-prueba-77", "returned", "tenderUpdate"],
    ]);
    const releases = readFeedLines(feed, "releases/2026.jsonl");
    expect(lines.map(({ release }) => release)).toEqual(
      releases.map((release) => (release as { id: string }).id),
    );
    expect(lines[3]?.compiled).toEqual(readFull(feed).get("ocds-prueba-1234"));
  });

  it("have an index that describes every file truly and says in Spanish how to follow them", async () => {
    const history = await openDay();
    history.find(seen(3, { ...wholeRecord, descripcion: "ÚTILES" }));
    const feed = await history.publish("feed");
    history.close();
    const index = readIndex(feed);
    const listed = new Map(
      FeedIndex.parse(JSON.parse(readFeedText(feed, "index.json"))).files.map((file) => [
        file.path,
        file,
      ]),
    );
    for (const { path, bytes, sha256 } of [...index.files, index.full]) {
      expect(listed.get(path)).toMatchObject({ bytes, sha256 });
    }
    expect(
      index.files.map(({ path, firstCursor, lastCursor, lines }) => [
        path,
        firstCursor,
        lastCursor,
        lines,
      ]),
    ).toEqual([
      ["changes/2026-03-02.jsonl", 1, 2, 2],
      ["changes/2026-03-03.jsonl", 3, 3, 1],
    ]);
    expect(index.cursor).toBe(3);
    expect(index.uso.join(" ")).toMatch(/lastCursor.*cursor.*compiled/s);
  });

  it("keep the bytes of a day that is over, and the series", async () => {
    const history = await openDay();
    const before = await history.publish("before");
    history.find(seen(3, { ...wholeRecord, descripcion: "ÚTILES" }));
    const after = await history.publish("after");
    history.close();
    const path = "changes/2026-03-02.jsonl";
    expect(fingerprintFeed(after)[path]).toBe(fingerprintFeed(before)[path]);
    expect(readIndex(after).series).toBe(readIndex(before).series);
    expect(filesAfter(readIndex(after), readIndex(before))?.map(({ path }) => path)).toEqual([
      "changes/2026-03-03.jsonl",
    ]);
    expect(filesAfter(readIndex(after), readIndex(after))).toEqual([]);
  });

  it("are of another series where ocids or history are others, so that a consumer begins anew", async () => {
    const history = await openDay();
    const feed = await history.publish("feed");
    history.close();
    const other = openHistory(makeFolder(), "ocds-abc123");
    other.find(seen(2, wholeRecord), seen(2, bareRecord));
    const rekeyed = await other.publish("feed");
    other.close();
    const anew = openHistory(makeFolder());
    anew.find(seen(3, wholeRecord), seen(3, bareRecord));
    const restarted = await anew.publish("feed");
    anew.close();
    const all = [feed, rekeyed, restarted].map(readIndex);
    expect(new Set(all.map(({ series }) => series)).size).toBe(3);
    const position = readIndex(feed);
    expect(filesAfter(readIndex(rekeyed), position)).toBeUndefined();
    expect(follow(rekeyed, position, readFull(feed))).toEqual(readFull(rekeyed));
    expect(filesAfter(readIndex(feed), { ...position, cursor: 3 })).toBeUndefined();
  });

  it("found out of order, since the clock was set back, are read from the older file", async () => {
    const history = await openDay();
    history.find(seen(9, { ...bareRecord, descripcion: "NUEVE" }));
    const before = await history.publish("before");
    history.find(seen(2, { ...wholeRecord, id: "55" }));
    const after = await history.publish("after");
    history.close();
    const files = filesAfter(readIndex(after), readIndex(before));
    expect(files?.map(({ path }) => path)).toEqual(["changes/2026-03-02.jsonl"]);
    expect(follow(after, readIndex(before), readFull(before))).toEqual(readFull(after));
  });

  const ids = ["1", "2", "3", "4"];
  // Few words make few feeds to subscribe to, which are not what this is about.
  const records = fc
    .record({ record: procedimientos, unit: fc.constantFrom("DIF", "IMSS") })
    .map(({ record: { tipoProcedimiento: _tipo, materia: _materia, ...record }, unit }) => ({
      ...record,
      unidadCompradora: { nombre: unit },
    }));
  const findings: fc.Arbitrary<Finding> = fc
    .record({
      day: fc.integer({ min: 1, max: 6 }),
      second: fc.nat({ max: 86_399 }),
      id: fc.constantFrom(...ids),
      record: fc.option(records, { nil: undefined, freq: 3 }),
    })
    .map(({ day, second, id, record }) => ({
      at: new Date(Date.UTC(2026, 2, day, 6, 0, second)),
      id,
      record: record && { ...record, id },
    }));

  it("of any history: any earlier full feed and the changes since are the full feed of today", async () => {
    await fc.assert(
      fc.asyncProperty(
        findings.filter(({ record }) => record !== undefined),
        fc.array(fc.array(findings, { minLength: 1, maxLength: 8 }), {
          minLength: 3,
          maxLength: 3,
          size: "max",
        }),
        async (first, days) => {
          const history = openHistory(makeFolder());
          history.find(first);
          const published: { position: FeedPosition; full: ReturnType<typeof readFull> }[] = [];
          for (const [index, day] of days.entries()) {
            history.find(...day);
            const feed = await history.publish(`feed-${index}`);
            const full = readFull(feed);
            const { series, cursor } = readIndex(feed);
            published.push({ position: { series, cursor }, full });
            for (const earlier of published) {
              expect(follow(feed, earlier.position, earlier.full)).toEqual(full);
              // Who got a full feed that is newer than the index beside it ends where all others do.
              expect(follow(feed, { series, cursor: 0 }, earlier.full)).toEqual(full);
            }
          }
          history.close();
        },
      ),
      { numRuns: 5 },
    );
  }, 60_000);
});

import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FeedServer, startFeedServer } from "../../../scraper/serve/feed-server.ts";
import { EdcaProcesses } from "../../../shared/feed/edca.ts";
import { CompiledRelease, Release } from "../../../shared/ocds/schema.ts";
import { feedFiles, readFeedLines } from "../scraper/read-feed.ts";
import { makePracticeFeed, type PracticeFeed } from "./practice-feed.ts";

let made: PracticeFeed;
let server: FeedServer;
beforeAll(async () => {
  made = await makePracticeFeed();
  server = await startFeedServer({ dir: made.feed, port: 0 });
  afterAll(() => server.close());
}, 60_000);

const linesOf = (file: string) =>
  readFeedLines(made.feed, file).map((line) => CompiledRelease.parse(line));

describe("the Data Registry's layout", () => {
  it("has every compiled release in full.jsonl.gz and in the file of its year, and each year's file is there", () => {
    const full = linesOf("full.jsonl.gz");
    const { procedures, reported = 0 } = made.index.counts;
    expect(full).toHaveLength(procedures + reported);
    const years = feedFiles(made.feed).filter((file) => /^\d{4}\.jsonl\.gz$/.test(file));
    expect(years).toEqual([...new Set(full.map(({ date }) => `${date.slice(0, 4)}.jsonl.gz`))]);
    for (const file of years) {
      expect(linesOf(file)).toEqual(full.filter(({ date }) => file.startsWith(date.slice(0, 4))));
    }
  });

  it("has a file for undated ones that is empty, says so, and is a gzip file all the same", () => {
    const bytes = readFileSync(path.join(made.feed, "undated.jsonl.gz"));
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    expect(gunzipSync(bytes)).toHaveLength(0);
    const entry = made.index.files.find(({ path: file }) => file === "undated.jsonl.gz");
    expect(entry?.title).toContain("vacío");
  });
});

/**
 * What the class does from which Kingfisher Collect makes its spiders for Mexican states (`MexicoINAIBase`): it asks for the years, keeps those
 * between two years if it is told to, and takes every item under `arrayReleasePackage` for a release package.
 */
async function collect(baseUrl: string, from?: number, until?: number): Promise<Release[]> {
  const ask = async (address: string) => {
    const response = await fetch(`${baseUrl}${address}`);
    expect([address, response.status]).toEqual([address, 200]);
    expect(response.headers.get("content-type")).toContain("application/json");
    return response.json();
  };
  const releases: Release[] = [];
  for (const { year } of (await ask("/edca/fiscalYears")).fiscalYears) {
    if (from !== undefined && until !== undefined && !(from <= year && year <= until)) continue;
    const answer = EdcaProcesses.parse(await ask(`/edca/contractingprocess/${year}`));
    for (const { releases: some, ...metadata } of answer.arrayReleasePackage) {
      expect(metadata).toMatchObject({ version: "1.1", publisher: { name: expect.any(String) } });
      releases.push(...some.map((release) => Release.parse(release)));
    }
  }
  return releases;
}

describe("the addresses that Kingfisher Collect asks", () => {
  const idsOf = (releases: readonly Release[]) => releases.map(({ id }) => id).sort();

  it("give it every release once, over HTTP", async () => {
    const collected = await collect(server.url.replace(/\/$/, ""));
    const years = feedFiles(made.feed).filter((file) => /^releases\/\d+\.jsonl$/.test(file));
    const all = years.flatMap((file) =>
      readFeedLines(made.feed, file).map((line) => Release.parse(line)),
    );
    expect(idsOf(collected)).toEqual(idsOf(all));
  });

  it("give it the years that it asks for, by the year of the call's publication", async () => {
    const collected = await collect(server.url.replace(/\/$/, ""), 2024, 2025);
    const published = linesOf("full.jsonl.gz").flatMap(({ ocid, date, tender }) => {
      const year = Number((tender?.tenderPeriod?.startDate ?? date).slice(0, 4));
      return year === 2024 || year === 2025 ? [ocid] : [];
    });
    expect(published.length).toBeGreaterThan(0);
    expect([...new Set(collected.map(({ ocid }) => ocid))].sort()).toEqual(published.sort());
  });
});

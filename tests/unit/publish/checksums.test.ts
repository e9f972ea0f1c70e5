import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { verifyFeed } from "../../../scraper/publish/checksums.ts";
import { wholeRecord } from "../mapping/make-record.ts";
import { feedFiles } from "../scraper/read-feed.ts";
import { makeFolder } from "../scraper/try-scrape.ts";
import { openHistory } from "./published-history.ts";

const hasTool = spawnSync("sha256sum", ["--version"]).status === 0;

async function makeFeed(): Promise<string> {
  const history = openHistory(makeFolder(onTestFinished));
  history.find({ at: new Date("2026-03-02T18:00:00Z"), id: "1234", record: wholeRecord });
  const feed = await history.publish("feed");
  history.close();
  return feed;
}

describe("SHA256SUMS", () => {
  it.skipIf(!hasTool)(
    "passes `sha256sum -c` (skipped where there is no such program)",
    async () => {
      const cwd = await makeFeed();
      const said = execFileSync("sha256sum", ["-c", "--strict", "SHA256SUMS"], { cwd });
      expect(said.toString().match(/: OK$/gm)).toHaveLength(feedFiles(cwd).length - 1);
    },
  );

  it("lists every file but itself, by path", async () => {
    const feed = await makeFeed();
    const lines = readFileSync(path.join(feed, "SHA256SUMS"), "utf8").trimEnd().split("\n");
    expect(lines.map((line) => line.slice(66))).toEqual(
      feedFiles(feed).filter((file) => file !== "SHA256SUMS"),
    );
    expect(lines.filter((line) => !/^[0-9a-f]{64} {2}\S+$/.test(line))).toEqual([]);
  });
});

describe("verifying a feed", () => {
  it("finds nothing in one that is as it was published", async () => {
    expect(await verifyFeed(await makeFeed())).toEqual({ missing: [], extra: [], changed: [] });
  });

  it("names what was changed, added, taken away and renamed by hand", async () => {
    const feed = await makeFeed();
    const at = (file: string) => path.join(feed, file);
    const csv = readFileSync(at("licitaciones.csv"), "utf8");
    writeFileSync(at("licitaciones.csv"), csv.replace("UNIFORMES", "UNIFORMAS"));
    writeFileSync(at("edca/extra"), "");
    rmSync(at("LICENSE"));
    renameSync(at("padron/padron.csv"), at("padron/PADRON.csv"));
    mkdirSync(at("an-empty-folder"));
    expect(await verifyFeed(feed)).toEqual({
      missing: ["LICENSE", "padron/padron.csv"],
      extra: ["edca/extra", "padron/PADRON.csv"],
      changed: ["licitaciones.csv"],
    });
  });

  it("reads no file beyond the feed, whatever the list says", async () => {
    const feed = await makeFeed();
    writeFileSync(path.join(feed, "../secret"), "");
    writeFileSync(path.join(feed, "SHA256SUMS"), `${"0".repeat(64)}  ../secret\n`);
    expect(await verifyFeed(feed)).toMatchObject({ missing: ["../secret"], changed: [] });
  });

  it("says what to do where there is no list, or none that can be read", async () => {
    const folder = makeFolder();
    await expect(verifyFeed(folder)).rejects.toThrow(
      /SHA256SUMS: cannot be read \(ENOENT\).*publish it anew/,
    );
    writeFileSync(path.join(folder, "SHA256SUMS"), "abc  index.json\n");
    await expect(verifyFeed(folder)).rejects.toThrow(/line 1 is no SHA-256 and path/);
  });
});

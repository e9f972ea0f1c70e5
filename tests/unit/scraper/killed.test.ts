import { existsSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { feedFiles, readFeedText } from "./read-feed.ts";
import { runProgram, startProgram } from "./run-program.ts";
import { makeFolder, openPortal } from "./try-scrape.ts";

/** The feed as text, without what depends on when it was read: instants of reading, and ids and hashes made from them. */
function timeless(feed: string): Record<string, string[]> {
  return Object.fromEntries(
    feedFiles(feed)
      .filter((file) => file !== "index.json" && file !== "LEEME.txt")
      .map((file) => [
        file.replace(/index-[0-9a-f]{16}/, "index-HASH"),
        readFeedText(feed, file)
          .replace(/"(date|publishedDate|readAt)":\s*"[^"]*"/g, '"$1":"READ"')
          .replace(/"id":"ocds-[^"]*"/g, '"id":"RELEASE"')
          .replace(/"(sha256|path|bytes)":\s*[^,]*/g, '"$1":"HASH"')
          .replace(/,\d{4}-\d\d-\d\d \d\d:\d\d,\d{4}-\d\d-\d\d \d\d:\d\d\r/g, ",READ,READ\r")
          .split(/\r?\n/)
          .map((line) => line.replace(/,$/, ""))
          .sort(),
      ]),
  );
}

it("goes on after being killed in the middle of a scrape, and publishes what an undisturbed run does", async () => {
  const portal = await openPortal({ procedures: 40, suppliers: 10 });
  const run = ["run", "--portal", portal.url, "--concurrency", "2"];
  const calm = makeFolder();
  expect((await runProgram([...run, "--delay", "0"], calm)).code).toBe(0);

  const folder = makeFolder();
  portal.requests.length = 0;
  const { child, end } = startProgram([...run, "--delay", "25"], folder);
  const detailsRead = () => portal.requests.filter(({ path: at }) => /\/\d+$/.test(at)).length;
  await expect.poll(detailsRead, { timeout: 15_000, interval: 10 }).toBeGreaterThan(12);
  child.kill("SIGKILL");
  expect((await end).code).toBe(null);
  expect(existsSync(path.join(folder, "feed"))).toBe(false);

  const read = detailsRead();
  const resumed = await runProgram([...run, "--delay", "0"], folder);
  expect(resumed.code).toBe(0);
  // At most what was in flight is asked for twice.
  expect(Number(/(\d+) read before/.exec(resumed.stdout)?.[1])).toBeGreaterThanOrEqual(read - 6);
  expect(timeless(path.join(folder, "feed"))).toEqual(timeless(path.join(calm, "feed")));
}, 60_000);

it("leaves the last feed whole when it is killed in the middle of a publish, and the next publish cleans up", async () => {
  const portal = await openPortal({ procedures: 60, suppliers: 10 });
  const folder = makeFolder();
  const feed = path.join(folder, "feed");
  expect((await runProgram(["run", "--portal", portal.url, "--delay", "0"], folder)).code).toBe(0);
  const before = feedFiles(feed).map((file) => [file, readFeedText(feed, file)]);

  const { child, end } = startProgram(["publish"], folder);
  const draft = `${feed}.new-${child.pid}`;
  await expect.poll(() => existsSync(draft), { timeout: 15_000, interval: 1 }).toBe(true);
  child.kill("SIGKILL");
  await end;

  expect((await runProgram(["publish"], folder)).code).toBe(0);
  expect(feedFiles(feed).map((file) => [file, readFeedText(feed, file)])).toEqual(before);
  expect(existsSync(draft)).toBe(false);
}, 60_000);

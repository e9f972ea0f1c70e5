import { readdirSync, watch } from "node:fs";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { verifyFeed } from "../../../scraper/publish/checksums.ts";
import { fingerprintFeed } from "../scraper/read-feed.ts";
import { complaintOf, runProgram, startProgram } from "../scraper/run-program.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "../scraper/try-scrape.ts";

/** Resolves once a publish has its draft in the folder. */
function seesDraft(folder: string, pid: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, (_change, name) => {
      if (name === `feed.new-${pid}`) resolve();
    });
    onTestFinished(() => watcher.close());
  });
}

it("is written by one publish at a time: the second says who is at it, and leaves the first alone", async () => {
  const portal = await openPortal({ procedures: 20, suppliers: 5 });
  const folder = makeFolder();
  const feed = path.join(folder, "feed");
  await tryScrape(portal.url, folder);
  await tryPublish(folder);
  const before = fingerprintFeed(feed);
  for (const procedure of portal.corpus.procedures.slice(-1)) procedure.descripcion = "CAMBIA";
  await tryScrape(portal.url, folder);

  const first = startProgram(["publish"], folder);
  onTestFinished(() => void first.child.kill("SIGKILL"));
  await seesDraft(folder, first.child.pid);
  first.child.kill("SIGSTOP");
  const second = await runProgram(["publish"], folder);
  expect(second).toMatchObject({ code: 1, stdout: "" });
  expect(complaintOf(second)).toEqual([
    expect.stringMatching(
      `^compras: feed: another publish \\(process ${first.child.pid} on \\S+\\) is writing this feed\\. Wait until it is done, or name another folder with --out\\.$`,
    ),
  ]);
  expect(fingerprintFeed(feed)).toEqual(before);

  first.child.kill("SIGCONT");
  expect(await first.end).toMatchObject({ code: 0 });
  expect(await verifyFeed(feed)).toEqual({ missing: [], extra: [], changed: [] });
  expect(fingerprintFeed(feed)).not.toEqual(before);
  expect(readdirSync(folder).filter((name) => name.startsWith("feed"))).toEqual([
    "feed",
    "feed.lock",
  ]);
});

import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { verifyFeed } from "../../../scraper/publish/checksums.ts";
import { fingerprintFeed } from "../scraper/read-feed.ts";
import { complaintOf, runProgram, startProgram } from "../scraper/run-program.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "../scraper/try-scrape.ts";

// A machine that is busy may come to stop the first only once it is done, and then there are not two at once.
const patience = { timeout: 60_000, retry: 2 };

it(
  "is written by one publish at a time: the second says who is at it, and leaves the first alone",
  patience,
  async () => {
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
    const draft = `${feed}.new-${first.child.pid}`;
    while (first.child.exitCode === null && !existsSync(draft)) await wait(1);
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
  },
);

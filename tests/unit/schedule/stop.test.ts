import path from "node:path";
import { describe, expect, it } from "vitest";
import { rebuildStore } from "../../../scraper/archive/rebuild-store.ts";
import { StopRunError } from "../../../scraper/errors.ts";
import { silentReporter } from "../../../scraper/reporter.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { type AnyRun, latestRuns } from "../../../scraper/store/runs.ts";
import { currentWriter } from "../../../scraper/store/writer-lock.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { detailPath, openSmallPortal } from "../scraper/small-portal.ts";
import { makeFolder, tryScrape } from "../scraper/try-scrape.ts";

function lookInto(file: string): { runs: AnyRun[]; isLocked: boolean } {
  const store = openStore(file, { mustExist: true });
  try {
    return { runs: [...latestRuns(store, 5)], isLocked: currentWriter(store) !== undefined };
  } finally {
    store.close();
  }
}

describe("a run that is asked to end", () => {
  it("ends at once, keeps what it has read, and the next one goes on from there", async () => {
    const aborter = new AbortController();
    const reason = new StopRunError("SIGTERM stopped the run.");
    let isFirst = true;
    // The tenth procedure gets no answer: whoever waits for it waits for ever.
    const portal = await openSmallPortal(20, (address) => {
      const isTenth = isFirst && address === detailPath(10);
      if (isTenth) setImmediate(() => aborter.abort(reason));
      return isTenth;
    });
    const folder = makeFolder();
    const archive = path.join(folder, "compras.archive");
    const store = path.join(folder, "compras.sqlite");
    const settings = { archive, concurrency: 1, timeoutMs: 60_000 };
    const stopped = tryScrape(portal.url, folder, { ...settings, signal: aborter.signal });
    await expect(stopped).rejects.toBe(reason);
    expect(lookInto(store)).toMatchObject({
      runs: [{ state: "failed", exitCode: 1, message: "SIGTERM stopped the run." }],
      isLocked: false,
    });
    // The portal has nothing to do with it.
    expect(lookInto(store).runs[0]).not.toHaveProperty("reached");

    isFirst = false;
    const { counts } = await tryScrape(portal.url, folder, settings);
    expect(counts).toMatchObject({ listed: 20, resumed: 9, read: 11 });
    expect(lookInto(store).runs).toMatchObject([{ state: "done", exitCode: 0 }]);
    // The archive tells the same story.
    const rebuilt = path.join(folder, "rebuilt.sqlite");
    const result = await rebuildStore({
      archive,
      store: rebuilt,
      profile: durango,
      reporter: silentReporter,
    });
    expect(result).toMatchObject({ runs: 2, failed: 1 });
    expect(lookInto(rebuilt)).toEqual(lookInto(store));
  });

  it("asks for nothing where it was asked before it began", async () => {
    const portal = await openSmallPortal(2);
    const signal = AbortSignal.abort(new StopRunError("SIGINT stopped the run."));
    await expect(tryScrape(portal.url, makeFolder(), { signal })).rejects.toThrow(/SIGINT/);
    expect(portal.requests).toEqual([]);
  });
});

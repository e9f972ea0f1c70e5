import { describe, expect, it } from "vitest";
import { startPracticePortal } from "../../../fixtures/practice-portal/server.ts";
import { exitCodes } from "../../../scraper/errors.ts";
import { fingerprintFeed, readFeedText } from "./read-feed.ts";
import { complaintOf, runBundled } from "./run-program.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "./try-scrape.ts";

describe("a portal that cannot be read", () => {
  it("stops with exit code 1 where nothing listens", async () => {
    const portal = await startPracticePortal({ procedures: 1 });
    await portal.close();
    await expect(tryScrape(portal.url, makeFolder())).rejects.toMatchObject({
      exitCode: exitCodes.failed,
      message: expect.stringMatching(/ECONNREFUSED.*try again later/),
    });
  });

  it("leaves the last feed untouched, to the byte, but for what it says of its source, and ends the program with one line", async () => {
    const portal = await openPortal({ procedures: 8 });
    const folder = makeFolder();
    await tryScrape(portal.url, folder, { ocidPrefix: "ocds-durango-sin-registrar" });
    await tryPublish(folder);
    const before = fingerprintFeed(`${folder}/feed`);
    const run = ["run", "--portal", portal.url, "--delay", "0", "--retries", "0"];

    portal.setFaults(["error-500"]);
    const failed = await runBundled(run, folder);
    expect(failed).toMatchObject({ code: 1, stdout: "" });
    expect(complaintOf(failed)).toEqual([expect.stringMatching(/^compras: GET http.*HTTP 500/)]);

    portal.setFaults(["no-labels"]);
    const changed = await runBundled(run, folder);
    expect(changed).toMatchObject({ code: 4, stdout: "" });
    expect(complaintOf(changed)).toHaveLength(1);

    const after = fingerprintFeed(`${folder}/feed`);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(Object.keys(after).filter((file) => after[file] !== before[file])).toEqual([
      "SHA256SUMS",
      "compat.json",
      "index.json",
      "salud.json",
    ]);
    const { runs } = JSON.parse(readFeedText(`${folder}/feed`, "salud.json"));
    expect(runs).toMatchObject([
      { state: "failed", exitCode: 4, reached: "changed" },
      { state: "done", exitCode: 0, reached: "yes" },
    ]);
    const { pages } = JSON.parse(readFeedText(`${folder}/feed`, "compat.json"));
    expect(pages).toMatchObject({
      listado: { status: "changed", missing: ["descripcion", "unidadCompradora"] },
      procedimiento: { status: "met", strategies: ["dl"] },
    });
  }, 60_000);

  it("goes on with the pages that are left once the portal is back", async () => {
    const portal = await openPortal({ procedures: 40 });
    const folder = makeFolder();
    const broken = tryScrape(portal.url, folder, {
      concurrency: 1,
      now: () => {
        // The clock is asked as each page comes in: after the tenth detail the portal breaks.
        const details = portal.requests.filter(({ path }) => /\/\d+$/.test(path)).length;
        if (details === 10) portal.setFaults(["error-500"]);
        return new Date();
      },
    });
    await expect(broken).rejects.toThrow(/procedures could not be read/);
    portal.setFaults([]);
    const { counts } = await tryScrape(portal.url, folder);
    expect(counts.resumed).toBe(10);
    expect(counts.read + counts.resumed).toBe(counts.listed);
  });
});

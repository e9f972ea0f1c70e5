import { describe, expect, it } from "vitest";
import { type FaultName, startPracticePortal } from "../../../fixtures/practice-portal/server.ts";
import { type ExitCode, exitCodes, StopRunError } from "../../../scraper/errors.ts";
import { fingerprintFeed, readFeedText } from "./read-feed.ts";
import { complaintOf, runProgram } from "./run-program.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "./try-scrape.ts";

/** Awaits a run that must stop, and gives back why. */
async function whyItStops(run: Promise<unknown>): Promise<{ exitCode: ExitCode; message: string }> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StopRunError)) throw new Error("the run did not stop", { cause: error });
  return { exitCode: error.exitCode, message: error.message };
}

const cases: { fault: FaultName; exitCode: ExitCode; message: RegExp }[] = [
  { fault: "slow", exitCode: exitCodes.failed, message: /no answer in time/ },
  { fault: "stalled", exitCode: exitCodes.failed, message: /no answer in time/ },
  {
    fault: "error-500",
    exitCode: exitCodes.failed,
    message: /HTTP 500.*does not answer as it should/,
  },
  { fault: "forbidden", exitCode: exitCodes.failed, message: /refuses us \(HTTP 403\)/ },
  {
    fault: "block-page",
    exitCode: exitCodes.failed,
    message: /blocks us.*Request Rejected|blocks us.*requested URL was rejected/i,
  },
  { fault: "login", exitCode: exitCodes.failed, message: /leads to a login/ },
  { fault: "empty-list", exitCode: exitCodes.portalChanged, message: /shows no procedure/ },
  {
    fault: "no-labels",
    exitCode: exitCodes.portalChanged,
    message: /no label for "descripcion".*profile/,
  },
];

describe("a portal that cannot be read", () => {
  it.each(cases)("stops the run at $fault with exit code $exitCode", async (wanted) => {
    const portal = await openPortal({ procedures: 5, faults: [wanted.fault] });
    const stop = await whyItStops(tryScrape(portal.url, makeFolder(), { timeoutMs: 300 }));
    expect(stop).toEqual({
      exitCode: wanted.exitCode,
      message: expect.stringMatching(wanted.message),
    });
    // One line that says where.
    expect(stop.message).toContain(portal.url);
    expect(stop.message).not.toContain("\n");
  });

  it("stops with exit code 1 where nothing listens", async () => {
    const portal = await startPracticePortal({ procedures: 1 });
    await portal.close();
    const stop = await whyItStops(tryScrape(portal.url, makeFolder()));
    expect(stop).toEqual({
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
    const failed = await runProgram(run, folder);
    expect(failed).toMatchObject({ code: 1, stdout: "" });
    expect(complaintOf(failed)).toEqual([expect.stringMatching(/^compras: GET http.*HTTP 500/)]);

    portal.setFaults(["no-labels"]);
    const changed = await runProgram(run, folder);
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

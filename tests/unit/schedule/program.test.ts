import type { ChildProcess } from "node:child_process";
import { EventEmitter, once } from "node:events";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { saveIdentity } from "../../../scraper/store/identity.ts";
import { openStore } from "../../../scraper/store/open-store.ts";
import { beginRun, finishRun, latestRuns, saveGate } from "../../../scraper/store/runs.ts";
import { complaintOf, runProgram, startProgram } from "../scraper/run-program.ts";
import { detailPath, openSmallPortal } from "../scraper/small-portal.ts";
import { makeFolder } from "../scraper/try-scrape.ts";

const ocidPrefix = "ocds-durango-sin-registrar";

/** A store that was last filled from a portal two years ago. */
function makeOldStore(file: string, portalUrl: string): void {
  const store = openStore(file);
  saveIdentity(store, { portal: "durango", portalUrl, ocidPrefix });
  const instant = new Date(Date.now() - 2 * 365 * 24 * 60 * 60 * 1000).toISOString();
  const { id } = beginRun(store, { portalUrl, startedAt: instant, limit: undefined });
  finishRun(store, id, { finishedAt: instant, counts: { listed: 20 }, warnings: [] });
  saveGate(store, id, { state: "open", reasons: [] });
  store.close();
}

function runsOf(file: string) {
  const store = openStore(file, { mustExist: true });
  try {
    return [...latestRuns(store, 10)];
  } finally {
    store.close();
  }
}

/** Resolves once a program has said that. */
function hears({ stdout }: ChildProcess, what: RegExp): Promise<void> {
  return new Promise((resolve) => {
    let text = "";
    stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (what.test(text)) resolve();
    });
  });
}

describe("compras schedule", { timeout: 90_000 }, () => {
  it("makes up once for what was missed, alone on its store; stopped meanwhile, it goes on when it is started again", async () => {
    const portalEvents = new EventEmitter();
    const isMet = once(portalEvents, "tenth");
    let isFirst = true;
    const portal = await openSmallPortal(20, (address) => {
      const isTenth = isFirst && address === detailPath(10);
      if (isTenth) portalEvents.emit("tenth");
      return isTenth;
    });
    const folder = makeFolder();
    const file = path.join(folder, "compras.sqlite");
    makeOldStore(file, portal.url);
    // The turn comes once a year, half a year from now, so that none comes while this test runs.
    const month = ((new Date().getUTCMonth() + 6) % 12) + 1;
    const cron = `0 0 1 ${month} *`;
    const args = ["schedule", "--cron", cron, "--portal", portal.url, "--delay", "0"];
    const start = () => {
      const program = startProgram([...args, "--documents", "skip", "--no-archive"], folder);
      onTestFinished(() => void program.child.kill("SIGKILL"));
      return program;
    };

    const first = start();
    await isMet;
    const second = await start().end;
    expect(second).toMatchObject({ code: 1, stdout: "" });
    expect(complaintOf(second)).toEqual([
      expect.stringMatching(
        `^compras: compras.sqlite: another schedule runs on this store \\(process ${first.child.pid} .*End it first`,
      ),
    ]);
    const status = JSON.parse((await runProgram(["status", "--json"], folder)).stdout);
    expect(status).toMatchObject({
      schedule: { pid: first.child.pid, cron },
      running: { pid: expect.any(Number) },
      runs: [{ outcome: "under way" }, { outcome: "done", exitCode: 0 }],
    });

    first.child.kill("SIGTERM");
    const { code, stdout } = await first.end;
    expect(code).toBe(0);
    expect(stdout.trimEnd().split("\n")).toEqual([
      expect.stringMatching(/^The last run ended at .* A run is due now\.$/),
      expect.stringMatching(
        /: failed \(1\)\. SIGTERM stopped the run\. .* Nothing was published\. SIGTERM ended the schedule\.$/,
      ),
    ]);

    isFirst = false;
    const again = start();
    await hears(again.child, /done .* Next run: /);
    again.child.kill("SIGTERM");
    const end = await again.end;
    expect(end.code).toBe(0);
    expect(end.stdout.trimEnd().split("\n")).toEqual([
      "The last run did not come to its end. A run is due now.",
      expect.stringMatching(
        `: done \\(0\\)\\. 20 procedures on the list .* 9 read before.* published in feed .* Next run: \\d{4}-${String(month).padStart(2, "0")}-01T00:00:00-06:00\\.$`,
      ),
      "SIGTERM ended the schedule; no run was under way.",
    ]);
    expect(runsOf(file)).toMatchObject([
      { state: "done" },
      { state: "done", counts: { read: 11 }, gate: { state: "open" } },
    ]);
  });
});

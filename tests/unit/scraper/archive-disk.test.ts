import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { archiveFolder } from "../../../scraper/archive/archive-folder.ts";
import { checkArchive } from "../../../scraper/archive/check-archive.ts";
import { warcFiles, warcRecords } from "./archive-records.ts";
import { bundleProgram } from "./bundle-program.ts";
import { complaintOf, type ProgramEnd, runBundled } from "./run-program.ts";
import { sendHtml } from "./simple-server.ts";
import { detailHtml, detailPath, openSmallPortal } from "./small-portal.ts";
import { makeFolder, tryScrape } from "./try-scrape.ts";

/** Runs the program where no file may grow beyond `kilobytes`: what a full disk is to it. */
async function runOnFullDisk(args: string[], cwd: string, kilobytes: number): Promise<ProgramEnd> {
  const program = await bundleProgram();
  return new Promise((resolve) => {
    const command = `ulimit -f ${kilobytes}; exec "$0" "$@"`;
    const child = execFile(
      "bash",
      ["-c", command, process.execPath, program, ...args],
      { cwd },
      (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

describe("the archive's folder", () => {
  it("lies beside the store and bears its name", () => {
    expect(["compras.sqlite", "data/d.sqlite", "other.db"].map(archiveFolder)).toEqual([
      "compras.archive",
      "data/d.archive",
      "other.db.archive",
    ]);
  });

  it("that cannot be written stops the run before it asks for anything, and says what to do", async () => {
    const portal = await openSmallPortal(2);
    const folder = makeFolder();
    writeFileSync(path.join(folder, "file"), "");
    for (const archive of ["file", "file/below"].map((name) => path.join(folder, name))) {
      await expect(tryScrape(portal.url, folder, { archive })).rejects.toMatchObject({
        name: "StopRunError",
        message: expect.stringMatching(
          /the archive cannot be written \((EEXIST|ENOTDIR)\)\. .*name another folder with --archive/,
        ),
      });
    }
    expect(portal.requests).toEqual([]);
  });

  it("is not made in a dry run", async () => {
    const portal = await openSmallPortal(2);
    const folder = makeFolder();
    const archive = path.join(folder, "archive");
    await tryScrape(portal.url, folder, { archive, dryRun: true });
    mkdirSync(archive);
    expect(warcFiles(archive)).toEqual([]);
  });

  it("that is full stops the run, which goes on once there is room; nothing in it is damaged", async () => {
    const noise = randomBytes(100_000).toString("hex");
    const portal = await openSmallPortal(20, (at, response) => {
      const id = Array.from({ length: 20 }, (_, index) => index + 1).find(
        (each) => at === detailPath(each),
      );
      if (id === undefined) return false;
      sendHtml(response, `${detailHtml(id)}<!-- ${id}${noise} -->`);
      return true;
    });
    const folder = makeFolder();
    const scrape = ["scrape", "--portal", portal.url, "--delay", "0", "--retries", "0"];
    const end = await runOnFullDisk(scrape, folder, 1000);
    expect(end).toMatchObject({ code: 1, stdout: "" });
    expect(complaintOf(end)).toEqual([
      expect.stringMatching(
        /the archive cannot be written \(EFBIG\)\. Make room on the disk and run the command again; it goes on where it stopped\./,
      ),
    ]);
    const archive = path.join(folder, "compras.archive");
    expect((await checkArchive(archive)).faults).toEqual([]);
    const kept = (await warcRecords(archive)).length;
    expect(kept).toBeGreaterThan(5);

    const resumed = await runBundled(scrape, folder);
    expect(resumed.stdout).toMatch(/[1-9]\d* read before/);
    expect((await checkArchive(archive)).faults).toEqual([]);
  }, 60_000);
});

import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checkArchive } from "../../../scraper/archive/check-archive.ts";
import { readArchived } from "../../../scraper/archive/read-archived.ts";
import { warcFiles } from "./archive-records.ts";
import { openKeeper } from "./keeper.ts";
import { openServer, sendHtml } from "./simple-server.ts";
import { makeFolder } from "./try-scrape.ts";

describe("an archive that is not as it was written", () => {
  async function makeArchive() {
    const server = await openServer((request, response) => {
      sendHtml(response, `PEÑÓN ${request.url}`);
    });
    const archive = makeFolder();
    const { client, end } = await openKeeper(server.url, archive);
    const pages = ["a", "b", "c"].map((page) => `${server.url}/${page}`);
    const refs = [];
    for (const page of pages) refs.push((await client.get(page)).archive);
    await end();
    const [file = ""] = warcFiles(archive);
    return { archive, file, refs };
  }

  /** Unzips a file, changes it as an editor would, and zips it again as one member. */
  function edit(file: string, from: string, to: string): void {
    const text = gunzipSync(readFileSync(file)).toString("latin1");
    expect(text).toContain(from);
    writeFileSync(file, gzipSync(Buffer.from(text.replace(from, to), "latin1")));
  }

  it.each([
    ["a body", "N /b\r\n", "N /x\r\n", /WARC-Block-Digest is wrong/, true],
    ["a header", "text/html", "text/hTml", /WARC-Block-Digest is wrong/, true],
    ["its address", "/b\r\n", "/x\r\n", /the bytes before it have been changed/, false],
    [
      "when it was read",
      "T06:30:00.250Z\r\nWARC-Type: resp",
      "T05:30:00.250Z\r\nWARC-Type: resp",
      /the bytes before it have been changed/,
      false,
    ],
    ["the prefix", "ocds-prueba", "ocds-prue8a", /WARC-Block-Digest is wrong/, true],
  ])("is found out when somebody has edited %s", async (_what, from, to, problem, isRecord) => {
    const { archive, file } = await makeArchive();
    edit(file, from, to);
    const { faults } = await checkArchive(archive);
    expect(faults[0]).toMatchObject({
      file: path.relative(archive, file),
      recordId: expect.stringMatching(/^urn:uuid:/),
      problem: expect.stringMatching(problem),
    });
    expect(faults.some(({ problem: each }) => /Digest is wrong/.test(each))).toBe(isRecord);
  });

  it("is found out when a record has been taken out", async () => {
    const { archive, file } = await makeArchive();
    const text = gunzipSync(readFileSync(file)).toString("latin1");
    const records = text.split(/(?=WARC\/1\.1\r\n)/);
    records.splice(2, 1);
    writeFileSync(
      file,
      Buffer.concat(records.map((record) => gzipSync(Buffer.from(record, "latin1")))),
    );
    const { faults } = await checkArchive(archive);
    expect(faults.map(({ problem }) => problem)).toEqual(["the bytes before it have been changed"]);
  });

  it("is found out at every single byte that is changed", async () => {
    const { archive, file } = await makeArchive();
    const bytes = readFileSync(file);
    // Of the last record, the header of gzip has an instant and two flags that nobody asks for, and bits may fill up the last byte before the checksum.
    const header = bytes.lastIndexOf(Buffer.from([0x1f, 0x8b, 0x08])) + 4;
    const filled = bytes.length - 9;
    const harmless: number[] = [];
    for (let at = 0; at < bytes.length; at += 7) {
      writeFileSync(file, bytes.with(at, (bytes[at] ?? 0) ^ 0x10));
      const { faults, runs } = await checkArchive(archive);
      // Damage to the last record may look as if it were cut off; then the run counts as interrupted.
      const isFound = faults.length > 0 || runs[0]?.end === undefined;
      const mayBeLost = (at >= header && at < header + 6) || at === filled;
      if (!isFound && !mayBeLost) harmless.push(at);
    }
    expect(harmless).toEqual([]);
  });

  it("is named with the file and the record where a body is asked for", async () => {
    const { archive, file, refs } = await makeArchive();
    const [, ref] = refs;
    if (ref === undefined) throw new Error("the page was not kept");
    await expect(readArchived(archive, ref)).resolves.toMatchObject({ statusCode: 200 });
    await expect(readArchived(archive, { file: ref.file, recordId: "urn:uuid:0" })).rejects.toThrow(
      /there is no record urn:uuid:0/,
    );
    await expect(readArchived(archive, { ...ref, file: `../${ref.file}` })).rejects.toThrow(
      /an archive has no file of this name/,
    );
    edit(file, "N /b\r\n", "N /x\r\n");
    await expect(readArchived(archive, ref)).rejects.toThrow(
      `${file}: the record ${ref.recordId} is not as it was written: its WARC-Block-Digest is wrong`,
    );
  });

  it("is read up to a last record that is cut off, wherever that is", async () => {
    const { archive, file } = await makeArchive();
    const whole = readFileSync(file);
    for (let length = whole.length - 1; length >= 0; length -= 11) {
      truncateSync(file, length);
      const { faults, runs, records } = await checkArchive(archive);
      expect([length, faults]).toEqual([length, []]);
      expect(records).toBeLessThan(5);
      for (const run of runs) expect(run.end).toBeUndefined();
    }
  });
});

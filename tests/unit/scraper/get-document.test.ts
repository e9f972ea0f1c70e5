import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { checkArchive } from "../../../scraper/archive/check-archive.ts";
import { readArchived } from "../../../scraper/archive/read-archived.ts";
import { RetryableFetchError, SkipPageError } from "../../../scraper/errors.ts";
import { warcRecords } from "./archive-records.ts";
import { openKeeper } from "./keeper.ts";
import { openServer, sendHtml } from "./simple-server.ts";
import { makeFolder } from "./try-scrape.ts";

const file = Buffer.alloc(3_000_000, "0123456789");
const sha256 = createHash("sha256").update(file).digest("hex");
const maxBytes = 4_000_000;

function openFiles() {
  return openServer((request, response) => {
    const isZipped = request.url === "/zipped";
    if (request.url === "/empty") response.writeHead(200).end();
    else if (request.url === "/moved") response.writeHead(302, { Location: "/plain" }).end();
    else if (request.url === "/login") sendHtml(response, "<h1>Entre</h1>");
    else if (request.url === "/gone") sendHtml(response, "nada", 404);
    else {
      response.writeHead(200, {
        "Content-Type": "application/pdf",
        "Content-Disposition": "attachment; filename*=UTF-8''Acta%20de%20fallo.pdf",
        ...(isZipped && { "Content-Encoding": "gzip" }),
      });
      response.end(isZipped ? gzipSync(file) : file);
    }
  });
}

describe("an attachment", () => {
  it.each(["/plain", "/zipped", "/moved"])("is hashed, measured and named: %s", async (path) => {
    const server = await openFiles();
    const archive = makeFolder();
    const { client, end } = await openKeeper(server.url, archive);
    const found = await client.getDocument(`${server.url}${path}`, { keep: true, maxBytes });
    await end();
    expect(found).toMatchObject({
      url: `${server.url}${path === "/moved" ? "/plain" : path}`,
      name: "Acta de fallo.pdf",
      mediaType: "application/pdf",
      bytes: file.length,
      sha256,
    });
    if (found.archive === undefined) throw new Error("the attachment was not kept");
    const kept = await readArchived(archive, found.archive);
    expect(kept.body).toMatchObject({ sha256, bytes: file.length });
    expect("content" in kept.body && file.equals(kept.body.content ?? Buffer.of())).toBe(true);
    expect((await checkArchive(archive)).faults).toEqual([]);
  });

  it("that is not to be kept leaves its headers, its size and its digest", async () => {
    const server = await openFiles();
    const archive = makeFolder();
    const { client, end } = await openKeeper(server.url, archive);
    const found = await client.getDocument(`${server.url}/plain`, { keep: false, maxBytes });
    await end();
    expect(found).toMatchObject({ name: "Acta de fallo.pdf", bytes: file.length, sha256 });
    const record = (await warcRecords(archive))[1];
    expect(record?.text).toBe("");
    expect(record?.header("content-type")).toBe("application/pdf");
    expect(record?.field("WARC-Truncated")).toBe("length");
    expect(record?.field("WARC-Payload-Digest")).toBe(`sha256:${sha256}`);
    expect(record?.field("X-Payload-Length")).toBe("3000000");
    if (found.archive === undefined) throw new Error("the attachment was not kept");
    const kept = await readArchived(archive, found.archive);
    expect(kept.body).toEqual({ sha256, bytes: file.length });
  });

  it("is kept whole although its headers alone were kept before, and once", async () => {
    const server = await openFiles();
    const archive = makeFolder();
    const { client, end } = await openKeeper(server.url, archive);
    for (const keep of [false, true, true]) {
      await client.getDocument(`${server.url}/plain`, { keep, maxBytes });
    }
    await end();
    const answers = (await warcRecords(archive)).slice(1, -1);
    expect(answers.map(({ type, text }) => [type, text.length])).toEqual([
      ["response", 0],
      ["response", file.length],
      ["revisit", 0],
    ]);
  });

  it.each([true, false])("that is too large is skipped at once (kept: %s)", async (keep) => {
    const server = await openFiles();
    const archive = makeFolder();
    const { client, end } = await openKeeper(server.url, archive);
    const attempt = client.getDocument(`${server.url}/plain`, { keep, maxBytes: 1000 });
    await expect(attempt).rejects.toThrow(SkipPageError);
    await expect(attempt).rejects.toThrow(/larger than 1000 bytes/);
    await end();
    expect(server.requests).toHaveLength(1);
    expect((await warcRecords(archive))[1]?.field("WARC-Truncated")).toBe("length");
  });

  it("that is empty may come later; one that is gone does not", async () => {
    const server = await openFiles();
    const { client, end } = await openKeeper(server.url, makeFolder());
    const request = { keep: true, maxBytes };
    await expect(client.getDocument(`${server.url}/empty`, request)).rejects.toThrow(
      RetryableFetchError,
    );
    await expect(client.getDocument(`${server.url}/gone`, request)).rejects.toThrow(/HTTP 404/);
    await end();
  });

  it("in whose place a web page comes is said to be one", async () => {
    const server = await openFiles();
    const { client, end } = await openKeeper(server.url, makeFolder());
    await expect(
      client.getDocument(`${server.url}/login`, { keep: true, maxBytes }),
    ).resolves.toMatchObject({ mediaType: "text/html", name: undefined });
    await end();
  });

  it("leaves no file behind outside of the archive", async () => {
    const server = await openFiles();
    const { client, end } = await openKeeper(server.url, makeFolder());
    const spilled = makeFolder();
    for (const name of ["TMPDIR", "TEMP"]) vi.stubEnv(name, spilled);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(tmpdir()).toBe(spilled);
    const request = { keep: true, maxBytes };
    await client.getDocument(`${server.url}/plain`, request);
    await expect(client.getDocument(`${server.url}/empty`, request)).rejects.toThrow(/is empty/);
    await end();
    expect(readdirSync(spilled)).toEqual([]);
  });
});

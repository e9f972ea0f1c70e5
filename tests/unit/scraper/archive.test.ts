import { createHash } from "node:crypto";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checkArchive } from "../../../scraper/archive/check-archive.ts";
import { readArchived } from "../../../scraper/archive/read-archived.ts";
import { warcFiles, warcRecords } from "./archive-records.ts";
import { keptAt, openKeeper } from "./keeper.ts";
import { openServer, sendHtml } from "./simple-server.ts";
import { makeFolder } from "./try-scrape.ts";

const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");

describe("an archive", () => {
  it("says in front what was asked by whom and how, and behind how it ended", async () => {
    const server = await openServer((_request, response) => sendHtml(response, "x"));
    const archive = path.join(makeFolder(), "compras.archive");
    const { client, end } = await openKeeper(server.url, archive);
    await client.get(`${server.url}/a`);
    await end();
    const [file] = warcFiles(archive);
    expect(file).toMatch(/2026\/20261123T063000Z-[0-9a-f]{8}\.warc\.gz$/);
    const records = await warcRecords(archive);
    expect(records.map(({ type }) => type)).toEqual(["warcinfo", "response", "metadata"]);
    expect(records[0]?.text.split("\r\n")).toEqual([
      "software: ComprasAbiertasDurango/prueba",
      "format: WARC File Format 1.1",
      "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
      "robots: obey",
      "http-header-user-agent: ComprasAbiertasDurango/prueba (+correo@example.org)",
      "portal: durango",
      `portal-url: ${server.url}`,
      "ocid-prefix: ocds-prueba",
      "started-at: 2026-11-23T06:30:00.250Z",
      "documents: hash",
      "concurrency: 4",
      "max-skip-share: 0.05",
      "retries: 1",
      "max-retry-after-ms: 1000",
      "max-age-days: 30",
      "days-ahead: 3",
      "days-behind: 2",
      "days-of-waiting: 0",
      "max-documents: 2000",
      "max-document-bytes: 1000000",
      "read-before: 7 12",
      "",
    ]);
    expect(records[2]?.text).toMatch(
      /^finished-at: 2026-11-23T06:30:00.250Z\r\nexit-code: 0\r\nsha256-before: [0-9a-f]{64}\r\n$/,
    );
    const { runs, faults } = await checkArchive(archive);
    expect(faults).toEqual([]);
    expect(runs).toMatchObject([
      { start: { startedAt: keptAt, readBefore: ["7", "12"] }, end: { exitCode: 0 } },
    ]);
  });

  it("keeps an answer as it came, unzipped, with its digests", async () => {
    const server = await openServer((_request, response) => {
      response.writeHead(200, "Muy bien", {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Encoding": "gzip",
        "Content-Disposition": 'inline; filename="Resoluci\xf3n.html"',
        "Set-Cookie": ["a=1", "b=2"],
      });
      response.end(gzipSync("PEÑÓN"));
    });
    const archive = makeFolder();
    const { client, end } = await openKeeper(server.url, archive);
    const fetched = await client.get(`${server.url}/a`);
    await end();
    expect(fetched.sha256).toBe(sha256("PEÑÓN"));
    const [, record] = await warcRecords(archive);
    expect(record).toMatchObject({ type: "response", url: `${server.url}/a`, status: 200 });
    expect(record?.text).toBe("PEÑÓN");
    expect(record?.field("WARC-Payload-Digest")).toBe(`sha256:${sha256("PEÑÓN")}`);
    expect(record?.header("content-encoding")).toBeNull();
    expect(record?.header("x-orig-content-encoding")).toBe("gzip");
    expect(record?.id).toBe(`<${fetched.archive?.recordId}>`);
    const bytes = gunzipSync(readFileSync(path.join(archive, fetched.archive?.file ?? "")));
    expect(bytes.includes(Buffer.from('filename="Resoluci\xf3n.html"\r\n', "latin1"))).toBe(true);
    expect(bytes.toString("latin1")).toMatch(
      /HTTP\/1\.1 200 Muy bien\r\n[\s\S]*a=1\r\n[\s\S]*b=2\r\n/,
    );
    const [, , response = ""] = bytes.toString("latin1").split("WARC/1.1\r\n");
    const [fields = "", ...block] = response.split("\r\n\r\n");
    const blockDigest = sha256(Buffer.from(block.slice(0, 2).join("\r\n\r\n"), "latin1"));
    expect(fields.split("\r\n")).toContain(`WARC-Block-Digest: sha256:${blockDigest}`);
  });

  it("keeps errors, refusals, redirects and repeated attempts: they are evidence too", async () => {
    const server = await openServer((request, response, times) => {
      if (request.url === "/gone") sendHtml(response, "nada", 404);
      else if (request.url === "/forbidden") sendHtml(response, "Access denied", 403);
      else if (request.url === "/moved") response.writeHead(302, { Location: "/there" }).end("ve");
      else sendHtml(response, `intento ${times}`, times === 1 ? 500 : 200);
    });
    const archive = makeFolder();
    const { client, end } = await openKeeper(server.url, archive);
    await expect(client.get(`${server.url}/gone`)).rejects.toThrow(/HTTP 404/);
    await expect(client.get(`${server.url}/forbidden`)).rejects.toThrow(/refuses us/);
    const { archive: ref } = await client.get(`${server.url}/moved`);
    await end();
    const answers = (await warcRecords(archive)).slice(1, -1);
    expect(
      answers.map(({ url, status, text, field }) => [
        url?.slice(server.url.length),
        status,
        text,
        field("X-Requested-URI")?.slice(server.url.length) ?? null,
      ]),
    ).toEqual([
      ["/gone", 404, "nada", null],
      ["/forbidden", 403, "Access denied", null],
      ["/moved", 302, "ve", null],
      ["/there", 500, "intento 1", "/moved"],
      ["/moved", 302, "", null],
      ["/there", 200, "intento 2", "/moved"],
    ]);
    expect(`<${ref?.recordId}>`).toBe(answers.at(-1)?.id);
    expect(answers.map(({ type }) => type)).toEqual([
      ...Array(4).fill("response"),
      "revisit",
      "response",
    ]);
  });

  it("says of an answer that did not come whole why there is no body", async () => {
    const server = await openServer((request, response) => {
      if (request.url === "/zipped") {
        response.writeHead(200, { "Content-Encoding": "gzip" }).end("this is not gzip");
      } else {
        response.writeHead(200, { "Content-Length": "100" }).write("half");
        setTimeout(() => response.destroy(), 20);
      }
    });
    const archive = makeFolder();
    const { client, end } = await openKeeper(server.url, archive);
    await expect(client.get(`${server.url}/zipped`)).rejects.toThrow(/cannot be unzipped/);
    await expect(client.get(`${server.url}/broken`)).rejects.toThrow(/the connection failed/);
    await end();
    const answers = (await warcRecords(archive)).slice(1, -1);
    expect(answers.map(({ field, text }) => [field("WARC-Truncated"), text])).toEqual([
      ["unspecified", ""],
      ["unspecified", ""],
      ["disconnect", ""],
      ["disconnect", ""],
    ]);
    expect((await checkArchive(archive)).faults).toEqual([]);
  });

  it("names the request where it differs from the others", async () => {
    const server = await openServer((_request, response) => sendHtml(response, "[]"));
    const archive = makeFolder();
    const { client, end } = await openKeeper(server.url, archive);
    await client.get(`${server.url}/lista?draw=1`, { "x-requested-with": "XMLHttpRequest" });
    await end();
    const [, response, request] = await warcRecords(archive);
    expect(request).toMatchObject({ type: "request", url: `${server.url}/lista?draw=1` });
    expect(request?.field("WARC-Concurrent-To")).toBe(response?.id);
    expect(request?.header("x-requested-with")).toBe("XMLHttpRequest");
    expect(request?.header("user-agent")).toMatch(/^ComprasAbiertasDurango/);
  });
});

describe("a body that the archive holds already", () => {
  async function visit(archive: string, url: string, startedAt = keptAt) {
    const { client, end } = await openKeeper(url, archive, startedAt);
    const fetched = await client.get(`${url}/a`);
    await end();
    return fetched;
  }

  it("is referred to, in the same run and in later ones, and found again", async () => {
    let text = "uno";
    const server = await openServer((_request, response) => sendHtml(response, text));
    const archive = makeFolder();
    const first = await visit(archive, server.url);
    const second = await visit(archive, server.url, new Date("2027-01-02T00:00:00Z"));
    text = "dos";
    await visit(archive, server.url);
    const answers = (await warcRecords(archive)).filter(({ status }) => status !== undefined);
    // By name of the file: the one of 2027 is last.
    expect(answers.map(({ type, text: body }) => [type, body]).sort()).toEqual([
      ["response", "dos"],
      ["response", "uno"],
      ["revisit", ""],
    ]);
    const revisit = answers.find(({ type }) => type === "revisit");
    expect(revisit?.field("WARC-Profile")).toBe(
      "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
    );
    expect(revisit?.field("WARC-Refers-To")).toBe(`<${first.archive?.recordId}>`);
    expect(revisit?.field("WARC-Refers-To-Target-URI")).toBe(`${server.url}/a`);
    expect(revisit?.field("WARC-Refers-To-Date")).toBe("2026-11-23T06:30:00.250Z");
    expect(revisit?.field("WARC-Payload-Digest")).toBe(`sha256:${sha256("uno")}`);
    if (second.archive === undefined) throw new Error("the page was not kept");
    const found = await readArchived(archive, second.archive);
    expect(found).toMatchObject({
      url: `${server.url}/a`,
      statusCode: 200,
      receivedAt: new Date("2027-01-02T00:00:00Z"),
      body: { sha256: sha256("uno"), content: Buffer.from("uno") },
    });
    expect((await checkArchive(archive)).faults).toEqual([]);
  });

  it("is kept anew where another address sends it", async () => {
    const server = await openServer((_request, response) => sendHtml(response, "x"));
    const archive = makeFolder();
    const { client, end } = await openKeeper(server.url, archive);
    await client.get(`${server.url}/a`);
    await client.get(`${server.url}/b`);
    await end();
    expect((await warcRecords(archive)).map(({ type }) => type)).toEqual([
      "warcinfo",
      "response",
      "response",
      "metadata",
    ]);
  });

  it("is kept anew where the file that held it is gone or damaged", async () => {
    const server = await openServer((_request, response) => sendHtml(response, "x"));
    const archive = makeFolder();
    await visit(archive, server.url);
    const [file = ""] = warcFiles(archive);
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.with(bytes.length - 400, (bytes.at(-400) ?? 0) ^ 0xff));
    await visit(archive, server.url, new Date("2027-01-02T00:00:00Z"));
    rmSync(file);
    const types = (await warcRecords(archive)).map(({ type }) => type);
    expect(types).toEqual(["warcinfo", "response", "metadata"]);
  });

  it("is found again without the index, which is made anew from the files, and with one that is cut off", async () => {
    const server = await openServer((_request, response) => sendHtml(response, "x"));
    const archive = makeFolder();
    const index = path.join(archive, "index.jsonl");
    await visit(archive, server.url);
    const before = readFileSync(index, "utf8");
    rmSync(index);
    await visit(archive, server.url);
    expect(readFileSync(index, "utf8")).toBe(before);
    appendFileSync(index, '{"url":"http://');
    await visit(archive, server.url);
    const types = (await warcRecords(archive)).map(({ type }) => type);
    expect(types.filter((type) => type === "response")).toHaveLength(1);
    expect(types.filter((type) => type === "revisit")).toHaveLength(2);
  });
});

import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { decodePage } from "../../../scraper/crawl/decode-page.ts";
import { breaksOff, looksLikeHtml } from "../../../scraper/crawl/whole-page.ts";
import { openClient } from "./open-client.ts";
import { openServer, sendHtml } from "./simple-server.ts";

const bytes = (text: string, encoding: BufferEncoding = "utf8") => Buffer.from(text, encoding);

describe("a page", () => {
  it.each([
    ["<!DOCTYPE html><html><body><dl><dt>Descripción:</dt>", "text/html", true],
    ["<!DOCTYPE html><HTML lang=es><body><dl></dl></body></HTML >\n", "text/html", false],
    ["<html><body></body></html>\n<!-- 0.3 s -->", "text/html; charset=utf-8", false],
    // A piece of a page, as some scripts fetch them, does not show whether it is whole.
    ["<h1>Procedimiento</h1><dl><dt>Descripción:</dt>", "text/html", false],
    ['{"draw":1,"data":[{"Id":7},{"Id"', "application/json; charset=utf-8", true],
    ['{"draw":1,"data":[]}\r\n', "application/json", false],
    ["<html><body>", "application/pdf", false],
    ["<html><body>", undefined, false],
  ])("%j, sent as %s, breaks off: %s", (text, contentType, isCut) => {
    expect(breaksOff(bytes(text), contentType)).toBe(isCut);
  });

  it("that broke off is asked for again", async () => {
    const page = "<html><body><h1>Entera</h1></body></html>";
    const server = await openServer((_request, response, times) =>
      sendHtml(response, times === 1 ? page.slice(0, 20) : page),
    );
    const { body } = await openClient(server.url).get(`${server.url}/a`);
    expect(Buffer.from(body).toString()).toBe(page);
  });

  it.each([
    ["<!DOCTYPE html><html>", true],
    ["\ufeff\r\n <!-- error --> <HTML><head>", true],
    ["<h1>No se encontró el archivo</h1>", true],
    ["%PDF-1.7\n<html>", false],
    ["PK\u0003\u0004", false],
    ['<?xml version="1.0"?><factura/>', false],
    ["<htmlarea>", false],
    [" ".repeat(2000), false],
  ])("in the place of a file is known by its beginning: %j %s", (text, isPage) => {
    expect(looksLikeHtml(bytes(text))).toBe(isPage);
  });
});

describe("text", () => {
  it.each<[string, Buffer, string | undefined]>([
    ["UTF-8", bytes("PEÑÓN “A”"), "utf-8"],
    ["UTF-8 by its page", bytes('<meta charset="utf-8">PEÑÓN'), undefined],
    ["Windows-1252", bytes("PE\xd1\xd3N", "latin1"), "windows-1252"],
    ["Windows-1252 that nobody declares", bytes("PE\xd1\xd3N \x93A\x94", "latin1"), undefined],
    ["Windows-1252 that claims to be UTF-8", bytes("PE\xd1\xd3N \x93A\x94", "latin1"), "UTF-8"],
    ["a charset that nobody knows", bytes("PE\xd1\xd3N", "latin1"), "espa\xf1ol"],
  ])("in %s is read with its letters", (_what, body, charset) => {
    expect(decodePage(body, charset)).toMatch(/PEÑÓN( “A”)?$/);
  });

  it("in UTF-8 keeps all of its letters where one was cut", () => {
    const mixed = Buffer.concat([
      bytes("ADQUISICIÓN DE NIÑ"),
      bytes("\xd3S", "latin1"),
      bytes(" €"),
    ]);
    expect(decodePage(mixed, "utf-8")).toBe("ADQUISICIÓN DE NIÑÓS €");
  });
});

describe("a body that comes zipped", () => {
  it.each([
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ])("in %s is unzipped, and asked for again where it is damaged", async (encoding, zip) => {
    const server = await openServer((_request, response, times) => {
      const body = zip("PEÑÓN ".repeat(100));
      if (times === 1) body.fill(0xff, 3, 12);
      response.writeHead(200, { "Content-Type": "text/html", "Content-Encoding": encoding });
      response.end(body);
    });
    const client = openClient(server.url);
    const { body } = await client.get(`${server.url}/a`);
    expect(Buffer.from(body).toString()).toBe("PEÑÓN ".repeat(100));
    expect(client.counts.retries).toBe(1);
  });

  it("in a way that nobody knows is named", async () => {
    const server = await openServer((_request, response) => {
      response.writeHead(200, { "Content-Type": "text/html", "Content-Encoding": "zstd" });
      response.end("?");
    });
    const get = openClient(server.url, { retries: 0 }).get(`${server.url}/a`);
    await expect(get).rejects.toThrow(/cannot be unzipped \(Content-Encoding: zstd\)/);
  });
});

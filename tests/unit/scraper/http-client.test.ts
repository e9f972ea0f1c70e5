import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { maxBodyBytes } from "../../../scraper/crawl/receive.ts";
import { obeyRobots } from "../../../scraper/crawl/robots.ts";
import { RetryableFetchError, SkipPageError, StopRunError } from "../../../scraper/errors.ts";
import { openClient } from "./open-client.ts";
import { openServer, sendHtml } from "./simple-server.ts";

/** A busy machine may notice a request so late that the next one seems to come too soon. A pace that is broken fails each time. */
const patience = { retry: 3 };

const textOf = (body: Uint8Array) => new TextDecoder().decode(body);

describe("the http client", () => {
  it("says who it is and reads gzipped pages", async () => {
    const server = await openServer((_request, response) => {
      response.writeHead(200, { "Content-Encoding": "gzip", "Content-Type": "text/html" });
      response.end(gzipSync("PEÑÓN"));
    });
    const { body } = await openClient(server.url).get(`${server.url}/a`);
    expect(textOf(body)).toBe("PEÑÓN");
    expect(server.requests[0]?.userAgent).toBe("ComprasAbiertasDurango/prueba");
  });

  it("tries again after a 500 and succeeds", async () => {
    const server = await openServer((_request, response, times) => {
      sendHtml(response, "x", times < 3 ? 500 : 200);
    });
    const client = openClient(server.url);
    await client.get(`${server.url}/a`);
    expect(client.counts).toEqual({ requests: 3, retries: 2 });
  });

  it("gives up after the attempts it may make", async () => {
    const server = await openServer((_request, response) => sendHtml(response, "x", 502));
    const client = openClient(server.url, { retries: 2 });
    await expect(client.get(`${server.url}/a`)).rejects.toBeInstanceOf(RetryableFetchError);
    expect(server.requests).toHaveLength(3);
  });

  it("waits as long as Retry-After asks, and leaves a portal alone that asks for more than it may wait", async () => {
    const server = await openServer((request, response, times) => {
      const seconds = request.url === "/long" ? "3600" : "1";
      if (times === 1) response.setHeader("Retry-After", seconds);
      sendHtml(response, "x", times === 1 ? 503 : 200);
    });
    const client = openClient(server.url);
    await client.get(`${server.url}/short`);
    const [first, second] = server.requests;
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(995);
    await expect(client.get(`${server.url}/long`)).rejects.toThrow(/left alone for 3600 seconds/);
    expect(server.requests).toHaveLength(3);
  });

  it("keeps its pace, however many pages are asked for at once", patience, async () => {
    const server = await openServer((_request, response) => sendHtml(response, "x"));
    const client = openClient(server.url, { delayMs: 60 });
    await Promise.all(["a", "b", "c", "d", "e"].map((page) => client.get(`${server.url}/${page}`)));
    const times = server.requests.map(({ atMs }) => atMs);
    // The whole stretch is asserted, not each gap: a busy machine may hold up one arrival, never hasten the last.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(4 * 60 - 25);
  });

  it("follows redirects within the portal, and neither to other hosts nor to a login nor for ever", async () => {
    const server = await openServer((request, response) => {
      const targets: Record<string, string> = {
        "/here": "/there",
        "/away": "https://example.org/",
        "/private": "/Account/Login?ReturnUrl=%2F",
        "/circle": "/circle",
      };
      const target = targets[request.url ?? ""];
      if (target === undefined) sendHtml(response, "there");
      else response.writeHead(302, { Location: target }).end();
    });
    const client = openClient(server.url);
    await expect(client.get(`${server.url}/here`)).resolves.toMatchObject({
      url: `${server.url}/there`,
    });
    await expect(client.get(`${server.url}/away`)).rejects.toThrow(/leads to another host/);
    await expect(client.get(`${server.url}/private`)).rejects.toThrow(/leads to a login/);
    await expect(client.get(`${server.url}/circle`)).rejects.toBeInstanceOf(SkipPageError);
  });

  it.each([
    [401, StopRunError],
    [403, StopRunError],
    [404, SkipPageError],
    [410, SkipPageError],
    [429, RetryableFetchError],
  ])("takes status %i for what it is, at once", async (status, kind) => {
    const server = await openServer((_request, response) => sendHtml(response, "x", status));
    const client = openClient(server.url, { retries: 0 });
    await expect(client.get(`${server.url}/a`)).rejects.toBeInstanceOf(kind);
    expect(server.requests).toHaveLength(1);
  });

  it("does not swallow a page without end", async () => {
    const block = Buffer.alloc(1024 * 1024, " ");
    const server = await openServer((_request, response) => {
      const send = (): void => {
        while (!response.destroyed && response.write(block));
      };
      response.on("drain", send);
      send();
    });
    await expect(openClient(server.url).get(`${server.url}/a`)).rejects.toThrow(
      `larger than ${maxBodyBytes}`,
    );
  });
});

describe("robots.txt", () => {
  it("is obeyed, its pace too", patience, async () => {
    const server = await openServer((request, response) => {
      if (request.url !== "/robots.txt") return sendHtml(response, "x");
      response.writeHead(200, { "Content-Type": "text/plain" });
      response.end("User-agent: *\nDisallow: /consulta/privado\nCrawl-delay: 0.2\n");
    });
    const client = openClient(server.url);
    const check = await obeyRobots(client, server.url);
    expect(() => check(`${server.url}/consulta/publico`)).not.toThrow();
    expect(() => check(`${server.url}/consulta/privado/1`)).toThrow(/robots.txt forbids/);
    await client.get(`${server.url}/a`);
    await client.get(`${server.url}/b`);
    const [, a, b] = server.requests;
    expect((b?.atMs ?? 0) - (a?.atMs ?? 0)).toBeGreaterThanOrEqual(180);
  });

  it("allows everything where it is absent, and stops the run where it does not answer", async () => {
    const server = await openServer((_request, response) => sendHtml(response, "x", 404));
    const check = await obeyRobots(openClient(server.url), server.url);
    expect(() => check(`${server.url}/anything`)).not.toThrow();
    const down = await openServer((_request, response) => sendHtml(response, "x", 500));
    await expect(obeyRobots(openClient(down.url, { retries: 0 }), down.url)).rejects.toThrow(
      /not even with its robots\.txt/,
    );
  });
});

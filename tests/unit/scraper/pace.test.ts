import { describe, expect, it } from "vitest";
import { obeyRobots } from "../../../scraper/crawl/robots.ts";
import { openClient } from "./open-client.ts";
import { openServer, sendHtml } from "./simple-server.ts";
import { makeFolder, openPortal, tryScrape } from "./try-scrape.ts";

/** A machine that is busy may be this late to notice a request, so that the next one seems to come sooner. */
const noiseMs = 30;
/** One that is busier still is later: such a test is tried again. A pace that is broken fails each time. */
const patience = { retry: 3 };

/** Expects every request to keep its distance: none right after another, and all together no faster than the pace. */
function expectPace(requests: readonly { atMs: number }[], gapMs: number): void {
  const times = requests.map(({ atMs }) => atMs);
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(gapMs * 0.3);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(gaps.length * gapMs - noiseMs);
}

describe("the pace", patience, () => {
  it.each([1, 4])(
    "is kept over a whole run, attachments included, with %i requests in flight",
    async (concurrency) => {
      const portal = await openPortal({ procedures: 6, suppliers: 2 });
      const { counts } = await tryScrape(portal.url, makeFolder(), {
        concurrency,
        limit: 2,
        delayMs: 80,
        documents: "hash",
      });
      expect(counts.documents).toBeGreaterThan(3);
      expect(portal.requests[0]?.path).toBe("/robots.txt");
      expect(portal.requests).toHaveLength(counts.requests);
      expectPace(portal.requests, 80);
    },
  );

  it.each([1, 4])(
    "is that of robots.txt where it is slower, for redirects and repetitions too, with %i requests in flight",
    async (concurrency) => {
      const server = await openServer((request, response, times) => {
        const path = request.url ?? "";
        if (path === "/robots.txt") {
          response.writeHead(200, { "Content-Type": "text/plain" });
          response.end("User-agent: *\nCrawl-delay: 0.12\n");
        } else if (path.startsWith("/old")) {
          response.writeHead(301, { Location: path.replace("old", "new") }).end();
        } else sendHtml(response, "x", path === "/flaky" && times === 1 ? 500 : 200);
      });
      const slower: number[] = [];
      const client = openClient(server.url, {
        concurrency,
        delayMs: 20,
        onSlower: (gapMs) => slower.push(gapMs),
      });
      await obeyRobots(client, server.url);
      await Promise.all(
        ["/old/1", "/flaky", "/old/2"].map((path) => client.get(server.url + path)),
      );
      await client.getDocument(`${server.url}/file`, { keep: false, maxBytes: 1000 });
      expect(slower).toEqual([120]);
      const [, ...afterRobots] = server.requests;
      expect(afterRobots).toHaveLength(7);
      expectPace(afterRobots, 120);
    },
  );
});

describe("a portal that asks for less", patience, () => {
  /** A clock that stands still shortly before a full second: HTTP dates have none of its parts. */
  const now = () => new Date("2026-11-23T06:30:59.700Z");

  it.each([
    [503, "Mon, 23 Nov 2026 06:31:00 GMT", 300],
    [429, "Mon, 23 Nov 2026 06:31:00 GMT", 300],
    [429, undefined, 200],
  ])(
    "gets no request at all after a %i with Retry-After %s",
    async (status, retryAfter, heldMs) => {
      const server = await openServer((request, response, times) => {
        const isBusy = request.url === "/busy" && times === 1;
        if (isBusy && retryAfter !== undefined) response.setHeader("Retry-After", retryAfter);
        sendHtml(response, "x", isBusy ? status : 200);
      });
      const client = openClient(server.url, { delayMs: 40, retryDelayMs: 200, now });
      await Promise.all(["/busy", "/b", "/c", "/d"].map((path) => client.get(server.url + path)));
      const [busy, ...rest] = server.requests;
      // What was on its way when the answer came has arrived within the pace.
      const after = rest.filter(({ atMs }) => atMs > (busy?.atMs ?? 0) + 40 + noiseMs);
      expect(after.length).toBeGreaterThanOrEqual(3);
      const heldUntil = Math.min(...after.map(({ atMs }) => atMs));
      expect(heldUntil - (busy?.atMs ?? 0)).toBeGreaterThanOrEqual(heldMs - noiseMs);
    },
  );

  it("is left in peace after the last attempt too", async () => {
    const server = await openServer((request, response) => {
      if (request.url === "/busy") {
        response.setHeader("Retry-After", "Mon, 23 Nov 2026 06:31:00 GMT");
      }
      sendHtml(response, "x", request.url === "/busy" ? 503 : 200);
    });
    const client = openClient(server.url, { retries: 0, now });
    await expect(client.get(`${server.url}/busy`)).rejects.toThrow("HTTP 503");
    await client.get(`${server.url}/other`);
    expectPace(server.requests, 300);
  });

  it("again and again is read more slowly for the rest of the run", async () => {
    const server = await openServer((request, response, times) =>
      sendHtml(response, "x", request.url === "/a" && times <= 3 ? 429 : 200),
    );
    const slower: number[] = [];
    const client = openClient(server.url, {
      delayMs: 50,
      onSlower: (gapMs) => slower.push(gapMs),
    });
    await client.get(`${server.url}/a`);
    expect(slower).toEqual([100]);
    await Promise.all(["/b", "/c", "/d"].map((path) => client.get(server.url + path)));
    expectPace(server.requests.slice(2), 100);
  });
});

describe("a redirect", () => {
  it("that robots.txt forbids is not followed", async () => {
    const server = await openServer((request, response) => {
      if (request.url === "/robots.txt") {
        response.writeHead(200, { "Content-Type": "text/plain" });
        response.end("User-agent: *\nDisallow: /privado/\n");
      } else response.writeHead(302, { Location: "/privado/1" }).end();
    });
    const client = openClient(server.url);
    await obeyRobots(client, server.url);
    await expect(client.get(`${server.url}/publico`)).rejects.toThrow(
      /privado.*robots.txt forbids/,
    );
    expect(server.requests).toHaveLength(2);
  });
});

import { readFileSync } from "node:fs";
import path from "node:path";
import { request } from "undici";
import { expect, it, onTestFinished } from "vitest";
import { startFeedServer } from "../../../scraper/serve/feed-server.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "./try-scrape.ts";

it("serves a feed to every page, with types, ETags and nothing from outside", async () => {
  const portal = await openPortal({ procedures: 3 });
  const folder = makeFolder();
  await tryScrape(portal.url, folder);
  await tryPublish(folder);
  const dir = path.join(folder, "feed");
  const { url, close } = await startFeedServer({ dir, port: 0 });
  onTestFinished(close);

  const index = await request(`${url}index.json`);
  expect(index.headers).toMatchObject({
    "access-control-allow-origin": "*",
    "content-type": "application/json; charset=utf-8",
    etag: expect.stringMatching(/^"/),
  });
  expect(await index.body.text()).toBe(readFileSync(path.join(dir, "index.json"), "utf8"));

  const again = await request(`${url}index.json`, {
    headers: { "if-none-match": String(index.headers.etag) },
  });
  expect(again.statusCode).toBe(304);

  const head = await request(`${url}full.jsonl.gz`, { method: "HEAD" });
  expect(head.headers["content-type"]).toBe("application/gzip");
  expect(head.headers["content-encoding"]).toBeUndefined();
  expect(Number(head.headers["content-length"])).toBeGreaterThan(0);
  expect(await head.body.text()).toBe("");

  const edca = await request(`${url}edca/fiscalYears`);
  expect(edca.headers["content-type"]).toBe("application/json; charset=utf-8");
  expect(await edca.body.json()).toHaveProperty("fiscalYears");

  for (const address of ["nothing.json", "..%2fcompras.sqlite", "%", "edca", "%00"]) {
    const missing = await request(url + address);
    expect([address, missing.statusCode, await missing.body.json()]).toEqual([
      address,
      404,
      { error: expect.stringMatching(/index\.json/) },
    ]);
  }
  expect((await request(url, { method: "POST" })).statusCode).toBe(405);
  expect((await request(url, { method: "OPTIONS" })).statusCode).toBe(204);
});

it("says what to do where there is no feed, or the port is taken", async () => {
  const portal = await openPortal({ procedures: 2 });
  const folder = makeFolder();
  await expect(startFeedServer({ dir: folder, port: 0 })).rejects.toThrow(/there is no feed here/);
  await tryScrape(portal.url, folder);
  await tryPublish(folder);
  const port = Number(new URL(portal.url).port);
  await expect(startFeedServer({ dir: path.join(folder, "feed"), port })).rejects.toThrow(
    `Port ${port} is in use`,
  );
});

import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { hideFolders } from "../../../scraper/crawl/hide-folders.ts";

describe("a message that is published", () => {
  it.each([
    ["/srv/compras/compras.sqlite", "/srv/compras/compras.archive/2026/x.warc.gz: no room"],
    ["compras.sqlite", `${path.resolve("compras.archive/2026/x.warc.gz")}: no room`],
    ["compras.sqlite", `${path.join(homedir(), "compras.archive/2026/x.warc.gz")}: no room`],
    ["compras.sqlite", `${path.join(tmpdir(), "compras.archive/2026/x.warc.gz")}: no room`],
  ])("names no folder of the machine where the store is %s: %s", (store, message) => {
    expect(hideFolders(message, [store])).toBe("compras.archive/2026/x.warc.gz: no room");
  });

  it("keeps the addresses and paths of the portal", () => {
    const message =
      "GET https://comprasestatal.durango.gob.mx/x: leads to a login (/Account/Login).";
    expect(hideFolders(message, ["/compras.sqlite"])).toBe(message);
  });
});

import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { fetchIndex } from "../../../extension/corpus/feed.ts";
import { feedLimits } from "../../../extension/corpus/feed-limits.ts";
import { type ExtensionManifest, feedSchemaVersion } from "../../../shared/feed/index-schema.ts";
import { serveManifest } from "../../browser/support/small-feed.ts";

let server: Awaited<ReturnType<typeof serveManifest>> | undefined;
afterEach(() => void server?.close());

/** Reads what a server gives as the rows of a feed. */
async function read(content: Buffer, limits = feedLimits) {
  const bytes = gzipSync(content, { level: 1 });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const manifest: ExtensionManifest = {
    schemaVersion: feedSchemaVersion,
    portal: "durango",
    readAt: "2026-11-22T12:00:00-06:00",
    path: `index-${sha256.slice(0, 16)}.json.gz`,
    sha256,
    bytes: bytes.length,
    tenders: 1,
    suppliers: 0,
  };
  server = await serveManifest(Buffer.from("{}"), { path: manifest.path, bytes });
  return fetchIndex(server.url, manifest, limits);
}

const rows = (count: number, title = "PAPELERÍA") =>
  Buffer.from(
    JSON.stringify({
      schemaVersion: feedSchemaVersion,
      tenders: Array.from({ length: count }, (_, id) => ({
        id: String(id),
        ocid: `ocds-000000-${id}`,
        url: `https://example.org/${id}`,
        title,
        buyerId: `buyer-${id}`,
        buyerName: "Dependencia",
      })),
      suppliers: [],
    }),
  );

describe("the rows of a feed", () => {
  it("are taken as large as they may be", async () => {
    const { tenders } = await read(rows(100, "x".repeat(20_000)), { ...feedLimits, buyers: 100 });
    expect(tenders.length).toBe(100);
  });

  it.each([
    ["of more buyers than any state has", rows(5_001), feedLimits, "dependencias: 5001 > 5000"],
    [
      "of a title without end",
      rows(1, "x".repeat(20_001)),
      feedLimits,
      "caracteres de un texto: 20001 > 20000",
    ],
    ["of too many procedures", rows(11), { ...feedLimits, tenders: 10 }, "procedimientos: 11 > 10"],
    [
      "that swell when they are unzipped",
      Buffer.alloc(5_000_000, " "),
      { ...feedLimits, bytes: 1_000_000 },
      "bytes > 1000000",
    ],
    [
      "larger than they may be already when zipped",
      rows(50),
      { ...feedLimits, bytes: 100 },
      "bytes > 100",
    ],
  ])("are refused with a message where they are %s", async (_which, content, limits, detail) => {
    await expect(read(content, limits)).rejects.toMatchObject({
      problem: { kind: "tooLarge", detail },
    });
  });
});

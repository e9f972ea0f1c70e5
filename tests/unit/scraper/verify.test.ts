import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../../scraper/store/open-store.ts";
import { rekeyStore } from "../../../scraper/store/rekey.ts";
import { parseCitation } from "../../../scraper/verify/citation.ts";
import { verifyCitation } from "../../../scraper/verify/verify-citation.ts";
import { ProcedureEvidence } from "../../../shared/feed/evidence.ts";
import { type Place, readOnce } from "../publish/read-once.ts";
import { runBundled } from "./run-program.ts";
import { tryPublish, tryScrape } from "./try-scrape.ts";

/** A small feed with its archive, and the evidence of its first procedure. */
function openFeed() {
  const { folder, feed } = openPlace();
  return { folder, archive: archiveOf(folder), feed, ...citedIn(feed) };
}

const archiveOf = (folder: string) => path.join(folder, "compras.archive");
let openPlace: () => Place;
beforeAll(async () => {
  openPlace = await readOnce({ procedures: 3, suppliers: 3 }, async (portal, folder) => {
    await tryScrape(portal.url, folder, { archive: archiveOf(folder) });
    await tryPublish(folder);
  });
});

function citedIn(feed: string) {
  const [line = ""] = gunzipSync(readFileSync(path.join(feed, "evidencia.jsonl.gz")))
    .toString()
    .split("\n");
  const evidence = ProcedureEvidence.parse(JSON.parse(line));
  const [release] = evidence.releases;
  if (release === undefined) throw new Error("the evidence has no release");
  return { evidence, release, footnote: `${release.permalink}, SHA-256 ${release.sha256}.` };
}

describe("parseCitation", () => {
  const sha256 = "ab".repeat(32);
  const link = "https://feed.example/releases/2026.jsonl#ocds-abc123-77-0123456789abcdef";
  const citation = {
    releaseId: "ocds-abc123-77-0123456789abcdef",
    sha256,
    address: "https://feed.example/releases/2026.jsonl",
  };

  it.each([
    ["a footnote", `Véase ${link}, huella ${sha256.toUpperCase()}.`],
    ["the JSON of the evidence", JSON.stringify({ id: "x", sha256, permalink: link })],
    ["two columns of the CSV", `${link},${sha256}`],
  ])("reads %s", (_what, text) => {
    expect(parseCitation(text)).toEqual(citation);
  });

  it.each([
    ["no link", sha256, /has no permanent link/],
    ["no hash", link, /has no SHA-256/],
    ["two hashes", `${link} ${sha256} ${"cd".repeat(32)}`, /2 different values for its SHA-256/],
  ])("refuses a text with %s", (_what, text, message) => {
    expect(() => parseCitation(text)).toThrow(message);
  });
});

describe("compras verify", () => {
  it("proves a citation, and the page that it rests on", async () => {
    const { feed, archive, folder, footnote, evidence, release } = openFeed();
    const end = await runBundled(
      ["verify", footnote, "--feed", feed, "--archive", archive],
      folder,
    );
    expect(end).toMatchObject({ code: 0, stderr: "" });
    expect(end.stdout).toContain(`The citation holds: ${release.id}`);
    expect(end.stdout).toContain(`So does its page, ${evidence.url} (${release.page?.sha256})`);
  });

  it("tells a citation that does not hold, and one of another feed", async () => {
    const { feed, release } = openFeed();
    const cited = parseCitation(`${release.permalink} ${release.sha256}`);
    await expect(
      verifyCitation({ ...cited, sha256: "0".repeat(64) }, feed, undefined),
    ).rejects.toThrow(/says something else than what was cited/);
    await expect(
      verifyCitation({ ...cited, releaseId: `${cited.releaseId}0` }, feed, undefined),
    ).rejects.toThrow(/has no such release/);
    await expect(verifyCitation(cited, `${feed}/nada`, undefined)).rejects.toThrow(
      /cannot be read \(ENOENT\)/,
    );
  });

  it("proves a citation from before the ocids got their prefix", async () => {
    const { folder, feed, footnote } = openFeed();
    const store = openStore(path.join(folder, "compras.sqlite"));
    rekeyStore(store, "ocds-a1b2c3");
    store.close();
    await tryPublish(folder);
    const proven = await verifyCitation(parseCitation(footnote), feed, undefined);
    expect(proven.release.ocid).toMatch(/^ocds-prueba-/);
    expect(proven.presentOcid).toMatch(/^ocds-a1b2c3-/);
  });

  it("finds a feed that was edited by hand, and an archive", async () => {
    const { feed, archive, folder } = openFeed();
    const whole = await runBundled(["verify", "--feed", feed, "--archive", archive], folder);
    expect(whole).toMatchObject({ code: 0, stderr: "" });
    writeFileSync(path.join(feed, "licitaciones.csv"), "otra cosa");
    const edited = await runBundled(["verify", "--feed", feed], folder);
    expect(edited).toMatchObject({ code: 1, stdout: "" });
    expect(edited.stderr).toContain("changed: licitaciones.csv");
  });
});

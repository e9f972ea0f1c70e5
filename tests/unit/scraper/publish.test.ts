import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type CheckedDocument, validateFiles } from "../../../scraper/validate/validate-files.ts";
import { ExtensionIndex, ExtensionManifest, FeedIndex } from "../../../shared/feed/index-schema.ts";
import { compareTenders } from "../../../shared/feed/order.ts";
import { hashBytes } from "../../../shared/values/hash.ts";
import { rfcOwner } from "../../../shared/values/rfc.ts";
import { feedFiles, fingerprintFeed, readFeedLines, readFeedText } from "./read-feed.ts";
import { makeFolder, openPortal, tryPublish, tryScrape } from "./try-scrape.ts";

const repository = path.resolve(import.meta.dirname, "../../..");
const schemaDir = process.env.OCDS_SCHEMA_DIR ?? path.join(repository, "../shared/ocds");

/** A feed with a second release of one procedure, and the portal that it was made of. */
async function makeFeed(procedures = 4, atEnd = onTestFinished) {
  const portal = await openPortal({ procedures }, atEnd);
  const folder = makeFolder(atEnd);
  await tryScrape(portal.url, folder);
  for (const procedure of portal.corpus.procedures.slice(-1))
    procedure.descripcion = "=1+1; CAMBIA";
  await tryScrape(portal.url, folder);
  const index = await tryPublish(folder);
  return { portal, folder, feed: path.join(folder, "feed"), index };
}

const ocdsFiles = (feed: string) =>
  feedFiles(feed)
    .filter((file) =>
      /^(full|\d{4})\.jsonl\.gz$|^releases\/|^packages\/|^edca\/contractingprocess\//.test(file),
    )
    .map((file) => path.join(feed, file));

async function checkFeed(feed: string, schemaDir?: string): Promise<CheckedDocument[]> {
  const checked: CheckedDocument[] = [];
  for await (const each of validateFiles(ocdsFiles(feed), { schemaDir })) checked.push(each);
  return checked;
}

describe("the published feed", () => {
  let made: Awaited<ReturnType<typeof makeFeed>>;
  beforeAll(async () => {
    made = await makeFeed(50, afterAll);
  }, 60_000);

  it("is described whole and truly by its index, and one store always gives the same bytes", async () => {
    const { folder, feed, portal } = made;
    const index = FeedIndex.parse(JSON.parse(readFeedText(feed, "index.json")));
    expect(index.files.map((file) => file.path)).toEqual(
      feedFiles(feed).filter((file) => file !== "index.json" && file !== "SHA256SUMS"),
    );
    for (const file of index.files) {
      const bytes = readFileSync(path.join(feed, file.path));
      expect([file.path, bytes.length, hashBytes(bytes)]).toEqual([
        file.path,
        file.bytes,
        file.sha256,
      ]);
    }
    const listed = portal.corpus.procedures.filter((procedure) => procedure.listed).length;
    expect(index.counts).toMatchObject({ procedures: listed, releases: listed + 1 });
    expect(index.notice).toContain(`no es el portal oficial: ${portal.url}`);

    const other = path.join(folder, "again");
    await tryPublish(folder, other);
    expect(fingerprintFeed(other)).toEqual(fingerprintFeed(feed));
    await tryPublish(folder);
    expect(fingerprintFeed(feed)).toEqual(fingerprintFeed(other));
  });

  it("holds nothing but OCDS where OCDS is promised, by the project's model", async () => {
    const { feed } = made;
    const checked = await checkFeed(feed);
    expect(checked.flatMap(({ faults }) => faults)).toEqual([]);
    expect(checked.length).toBeGreaterThan(100);
  });

  it.skipIf(!existsSync(schemaDir))(
    "is valid by the official schemas of OCDS 1.1.5 (skipped where neither OCDS_SCHEMA_DIR nor ../shared/ocds holds them)",
    async () => {
      const { feed } = made;
      const checked = await checkFeed(feed, schemaDir);
      expect(checked.flatMap(({ faults }) => faults)).toEqual([]);
    },
  );

  it("has a table that a spreadsheet opens, equal to the rows of the extension and without formulas", async () => {
    const { feed } = made;
    const text = readFeedText(feed, "licitaciones.csv");
    expect(text.startsWith("\uFEFFOCID,")).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
    const manifest = ExtensionManifest.parse(
      JSON.parse(readFeedText(feed, "extension/index.json")),
    );
    const index = ExtensionIndex.parse(
      JSON.parse(readFeedText(feed, `extension/${manifest.path}`)),
    );
    // A day that the portal prints without an hour is a day in the table too.
    const local = (instant = "") =>
      instant
        .slice(0, 16)
        .replace("T", " ")
        .replace(/ 00:00$/, "");
    const disarmed = (title = "") => (title.startsWith("=") ? `'${title}` : title);
    expect(
      rows.map((row) => [
        row.OCID,
        row.Descripción,
        row.Publicación,
        row["Apertura de proposiciones"],
      ]),
    ).toEqual(
      index.tenders.map((row) => [
        row.ocid,
        disarmed(row.title),
        local(row.publishedAt),
        local(row.opensAt),
      ]),
    );
    expect(rows.some(({ Publicación = "" }) => /^\d{4}-\d\d-\d\d$/.test(Publicación))).toBe(true);
    expect(rows.filter(({ Descripción = "" }) => /^[=+\-@]/.test(Descripción))).toEqual([]);
    expect(rows.some(({ Descripción = "" }) => Descripción.startsWith("'=1+1"))).toBe(true);
    expect(Object.keys(rows[0] ?? {}).length).toBeLessThanOrEqual(25);
    expect([...index.tenders].sort(compareTenders)).toEqual(index.tenders);
    expect(manifest).toMatchObject({
      tenders: index.tenders.length,
      suppliers: index.suppliers.length,
    });
  });

  it("names no natural person's RFC in any file", async () => {
    const { feed, portal } = made;
    const owners = portal.corpus.suppliers.map(({ rfc = "" }) => rfc);
    const persons = owners.filter((rfc) => rfcOwner(rfc.replace(/[\s.-]/g, "")) === "person");
    expect(persons.length).toBeGreaterThan(0);
    const all = feedFiles(feed)
      .map((file) => readFeedText(feed, file))
      .join("\n");
    expect(persons.filter((rfc) => all.includes(rfc))).toEqual([]);
  });

  it("answers what Kingfisher Collect asks, each process in the year of its publication", async () => {
    const { feed } = made;
    const { fiscalYears } = JSON.parse(readFeedText(feed, "edca/fiscalYears"));
    const years = feedFiles(feed).flatMap((file) =>
      file.startsWith("edca/contractingprocess/") ? [{ year: Number(path.basename(file)) }] : [],
    );
    expect(fiscalYears).toEqual(years);
    const compiled = readFeedLines(feed, "full.jsonl.gz");
    const ocids = years.flatMap(({ year }) => {
      const answer = JSON.parse(readFeedText(feed, `edca/contractingprocess/${year}`));
      return answer.arrayReleasePackage.flatMap((each: { releases: { ocid: string }[] }) =>
        each.releases.map(({ ocid }) => ocid),
      );
    });
    expect(new Set(ocids).size).toBe(compiled.length);
  });
});

describe("publishing", () => {
  it("refuses where there is nothing to publish, and leaves the last feed as it is", async () => {
    const { folder, feed } = await makeFeed();
    const before = fingerprintFeed(feed);
    const empty = makeFolder();
    await expect(tryPublish(empty, feed)).rejects.toThrow(/there is no store yet/);
    const portal = await openPortal({ procedures: 3, faults: ["error-500"] });
    await tryScrape(portal.url, empty).catch(() => undefined);
    await expect(tryPublish(empty, feed)).rejects.toThrow(/nothing to publish/);
    writeFileSync(path.join(folder, "compras.sqlite"), "no database ".repeat(1000));
    await expect(tryPublish(folder)).rejects.toThrow(/damaged or is no SQLite file/);
    expect(fingerprintFeed(feed)).toEqual(before);
  });

  it("replaces no folder that is not a feed", async () => {
    const { folder } = await makeFeed();
    const mine = path.join(folder, "mine");
    mkdirSync(mine);
    writeFileSync(path.join(mine, "thesis.txt"), "years of work");
    await expect(tryPublish(folder, mine)).rejects.toThrow(/exists and is no feed/);
    expect(readFileSync(path.join(mine, "thesis.txt"), "utf8")).toBe("years of work");
  });

  it("puts the last feed back where a publish was killed between its two renames", async () => {
    const { folder, feed } = await makeFeed();
    const before = fingerprintFeed(feed);
    renameSync(feed, `${feed}.previous`);
    mkdirSync(`${feed}.new-999999999`);
    await tryPublish(folder);
    expect(fingerprintFeed(feed)).toEqual(before);
    expect(existsSync(`${feed}.previous`)).toBe(false);
    expect(existsSync(`${feed}.new-999999999`)).toBe(false);
  });

  it.skipIf(process.getuid?.() === 0)(
    "says what to do about a folder that cannot be written (skipped for root, who may write anywhere)",
    async () => {
      const { folder } = await makeFeed();
      const locked = path.join(folder, "locked");
      mkdirSync(locked);
      chmodSync(locked, 0o500);
      await expect(tryPublish(folder, path.join(locked, "feed"))).rejects.toThrow(
        /Make .* writable/,
      );
    },
  );

  it("says what to do where the feed's folder cannot be made", async () => {
    const { folder } = await makeFeed();
    writeFileSync(path.join(folder, "file"), "");
    await expect(tryPublish(folder, path.join(folder, "file", "feed"))).rejects.toThrow(
      /cannot be written there .* name another folder with --out/,
    );
  });
});

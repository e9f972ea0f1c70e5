import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import * as z from "zod";
import { writeReport } from "../../../fixtures/pnt/write-report.ts";
import { linkFile } from "../../../scraper/publish/feed-file-writer.ts";
import { publish } from "../../../scraper/publish/publish.ts";
import { importList } from "../../../scraper/sources/list69b/import-list.ts";
import { importRegistry } from "../../../scraper/sources/padron/import-registry.ts";
import { hashContent } from "../../../scraper/store/content-hash.ts";
import { saveText } from "../../../scraper/store/document-texts.ts";
import { saveIdentity } from "../../../scraper/store/identity.ts";
import { readRows } from "../../../scraper/store/rows.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import { wholeRecord } from "../mapping/make-record.ts";
import { oneTender } from "../pnt/one-tender.ts";
import { importBytes } from "../pnt/reported-store.ts";
import { fingerprintFeed } from "../scraper/read-feed.ts";
import { makeFolder, tryPublish, tryScrape } from "../scraper/try-scrape.ts";
import { makeList69b } from "../sources/list-69b-file.ts";
import { type Place, readOnce } from "./read-once.ts";
import { makeHistory } from "./try-format.ts";

const scrapeOn = (day: number, { portal, folder }: Omit<Place, "feed">) =>
  tryScrape(portal.url, folder, { now: () => new Date(Date.UTC(2026, 10, day, 18)) });

/** What a publish into an empty place gives. */
async function publishWhole({ folder }: Place): Promise<Record<string, string>> {
  const out = path.join(folder, "whole");
  await tryPublish(folder, out);
  return fingerprintFeed(out);
}

/** A portal of a few procedures, read and published once. */
let openPlace: () => Place;
beforeAll(async () => {
  openPlace = await readOnce({ procedures: 8, suppliers: 4 }, async (portal, folder) => {
    await scrapeOn(20, { portal, folder });
    await tryPublish(folder);
  });
});

/** A file that is carried on stays the same file of the disk. */
const inodeOf = (feed: string, file = "full.jsonl.gz") => statSync(path.join(feed, file)).ino;

describe("a publish of what has not changed", () => {
  it("carries the files of the last feed on, and gives the bytes of a whole publish after a new reading", async () => {
    const place = openPlace();
    const { folder, feed } = place;
    const before = { inode: inodeOf(feed), files: fingerprintFeed(feed) };
    await scrapeOn(21, place);
    await tryPublish(folder);
    expect(inodeOf(feed)).toBe(before.inode);
    const after = fingerprintFeed(feed);
    expect(after).toEqual(await publishWhole(place));
    // What says when the portal was read is new; the data is not.
    const changed = Object.keys(after).filter((file) => after[file] !== before.files[file]);
    expect(changed).toContain("index.json");
    expect(changed).toContain("extension/index.json");
    expect(changed).not.toContain("full.jsonl.gz");
  });

  it.each<[string, (place: Place) => void]>([
    [
      "a procedure",
      ({ portal }) => {
        for (const each of portal.corpus.procedures) each.descripcion = "OTRA COSA";
      },
    ],
    [
      "the wording of a status, which makes no release",
      ({ portal }) => {
        for (const each of portal.corpus.procedures) {
          each.estatus = each.estatus === "vigente" ? "enProceso" : "vigente";
        }
      },
    ],
    [
      "the registry of suppliers",
      ({ portal }) => {
        for (const each of portal.corpus.suppliers) each.municipio = "Lerdo";
      },
    ],
    ["what is on the portal", ({ portal }) => void portal.corpus.procedures.shift()],
  ])("is a whole one where something has changed: %s", async (_what, change) => {
    const place = openPlace();
    const { folder, feed } = place;
    const before = inodeOf(feed);
    change(place);
    await scrapeOn(21, place);
    await tryPublish(folder);
    expect(inodeOf(feed)).not.toBe(before);
    expect(fingerprintFeed(feed)).toEqual(await publishWhole(place));
  });

  it("is a whole one where the last feed was changed by hand, is not whole, or was meant for another address", async () => {
    const { folder, feed } = openPlace();
    const good = fingerprintFeed(feed);
    const damages: (() => void)[] = [
      () => writeFileSync(path.join(feed, "licitaciones.csv"), "OCID\r\n"),
      () => rmSync(path.join(feed, "full.jsonl.gz")),
      () => rmSync(path.join(feed, "SHA256SUMS")),
      () => writeFileSync(path.join(feed, "extra.txt"), "mine"),
      () => {
        const index = path.join(feed, "index.json");
        writeFileSync(index, readFileSync(index, "utf8").replaceAll(/"bytes": \d+/g, '"bytes": 1'));
      },
      () => writeFileSync(path.join(feed, "cobertura.json"), "{}"),
    ];
    for (const damage of damages) {
      const before = inodeOf(feed, "releases/2026.jsonl");
      damage();
      await tryPublish(folder);
      expect(fingerprintFeed(feed)).toEqual(good);
      expect(inodeOf(feed, "releases/2026.jsonl")).not.toBe(before);
    }
    await publish({
      store: path.join(folder, "compras.sqlite"),
      out: feed,
      baseUrl: "https://datos.example.org/",
      profile: durango,
    });
    expect(readFileSync(path.join(feed, "packages/releases-2026.json"), "utf8")).toContain(
      "https://datos.example.org/packages/releases-2026.json",
    );
  });

  it("finds out a store that was changed by hand, though the last feed could be carried on", async () => {
    const { folder, feed } = openPlace();
    const before = fingerprintFeed(feed);
    const { default: Database } = await import("libsql");
    const db = new Database(path.join(folder, "compras.sqlite"));
    db.exec("UPDATE procedures SET record = replace(record, 'A', 'B')");
    db.close();
    await expect(tryPublish(folder)).rejects.toThrow(
      /record of procedure \d+ is not what was written/,
    );
    expect(fingerprintFeed(feed)).toEqual(before);
  });
});

it("takes every change of every column that a feed is made of for a change", async () => {
  const history = makeHistory();
  const { store } = history;
  const file = { retrievedAt: new Date("2026-03-02T18:00:00Z"), sha256: "a".repeat(64), bytes: 9 };
  saveIdentity(store, { portal: "p", portalUrl: "http://p.invalid", ocidPrefix: "ocds-prueba" });
  history.read(2, wholeRecord, new Map([["37516", file]]));
  saveText(store, file.sha256, { state: "noText" });
  history.withdraw(3, wholeRecord.id);
  history.setSuppliers([{ id: "a", name: "A", activities: [] }]);
  const moment = { at: new Date("2026-03-05T18:00:00Z"), timeZone: "America/Monterrey" };
  const registry = { name: "padron.csv", bytes: Buffer.from("Folio,Nombre\n1,B\n") };
  await importRegistry(store, registry, durango, moment);
  await importList(
    store,
    { name: "lista.csv", bytes: makeList69b([["ZZA010203AB3", "A", "Presunto"]]) },
    moment,
  );
  await importBytes(store, await writeReport(oneTender));
  const tables = readRows(
    z.object({ name: z.string() }),
    store.db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all(),
  ).map(({ name }) => name);
  // What speaks of the readings is in files that every publish writes anew or in none; what was set aside is not published, and of reports their
  // releases are.
  const others = [
    ...["runs", "run_reads", "requests_by_day", "page_states", "validators"],
    ...["writer", "set_aside", "pnt_rows"],
  ];
  const before = hashContent(store);
  store.db.pragma("foreign_keys = OFF");
  for (const table of tables.filter((name) => !others.includes(name))) {
    const columns = readRows(
      z.object({ name: z.string(), type: z.string() }),
      store.db.prepare(`PRAGMA table_info(${table})`).all(),
    ).filter(({ name }) => !["identity id", "imports report"].includes(`${table} ${name}`));
    for (const { name, type } of columns) {
      const other = { TEXT: "'withdrawn2'", INTEGER: "77", BLOB: "x'00'" }[type];
      store.db.exec("BEGIN");
      store.db.pragma("ignore_check_constraints = ON");
      store.db.exec(
        `UPDATE ${table} SET ${name} = ${other} WHERE rowid = (SELECT max(rowid) FROM ${table})`,
      );
      expect([table, name, hashContent(store) === before]).toEqual([table, name, false]);
      store.db.exec("ROLLBACK");
    }
  }
  expect(hashContent(store)).toBe(before);
});

it.skipIf(!existsSync("/dev/shm") || statSync("/dev/shm").dev === statSync("/tmp").dev)(
  "copies a file where it cannot be linked (skipped where /dev/shm is no other disk than /tmp)",
  async () => {
    const elsewhere = mkdtempSync("/dev/shm/compras-test-");
    onTestFinished(() => rmSync(elsewhere, { recursive: true }));
    const [from, to] = [path.join(elsewhere, "a"), path.join(makeFolder(), "below/a")];
    writeFileSync(from, "hola");
    await linkFile(from, to);
    expect(readFileSync(to, "utf8")).toBe("hola");
    expect(statSync(to).dev).not.toBe(statSync(from).dev);
  },
);

import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  type Database,
  NewerDatabaseError,
  openDatabase,
} from "../../../extension/corpus/database.ts";
import { PackedRows } from "../../../extension/corpus/packed-rows.ts";
import { isStorageFull } from "../../../extension/corpus/storage-full.ts";
import { keepNews, tablesOfNews } from "../../../extension/personal/keep-news.ts";
import { editSearches, listSearches } from "../../../extension/personal/saved-searches.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { putInPlace, readStoredVersion, type StoredDatabase } from "./stored-version.ts";

let database: Database | undefined;
const open = (): Database => {
  database = openDatabase();
  return database;
};
afterEach(async () => {
  vi.restoreAllMocks();
  database?.close();
  await Dexie.delete("compras-abiertas");
});

/** Expects the database to hold all that another version of the extension left. */
async function expectAll(now: Database, { stores }: StoredDatabase): Promise<void> {
  for (const [name, { rows }] of Object.entries(stores)) {
    if (name === "tenderChunks") {
      const held = rows.flatMap((chunk) => chunk.rows as TenderRow[]);
      expect([...new PackedRows(await now.tenderChunks.toArray())]).toEqual(held);
    } else expect([name, await now.table(name).toArray()]).toEqual([name, rows]);
  }
}

describe("the database of an earlier version", () => {
  it.each([1, 2])("(%i) is opened with all that it held", async (version) => {
    const stored = readStoredVersion(version);
    await putInPlace(stored);
    await expectAll(open(), stored);
  });

  it("has the rows that the next feed is compared with", async () => {
    await putInPlace(readStoredVersion(1));
    const now = open();
    const before = [...new PackedRows(await now.tenderChunks.toArray())];
    const after = before.map((row) =>
      row.id === "1234" ? { ...row, opensAt: "2026-03-20T11:30:00-06:00" } : row,
    );
    await now.transaction("rw", tablesOfNews(now), async () =>
      keepNews(now, before, after, "2026-03-11T06:00:00-06:00"),
    );
    expect(await now.news.toArray()).toEqual([
      { id: "1234", stamp: Date.parse("2026-03-11T06:00:00-06:00"), before: before[0] },
    ]);
    await editSearches(now, { do: "add", name: "Tóner", filter: "texto=toner" });
    expect((await listSearches(now)).map(({ name }) => name)).toEqual(["Tóner"]);
  });
});

/** What Chromium does where the space ends at the end of a transaction: all that was asked succeeds, and all of it is undone. */
function fillDisk(): void {
  const { add } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (
    this: IDBObjectStore,
    ...row
  ) {
    const request = add.apply(this, row);
    // Of fake-indexeddb alone.
    const transaction = this.transaction as IDBTransaction & { _abort(error: string): void };
    request.addEventListener("success", () => transaction._abort("QuotaExceededError"));
    return request;
  });
}

describe("a database that there is no space to upgrade", () => {
  it("says so, keeps all that it held, and is upgraded once there is space", async () => {
    const stored = readStoredVersion(2);
    await putInPlace(stored);
    fillDisk();
    const now = open();
    const failure: unknown = await now.follows.toArray().catch((error: unknown) => error);
    expect([String(failure), isStorageFull(failure)]).toEqual([
      expect.stringContaining("QuotaExceededError"),
      true,
    ]);
    const raw = await new Dexie(stored.name).open();
    expect(raw.verno).toBe(2);
    for (const [name, { rows }] of Object.entries(stored.stores)) {
      expect([name, await raw.table(name).toArray()]).toEqual([name, rows]);
    }
    raw.close();

    vi.restoreAllMocks();
    await now.open();
    await expectAll(now, stored);
  });
});

describe("a database of a later version", () => {
  it("is refused, and left as it is", async () => {
    const own = open();
    await editSearches(own, { do: "add", name: "Tóner", filter: "texto=toner" });
    const stored = [{ ...(await own.savedSearches.toArray())[0] }];
    const name = own.name;
    own.close();
    await Dexie.delete(name);
    const store = { keyPath: "id", indexes: [] };
    const stores = {
      savedSearches: { ...store, rows: stored },
      later: { ...store, rows: [{ id: "1" }] },
    };
    await putInPlace({ name, version: 990, stores });

    const refusing = open();
    await expect(refusing.savedSearches.toArray()).rejects.toThrow(NewerDatabaseError.name);
    await expect(
      editSearches(refusing, { do: "add", name: "Papel", filter: "texto=papel" }),
    ).rejects.toThrow();
    refusing.close();

    const raw = await new Dexie(name).open();
    expect(raw.verno).toBe(99);
    expect(await raw.table("savedSearches").toArray()).toEqual(stored);
    expect(await raw.table("later").toArray()).toEqual([{ id: "1" }]);
    raw.close();
  });
});

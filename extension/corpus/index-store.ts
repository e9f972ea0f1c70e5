import { Dexie, type EntityTable } from "dexie";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import type { RowList } from "../../shared/search/row-list.ts";
import { makeTables, type SearchTables, tablesVersion } from "../../shared/search/search-tables.ts";
import type { FeedState } from "./database.ts";

interface KeptTables {
  id: "tables";
  /** What the tables were made from: equal keys, equal rows. */
  key: string;
  tables: SearchTables;
}

/**
 * A database of its own for the tables of the index, so that a worker that wakes need not make them anew. All in it can be made
 * again from the rows: it is never upgraded, and whatever is wrong with it costs a second and no data.
 */
function openStore() {
  // The cast adds the table that the next line declares.
  const store = new Dexie("compras-abiertas-indice") as Dexie & {
    kept: EntityTable<KeptTables, "id">;
  };
  store.version(1).stores({ kept: "id" });
  return store;
}

/** With so many rows from pages that the user opened, the key would be longer than the work it saves. */
const mostAdded = 200;

/** Begins to read the tables that were kept, which takes as long as reading the rows. */
export async function readKeptTables(): Promise<KeptTables | undefined> {
  return withStore((store) => store.kept.get("tables"));
}

/**
 * The tables of some rows: those that were kept where they are of these very rows, else made and kept.
 *
 * @param added those among the rows that are not of the feed.
 */
export async function findTables(
  kept: KeptTables | undefined,
  rows: RowList,
  feed: FeedState | undefined,
  added: readonly TenderRow[],
): Promise<SearchTables> {
  const sha256 = feed?.manifest?.sha256;
  if (sha256 === undefined || added.length > mostAdded) return makeTables(rows);
  const key = JSON.stringify([tablesVersion, sha256, rows.length, added]);
  if (kept?.key === key) return kept.tables;
  const tables = makeTables(rows);
  await withStore((store) => store.kept.put({ id: "tables", key, tables }));
  return tables;
}

/** Where there is no room, or a later release has written the store, there is no answer: searching does not depend on it. */
async function withStore<Answer>(
  ask: (store: ReturnType<typeof openStore>) => PromiseLike<Answer>,
): Promise<Answer | undefined> {
  const store = openStore();
  try {
    return await ask(store);
  } catch (error) {
    if (!(error instanceof Dexie.DexieError)) throw error;
    console.warn("Compras Abiertas: the index is not kept:", error);
    return undefined;
  } finally {
    store.close();
  }
}

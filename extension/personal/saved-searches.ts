import { makeLasting, type SavedSearch } from "../../shared/monitor/personal.ts";
import { nameLimit } from "../../shared/monitor/personal-limits.ts";
import { nameKey, uniqueName } from "../../shared/monitor/unique-name.ts";
import { collapseSpaces } from "../../shared/values/text.ts";
import type { Database, StoredSearch } from "../corpus/database.ts";

/** What can be done to the saved searches. */
export type SearchEdit =
  | { do: "add"; name: string; filter: string }
  | { do: "change"; id: string; name?: string; filter?: string }
  | { do: "duplicate"; id: string }
  | { do: "remove"; id: string };

/** Why an edit was refused; nothing was changed. */
export type SearchRefusal = "noName" | "nameTaken" | "gone";

/** The saved searches by name. */
export async function listSearches({ savedSearches }: Database): Promise<SavedSearch[]> {
  const stored = await savedSearches.orderBy("nameKey").toArray();
  return stored.map(({ nameKey: _, ...search }) => search);
}

/** Changes the saved searches. Names stay unique, whatever their capitals, accents and spaces. */
export async function editSearches(
  database: Database,
  edit: SearchEdit,
): Promise<SearchRefusal | undefined> {
  const { savedSearches } = database;
  return database.transaction("rw", savedSearches, async () => {
    const all = await listSearches(database);
    const changedAt = Date.now();
    if (edit.do === "add") {
      const { name, filter } = edit;
      const refusal = refuseName(name, all);
      if (refusal === undefined) {
        await savedSearches.add(toStored({ id: crypto.randomUUID(), name, filter, changedAt }));
      }
      return refusal;
    }
    const search = all.find(({ id }) => id === edit.id);
    if (search === undefined) return "gone";
    if (edit.do === "remove") {
      await savedSearches.delete(search.id);
    } else if (edit.do === "duplicate") {
      const taken = all.map(({ name }) => name);
      const name = uniqueName(search.name, taken);
      await savedSearches.add(toStored({ ...search, id: crypto.randomUUID(), name, changedAt }));
    } else {
      const { name = search.name, filter = search.filter } = edit;
      const others = all.filter(({ id }) => id !== search.id);
      const refusal = refuseName(name, others);
      if (refusal !== undefined) return refusal;
      await savedSearches.put(toStored({ id: search.id, name, filter, changedAt }));
    }
    return undefined;
  });
}

/** As it is stored: with what its name is compared by. */
export function toStored(search: SavedSearch): StoredSearch {
  const name = collapseSpaces(search.name).slice(0, nameLimit);
  return { ...makeLasting(search), name, nameKey: nameKey(name) };
}

function refuseName(name: string, others: readonly SavedSearch[]): SearchRefusal | undefined {
  const key = nameKey(name);
  if (key === "") return "noName";
  return others.some((other) => nameKey(other.name) === key) ? "nameTaken" : undefined;
}

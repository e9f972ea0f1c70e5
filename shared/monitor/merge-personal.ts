import { hashBytes } from "../values/hash.ts";
import { joinLines } from "../values/lines.ts";
import { dropUndefined } from "../values/present.ts";
import type { BackupSettings, Personal } from "./backup.ts";
import { mergeFollow } from "./merge-follow.ts";
import { makeLasting, type SavedSearch } from "./personal.ts";
import { nameKey, uniqueName } from "./unique-name.ts";

/** How many are new here, how many get something added, how many stay as they are. */
interface MergeCount {
  added: number;
  changed: number;
  kept: number;
}

/** What a merge would do, by what people know. */
export type MergePreview = Record<
  "searches" | "favourites" | "statuses" | "notes" | "seen" | "settings",
  MergeCount
>;

/**
 * Takes what a backup holds into what is here. Nothing of either side is lost: a search that was edited on both sides is kept
 * twice, one that is the same on both once, two notes become one, and of two statuses the later stands while the other is noted. The same backup taken
 * in again changes nothing.
 */
export function mergePersonal(
  here: Personal,
  backup: Personal,
): { merged: Personal; preview: MergePreview } {
  const searches = mergeSearches(here.searches, backup.searches);
  const follows = mergeById(here.follows, backup.follows, mergeFollow);
  const seen = mergeById(here.seen, backup.seen, (a, b) => ({ ...a, at: Math.max(a.at, b.at) }));
  const settings = mergeSettings(here.settings, backup.settings);
  const merged: Personal = {
    searches,
    follows,
    seen,
    settings,
    cursor: Math.max(here.cursor, backup.cursor),
  };
  const offered = new Set(backup.follows.map(({ id }) => id));
  const facts = <Fact>(read: (follow: Personal["follows"][number]) => Fact) =>
    countChanges(
      factsOf(here.follows, read),
      new Map([...factsOf(follows, read)].filter(([id]) => offered.has(id))),
    );
  return {
    merged,
    preview: {
      searches: {
        added: searches.length - here.searches.length,
        changed: 0,
        kept: backup.searches.length - (searches.length - here.searches.length),
      },
      favourites: facts(({ isFavourite }) => isFavourite || undefined),
      statuses: facts(({ status }) => status),
      notes: facts(({ note }) => note || undefined),
      seen: {
        added: seen.length - here.seen.length,
        changed: 0,
        kept: backup.seen.length - (seen.length - here.seen.length),
      },
      settings: countChanges(
        new Map(Object.entries(here.settings)),
        new Map(Object.entries(settings).filter(([key]) => key in backup.settings)),
      ),
    },
  };
}

function mergeSearches(
  here: readonly SavedSearch[],
  offered: readonly SavedSearch[],
): SavedSearch[] {
  const merged = here.map(makeLasting);
  for (const search of offered.map(makeLasting)) {
    if (merged.some((one) => isSame(one, search))) continue;
    const twin = merged.find(({ id }) => id === search.id);
    if (twin?.filter === search.filter) continue;
    // The copy's id tells what it holds, so that it is known when the same backup is taken in again.
    const id =
      twin === undefined ? search.id : `${search.id}~${hashBytes(search.filter).slice(0, 12)}`;
    if (merged.some((one) => one.id === id && one !== twin)) continue;
    const name = uniqueName(
      search.name,
      merged.map((one) => one.name),
    );
    merged.push({ ...search, id, name });
  }
  return merged;
}

/** Whether both find the same under the same name: it was saved on two machines then. */
function isSame(one: SavedSearch, other: SavedSearch): boolean {
  return one.filter === other.filter && nameKey(one.name) === nameKey(other.name);
}

/** What was chosen here stays; lines of synonyms that are not here yet are added to those that are. */
function mergeSettings(here: BackupSettings, offered: BackupSettings): BackupSettings {
  return dropUndefined<BackupSettings>({
    ...offered,
    ...here,
    synonyms: joinLines(here.synonyms ?? "", offered.synonyms ?? "") || undefined,
  });
}

function mergeById<Item extends { id: string }>(
  here: readonly Item[],
  offered: readonly Item[],
  merge: (here: Item, offered: Item) => Item,
): Item[] {
  const merged = new Map(here.map((item) => [item.id, item]));
  for (const item of offered) {
    const twin = merged.get(item.id);
    merged.set(item.id, twin === undefined ? item : merge(twin, item));
  }
  return [...merged.values()];
}

function factsOf<Item extends { id: string }, Fact>(
  items: readonly Item[],
  read: (item: Item) => Fact | undefined,
): Map<string, Fact> {
  return new Map(
    items.flatMap((item) => {
      const fact = read(item);
      return fact === undefined ? [] : [[item.id, fact] as const];
    }),
  );
}

function countChanges(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): MergeCount {
  const count: MergeCount = { added: 0, changed: 0, kept: 0 };
  for (const [key, value] of after) {
    if (!before.has(key)) count.added += 1;
    else if (before.get(key) === value) count.kept += 1;
    else count.changed += 1;
  }
  return count;
}

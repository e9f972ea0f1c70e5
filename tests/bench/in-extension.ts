import { Dexie, liveQuery, type Table } from "dexie";
import { answerSearch } from "../../extension/corpus/answer-search.ts";
import { type Corpus, loadCorpus } from "../../extension/corpus/corpus.ts";
import { openDatabase } from "../../extension/corpus/database.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { emptyFilter } from "../../shared/search/filter.ts";
import { foldText } from "../../shared/search/fold.ts";
import { search, takeBest } from "../../shared/search/search.ts";
import { standardSynonyms } from "../../shared/search/standard-synonyms.ts";

/** What benchmarks call within a page of the extension, where its databases are. */
const inside = {
  /** Tells the worker where the feed is and waits until its rows, and the tables made from them, are in the databases. */
  async turnToFeed(url: string, tenders: number): Promise<void> {
    await chrome.storage.local.set({ feedUrl: url });
    const database = openDatabase();
    await new Promise<void>((resolve, reject) => {
      liveQuery(() => database.state.get("feed")).subscribe((feed) => {
        if (feed?.manifest?.tenders === tenders) resolve();
      }, reject);
    });
    database.close();
    await loadCorpus(openDatabase());
  },

  /** Each row a record of its own in another database: what `toArray` reads. */
  async writeSingles(): Promise<void> {
    const { index } = await loadCorpus(openDatabase());
    const singles = openSingles();
    await singles.rows.bulkPut([...index.rows]);
    singles.close();
  },

  /** Milliseconds from nothing to the first answer, and those of Dexie's `toArray` over the same rows. */
  async open(): Promise<{ cold: number; toArray: number; rows: number }> {
    const database = openDatabase();
    const start = performance.now();
    const corpus = await loadCorpus(database);
    answer(corpus, "");
    const cold = performance.now() - start;
    database.close();
    const singles = openSingles();
    await singles.open();
    const before = performance.now();
    const rows = await singles.rows.toArray();
    const toArray = performance.now() - before;
    singles.close();
    return { cold, toArray, rows: rows.length };
  },

  /** Loads the corpus and keeps it, for its memory to be weighed. */
  async hold(): Promise<number> {
    held = await loadCorpus(openDatabase());
    answer(held, "material de limpieza");
    return held.index.rows.length;
  },

  /**
   * Milliseconds for all texts, a round each in turn: finding rows in the index, with the count of every choice, and an `includes`
   * over every row's folded text, without.
   */
  async compare(texts: string[], rounds: number): Promise<{ index: number[]; scan: number[] }> {
    const { index } = await loadCorpus(openDatabase());
    const folded = [...index.rows].map(({ title = "", number = "" }) =>
      foldText(`${title} ${number}`),
    );
    const times = { index: [] as number[], scan: [] as number[] };
    for (let round = -1; round < rounds; round += 1) {
      const start = performance.now();
      for (const text of texts) {
        takeBest(index, search(index, { ...emptyFilter, text }, Date.now()), 25);
      }
      const between = performance.now();
      for (const text of texts) {
        const words = foldText(text).split(" ");
        folded.filter((row) => words.every((word) => row.includes(word)));
      }
      if (round < 0) continue;
      times.index.push(between - start);
      times.scan.push(performance.now() - between);
    }
    return times;
  },
};

let held: Corpus | undefined;

function answer(corpus: Corpus, text: string): void {
  answerSearch(
    corpus,
    { filter: { ...emptyFilter, text }, pageIds: [], limit: 25 },
    standardSynonyms,
  );
}

function openSingles() {
  // The cast adds the table that the next line declares.
  const singles = new Dexie("bench-singles") as Dexie & { rows: Table<TenderRow> };
  singles.version(1).stores({ rows: "id" });
  return singles;
}

declare global {
  var inExtension: typeof inside;
}
globalThis.inExtension = inside;

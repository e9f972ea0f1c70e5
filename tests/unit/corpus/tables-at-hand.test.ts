import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { answerSearch } from "../../../extension/corpus/answer-search.ts";
import type { Corpus } from "../../../extension/corpus/corpus.ts";
import { tablePieces } from "../../../extension/corpus/table-pieces.ts";
import { gatherTables, type TablesAtHand } from "../../../extension/overlay/tables-at-hand.ts";
import type { TablePiece } from "../../../extension/tables-messages.ts";
import { makeCorpus } from "../../../fixtures/practice-portal/corpus.ts";
import type { TenderRow } from "../../../shared/feed/tender-row.ts";
import { emptyFilter, type TenderFilter } from "../../../shared/search/filter.ts";
import { buildSearchIndex } from "../../../shared/search/search-index.ts";
import { standardList } from "../../../shared/search/synonym-list.ts";
import { makeSynonymTable } from "../../../shared/search/synonyms.ts";
import { readUserSynonyms } from "../../../shared/search/user-synonyms.ts";
import { goldenQueries } from "../search/golden-queries.ts";
import { rowOfTruth } from "../search/row-of-truth.ts";
import { handOver } from "./hand-over.ts";

const today = "2026-11-22";
const made = makeCorpus({ seed: 7, procedures: 3_000, suppliers: 0, today });
const synonyms = makeSynonymTable(standardList, readUserSynonyms("papelería, juguetes"));

function corpusOf(rows: TenderRow[]): Corpus {
  const index = buildSearchIndex(rows);
  return {
    index,
    ids: rows.map(({ id }) => id),
    rowOfId: new Map(rows.map(({ id }, number) => [id, number])),
    buyerNames: new Map(index.tables.buyers.map(({ id, name }) => [id, name])),
    suppliers: [],
    seenTenders: 0,
    isOfFeed: () => true,
    state: undefined,
  };
}

/** The tables as they come from the worker. */
async function handTables(corpus: Corpus): Promise<TablesAtHand> {
  const gather = gatherTables();
  let tables: TablesAtHand | undefined;
  const take = (piece: TablePiece): boolean => {
    tables = gather(piece);
    return tables !== undefined;
  };
  await handOver(() => tablePieces(corpus, synonyms), {}, take);
  if (tables === undefined) throw new Error("No tables came.");
  return tables;
}

beforeAll(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(`${today}T18:00:00Z`) });
});
afterAll(() => void vi.useRealTimers());

describe("the tables at hand", async () => {
  const corpus = corpusOf(made.procedures.map(rowOfTruth));
  const tables = await handTables(corpus);
  const pageIds = [...corpus.ids.slice(100, 200), "no-such-id"];
  const [buyer = "", other = ""] = corpus.index.tables.buyers.slice(1).map(({ id }) => id);
  const filters: Partial<TenderFilter>[] = [
    {},
    ...goldenQueries.map(({ text }) => ({ text })),
    ...["juguetes", "p", 'servicio "de limpieza" -jardin', "dependencia:salud numero:LP", '"'].map(
      (text) => ({ text }),
    ),
    { buyers: [buyer, other] },
    { text: "material", methods: ["open"], states: ["open", "closed"] },
    { publishedFrom: "2026-09-01", publishedTo: "2026-10-31", opensFrom: "2026-09-15" },
  ];

  it("tell in a page what the worker tells", () => {
    const told = filters.map((changes) => {
      const filter = { ...emptyFilter, ...changes };
      const { elsewhere, reasons, partidas, partidaReasons, ...sight } = answerSearch(
        corpus,
        { filter, pageIds, limit: 1 },
        synonyms,
      );
      expect(tables.see(filter, pageIds), JSON.stringify(changes)).toEqual(sight);
      return sight;
    });
    // The filters find something, and not all the same.
    expect(new Set(told.map(({ count }) => count)).size).toBeGreaterThan(30);
    expect(told.some(({ matchesOnPage }) => matchesOnPage.length > 0)).toBe(true);
    expect(told.some(({ notes }) => notes.length > 0)).toBe(true);
  });

  it("follow a page that puts other rows in place", () => {
    const filter = { ...emptyFilter, text: "material" };
    const elsewhere = corpus.ids.slice(300, 900);
    const { matchesOnPage = [] } = tables.see(filter, elsewhere) ?? {};
    expect(matchesOnPage.length).toBeGreaterThan(0);
    expect(elsewhere).toEqual(expect.arrayContaining(matchesOnPage));
  });

  it.each<Partial<TenderFilter>>([
    { partidas: ["211"] },
    { text: "limpieza partida:papelería" },
    { hideSeen: true },
    { onlyNews: true },
  ])("leave to the worker what only that knows: %j", (changes) => {
    expect(tables.see({ ...emptyFilter, ...changes }, pageIds)).toBeUndefined();
  });

  it("come in pieces that hold nobody up, and without a procedure too", async () => {
    const gather = gatherTables();
    const pieces = await handOver(
      () => tablePieces(corpus, synonyms),
      {},
      (piece) => gather(piece) !== undefined,
    );
    for (const piece of pieces) expect(JSON.stringify(piece).length).toBeLessThan(1_000_000);
    const columns = Object.values(corpus.index.tables).filter(ArrayBuffer.isView);
    const bytes = columns.reduce((sum, { byteLength }) => sum + byteLength, 0);
    const texts = pieces.map((piece) => ("base64" in piece ? piece.base64 : ""));
    expect(texts.join("").length * 0.75).toBeLessThan(bytes / 2);
    const none = await handTables(corpusOf([]));
    expect(none.see(emptyFilter, pageIds)).toMatchObject({ total: 0, count: 0, matchesOnPage: [] });
  });
});

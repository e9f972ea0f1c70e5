import { emptyFilter, type TenderFilter } from "../../shared/search/filter.ts";
import { type FindIndex, openFindIndex } from "../../shared/search/find-index.ts";
import { findRows } from "../../shared/search/find-rows.ts";
import { parseQuery } from "../../shared/search/query.ts";
import type { SearchTables } from "../../shared/search/search-tables.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import { type AnyColumn, columnKinds, decodePiece } from "../column-coding.ts";
import { fromBase64, pullPieces } from "../pull-pieces.ts";
import { type Sight, seeFound } from "../sight.ts";
import { type TablePiece, type TablesHead, tablesPort } from "../tables-messages.ts";
import { warmTexts } from "../warm-texts.ts";

/** The tables of the search in this page, with which a keystroke is answered at once. */
export class TablesAtHand {
  readonly #index: FindIndex;
  readonly #ids: readonly string[];
  readonly #buyerNames: ReadonlyMap<string, string>;
  readonly #synonyms: SynonymTable;
  #numbers: { of: readonly string[]; rowOfId: ReadonlyMap<string, number> } | undefined;

  constructor({ ids, buyerNames, synonyms }: TablesHead, tables: SearchTables) {
    this.#index = openFindIndex(ids.length, tables);
    this.#ids = ids;
    this.#buyerNames = new Map(buyerNames);
    this.#synonyms = { ...synonyms, others: new Map(synonyms.others) };
  }

  /**
   * What a filter finds, in sight.
   *
   * @returns undefined where the tables do not tell: codes of the COG go by a list, and what was seen by what is kept, that the worker has.
   */
  see(filter: TenderFilter, pageIds: readonly string[]): Sight | undefined {
    if (filter.onlyNews === true || filter.hideSeen === true || filter.partidas.length > 0) {
      return undefined;
    }
    if (parseQuery(filter.text).terms.some(({ field }) => field === "partida")) return undefined;
    const lexicon = { synonyms: this.#synonyms, partidasNamed: () => [] };
    const found = findRows(this.#index, filter, Date.now(), lexicon);
    const names = { total: this.#index.size, buyerNames: this.#buyerNames };
    return seeFound({ ...names, rowOfId: this.#numberIds(pageIds) }, found, pageIds);
  }

  /** The row numbers of a page's own ids, looked up once. */
  #numberIds(pageIds: readonly string[]): ReadonlyMap<string, number> {
    if (this.#numbers?.of === pageIds) return this.#numbers.rowOfId;
    const wanted = new Set(pageIds);
    const rowOfId = new Map<string, number>();
    for (const [row, id] of this.#ids.entries()) if (wanted.has(id)) rowOfId.set(id, row);
    this.#numbers = { of: pageIds, rowOfId };
    return rowOfId;
  }
}

/** Fetches the tables from the worker, and makes them ready. Rejects as `pullPieces` does. */
export async function fetchTables(): Promise<TablesAtHand> {
  const tables = await pullPieces(tablesPort, {}, gatherTables(), whenIdle);
  for (const text of warmTexts) {
    await new Promise<void>(whenIdle);
    tables.see({ ...emptyFilter, text }, []);
  }
  return tables;
}

/** Whoever types meanwhile is not to wait for it. */
function whenIdle(go: () => void): void {
  requestIdleCallback(go, { timeout: 200 });
}

/** Puts the tables together from their pieces, in turn; the last one makes them whole. */
export function gatherTables(): (piece: TablePiece) => TablesAtHand | undefined {
  let head: TablesHead | undefined;
  const columns: { name: string; column: AnyColumn }[] = [];
  let place = 0;
  let filled = 0;
  return (piece) => {
    if ("base64" in piece) {
      const column = columns[place]?.column;
      if (column) filled = decodePiece(fromBase64(piece.base64), column, filled);
    } else {
      head = piece;
      for (const { name, kind, length } of head.columns) {
        columns.push({ name, column: new columnKinds[kind](length) });
      }
    }
    // Of a column without numbers there is no piece.
    while (filled === columns[place]?.column.length) {
      place += 1;
      filled = 0;
    }
    if (head === undefined || place < columns.length) return undefined;
    const whole = Object.fromEntries(columns.map(({ name, column }) => [name, column]));
    // The worker's own tables, parted there into columns and the rest.
    return new TablesAtHand(head, { ...head.rest, ...whole } as SearchTables);
  };
}

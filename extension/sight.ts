import { has } from "../shared/search/bitset.ts";
import {
  type MethodChoice,
  methodChoices,
  type TenderState,
  tenderStates,
} from "../shared/search/filter.ts";
import type { SearchResult } from "../shared/search/find-rows.ts";
import type { QueryNote } from "../shared/search/query.ts";

export interface BuyerCount {
  id: string;
  name: string;
  count: number;
}

/** What there is to choose from, each with the count that it would have. */
export interface Choices {
  /** By name. */
  buyers: BuyerCount[];
  methods: { method: MethodChoice; count: number }[];
  states: { state: TenderState; count: number }[];
}

/** What of an answer is counted and marked: all but the rows found and what is told of them. */
export interface Sight {
  total: number;
  count: number;
  /** In the page counted when first looked at: the rows and their number come first. */
  readonly choices: Choices;
  /** Of the portal's numbers on the page, those that were found. */
  matchesOnPage: string[];
  elsewhereCount: number;
  /** Parts of the text that were left out, and why. */
  notes: QueryNote[];
}

/** The names by which what was found is told. */
export interface SightNames {
  total: number;
  /** Portal number → row number. */
  rowOfId: ReadonlyMap<string, number>;
  /** In the order in which they are told. */
  buyerNames: ReadonlyMap<string, string>;
}

/** What was found, counted, and which numbers of a page are in it. */
export function seeFound(
  { total, rowOfId, buyerNames }: SightNames,
  found: SearchResult,
  pageIds: readonly string[],
): Sight {
  const matchesOnPage = pageIds.filter((id) => {
    const row = rowOfId.get(id);
    return row !== undefined && has(found.matches, row);
  });
  let choices: Choices | undefined;
  return {
    total,
    count: found.count,
    get choices() {
      choices ??= nameChoices(buyerNames, found);
      return choices;
    },
    matchesOnPage,
    elsewhereCount: found.count - matchesOnPage.length,
    notes: found.query.notes,
  };
}

function nameChoices(buyerNames: SightNames["buyerNames"], found: SearchResult): Choices {
  const { buyers, methods, states } = found.countChoices();
  return {
    buyers: [...buyerNames].map(([id, name]) => ({ id, name, count: buyers.get(id) ?? 0 })),
    methods: methodChoices.map((method) => ({ method, count: methods.get(method) ?? 0 })),
    states: tenderStates.map((state) => ({ state, count: states.get(state) ?? 0 })),
  };
}

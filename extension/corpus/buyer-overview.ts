import { eventsOfRow } from "../../shared/calendar/events-of-row.ts";
import type { EventName } from "../../shared/feed/event-names.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import type { MethodChoice } from "../../shared/search/filter.ts";
import { foldText, spelledWords } from "../../shared/search/fold.ts";
import type { SearchIndex } from "../../shared/search/search-index.ts";
import { stemWord } from "../../shared/search/stem.ts";
import { weighTitles } from "../../shared/search/title-weights.ts";
import { dayOf } from "../../shared/values/dates.ts";

/** What a buyer has to come and what it has bought, over all its procedures that are known. */
export interface BuyerOverview {
  procedures: number;
  /** Dates from today on, the next first; `upcomingCount` says how many there are. */
  upcoming: { event: EventName; at: string; row: TenderRow }[];
  upcomingCount: number;
  /** Most first; without a category those of which the portal tells none. */
  categories: { category?: NonNullable<TenderRow["category"]>; count: number }[];
  methods: { method: MethodChoice; count: number }[];
  /** Words that say what is bought, by how many titles have them in any form, as a title spells them. */
  words: { word: string; count: number }[];
  /** When it publishes: how many in each month of the year, January first, over the days from the first to the last. */
  published: { count: number; byMonth: number[]; firstOn?: string; lastOn?: string };
}

const most = { upcoming: 6, words: 8 };
/** So many show how a word is usually spelled. */
const titlesToSpell = 200;

/**
 * Describes a buyer over the index.
 *
 * @param today the portal's day, `YYYY-MM-DD`.
 */
export function describeBuyer(index: SearchIndex, buyerId: string, today: string): BuyerOverview {
  const { tables } = index;
  const buyer = tables.buyers.findIndex(({ id }, place) => place > 0 && id === buyerId);
  const numbers = [...tables.buyerOf.keys()].filter(
    (row) => buyer > 0 && tables.buyerOf[row] === buyer,
  );
  const rows = numbers.flatMap((number) => index.rows.at(number) ?? []);
  const upcoming = rows.flatMap((row) => eventsFrom(row, today));
  upcoming.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    procedures: rows.length,
    upcoming: upcoming.slice(0, most.upcoming),
    upcomingCount: upcoming.length,
    categories: countEach(rows.map(({ category }) => category)).map(([category, count]) => ({
      ...(category !== undefined && { category }),
      count,
    })),
    methods: countEach(rows.map(({ method }): MethodChoice => method ?? "unknown")).map(
      ([method, count]) => ({ method, count }),
    ),
    words: countWords(index, numbers),
    published: countMonths(rows.flatMap(({ publishedAt }) => publishedAt ?? [])),
  };
}

/** What is called off is no date to keep. */
function eventsFrom(row: TenderRow, today: string): BuyerOverview["upcoming"] {
  return eventsOfRow(row).flatMap(({ name, startsAt, cancelledBecause }) =>
    cancelledBecause === undefined && dayOf(startsAt) >= today
      ? [{ event: name, at: startsAt, row }]
      : [],
  );
}

/** Most first; of equals the one that is met first. */
function countEach<Key>(keys: readonly Key[]): [Key, number][] {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

function countWords(index: SearchIndex, numbers: readonly number[]): BuyerOverview["words"] {
  const { weigh } = weighTitles(index);
  const heads = numbers.map((number) => ({
    number,
    words: weigh(number).filter(({ isHead, weight }) => isHead && weight > 0),
  }));
  const stemOf = (word: number): string => stemWord(index.words[word] ?? "");
  const counted = countEach(
    heads.flatMap(({ words }) => [...new Set(words.map(({ word }) => stemOf(word)))]),
  );
  // A word of a single title says nothing of what is usual.
  return counted
    .filter(([, count]) => count > 1)
    .slice(0, most.words)
    .map(([stem, count]) => {
      const having = heads.filter(({ words }) => words.some(({ word }) => stemOf(word) === stem));
      const titles = having.slice(0, titlesToSpell).map(({ number }) => index.rows.at(number));
      return { word: spell(stem, titles), count };
    });
}

/** The usual form of a word, with its accents if any title has them: capitals are often typed without. */
function spell(stem: string, rows: readonly (TenderRow | undefined)[]): string {
  const spelled = rows
    .flatMap((row) => spelledWords(row?.title ?? ""))
    .map((word) => word.toLowerCase())
    .filter((word) => stemWord(foldText(word)) === stem);
  const [[usual] = [stem]] = countEach(spelled.map(foldText));
  return spelled.find((word) => word !== usual && foldText(word) === usual) ?? usual;
}

function countMonths(instants: readonly string[]): BuyerOverview["published"] {
  const days = instants.map(dayOf).sort();
  const byMonth = Array.from({ length: 12 }, () => 0);
  for (const day of days) {
    const month = Number(day.slice(5, 7)) - 1;
    byMonth[month] = (byMonth[month] ?? 0) + 1;
  }
  const [firstOn, lastOn] = [days[0], days.at(-1)];
  return {
    count: days.length,
    byMonth,
    ...(firstOn !== undefined && { firstOn }),
    ...(lastOn !== undefined && { lastOn }),
  };
}

import { type EventName, eventNames } from "../feed/event-names.ts";
import type { TenderRow } from "../feed/tender-row.ts";
import { type Bitset, rowsOf } from "../search/bitset.ts";
import { dayNumber } from "../search/day-number.ts";
import type { SearchIndex } from "../search/search-index.ts";
import { dateFlags } from "../search/side-tables.ts";
import { dayOf } from "../values/dates.ts";
import { dateKeys } from "./events-of-row.ts";

/** How many events of a filter fall on a day. */
export interface DayCount {
  /** `2026-03-18`, in the portal's zone. */
  day: string;
  counts: Record<EventName, number>;
  /** Those of procedures that were cancelled or that the portal has no longer: they are in none of `counts`. */
  off: number;
}

/** A procedure with those of its events that fall on a day. */
export interface DayProcedure {
  row: TenderRow;
  /** In the order of their instants, which are ISO 8601 with offset. */
  events: { name: EventName; startsAt: string }[];
  isOff: boolean;
}

/** The days of a month (`2026-03`) on which rows of a set have events, in their order. */
export function countMonth(index: SearchIndex, found: Bitset, month: string): DayCount[] {
  const columns = columnsOf(index);
  const first = dayNumber(`${month}-01`);
  const countOf = new Map<number, DayCount>();
  for (const number of rowsOf(found)) {
    for (const { name, days } of columns) {
      const place = (days[number] as number) - first; // As long as the rows.
      if (place < 0 || place > 30) continue;
      const count = countOf.get(place) ?? noEvents(month, place);
      countOf.set(place, count);
      if (isOff(index, number)) count.off += 1;
      else count.counts[name] += 1;
    }
  }
  return [...countOf.values()].sort((a, b) => compare(a.day, b.day));
}

/** The procedures of a set that have events on a day, by the instant of the first; those of one instant as the rows are ordered. */
export function listDay(index: SearchIndex, found: Bitset, day: string): DayProcedure[] {
  const columns = columnsOf(index);
  const wanted = dayNumber(day);
  const listed: DayProcedure[] = [];
  for (const number of rowsOf(found)) {
    if (!columns.some(({ days }) => days[number] === wanted)) continue;
    const row = index.rows.at(number);
    if (row === undefined) continue;
    const events = eventNames.flatMap((name) => {
      const startsAt = row[dateKeys[name]];
      return startsAt !== undefined && dayOf(startsAt) === day ? [{ name, startsAt }] : [];
    });
    events.sort((a, b) => compare(a.startsAt, b.startsAt));
    listed.push({ row, events, isOff: isOff(index, number) });
  }
  const startOf = ({ events }: DayProcedure): string => events[0]?.startsAt ?? "";
  return listed.sort((a, b) => compare(startOf(a), startOf(b)));
}

/** The rows of a set that have an event from a day on, or may have one that was taken back. */
export function rowsFrom(index: SearchIndex, found: Bitset, day: string): TenderRow[] {
  const columns = columnsOf(index);
  const first = dayNumber(day);
  const flags = index.tables.dateFlags;
  return [...rowsOf(found)].flatMap((number) => {
    const isTakenBack = ((flags[number] as number) & dateFlags.takenBack) !== 0; // As long as the rows.
    const isToCome = columns.some(({ days }) => (days[number] as number) >= first);
    return isTakenBack || isToCome ? (index.rows.at(number) ?? []) : [];
  });
}

/** The days of each kind of event, as `dayNumber` writes them: row by row, 0 without a date. */
function columnsOf({ tables }: SearchIndex): readonly { name: EventName; days: Int32Array }[] {
  return [
    { name: "junta-aclaraciones", days: tables.clarifiesOn },
    { name: "apertura", days: tables.opensOn },
    { name: "fallo", days: tables.awardsOn },
  ];
}

function noEvents(month: string, place: number): DayCount {
  const day = `${month}-${String(place + 1).padStart(2, "0")}`;
  return { day, counts: { "junta-aclaraciones": 0, apertura: 0, fallo: 0 }, off: 0 };
}

function isOff({ tables }: SearchIndex, number: number): boolean {
  return ((tables.dateFlags[number] ?? 0) & dateFlags.off) !== 0;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

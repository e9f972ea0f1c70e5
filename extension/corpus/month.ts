import { countMonth, listDay } from "../../shared/calendar/event-days.ts";
import type { Bitset } from "../../shared/search/bitset.ts";
import type { SearchIndex } from "../../shared/search/search-index.ts";
import type { CalendarConversations } from "./calendar-conversations.ts";

type Month = CalendarConversations["month"];

/** More than a day of the portal has by far; who searches better sees the rest. */
const listedAtMost = 50;

/** On which days of a month the rows of a set have events, and which they are on one of its days. */
export function answerMonth(
  index: SearchIndex,
  found: Bitset,
  { month, day }: Omit<Month["ask"], "filter">,
): Month["answer"] {
  const days = countMonth(index, found, month);
  if (day === undefined) return { month, days };
  const procedures = listDay(index, found, day);
  return {
    month,
    days,
    day: { day, count: procedures.length, listed: procedures.slice(0, listedAtMost) },
  };
}

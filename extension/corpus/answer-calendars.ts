import type { TenderFilter } from "../../shared/search/filter.ts";
import type { SearchResult } from "../../shared/search/find-rows.ts";
import { search } from "../../shared/search/search.ts";
import type { SynonymTable } from "../../shared/search/synonyms.ts";
import { readMarks } from "../personal/marks.ts";
import { rowsForUser } from "../personal/rows-for-user.ts";
import { calendarOfRow, calendarOfSearch } from "./calendar.ts";
import type { CalendarConversations } from "./calendar-conversations.ts";
import type { Corpus } from "./corpus.ts";
import type { Database } from "./database.ts";
import { answerMonth } from "./month.ts";
import { createSubscriptions } from "./subscriptions.ts";

interface CalendarSources {
  database: Database;
  load(): Promise<Corpus>;
  readSynonyms(): Promise<SynonymTable>;
}

/** Answers what is asked about dates. */
export function createCalendars({ database, load, readSynonyms }: CalendarSources): {
  [K in keyof CalendarConversations]: (
    question: CalendarConversations[K]["ask"],
  ) => Promise<CalendarConversations[K]["answer"]>;
} {
  const subscriptions = createSubscriptions(database);

  async function find(filter: TenderFilter): Promise<{ known: Corpus; found: SearchResult }> {
    const [known, synonyms] = await Promise.all([load(), readSynonyms()]);
    const within = await rowsForUser(database, known, filter);
    return { known, found: search(known.index, filter, Date.now(), { synonyms, within }) };
  }

  return {
    async calendar({ of }) {
      if ("filter" in of) {
        const { known, found } = await find(of.filter);
        return calendarOfSearch(known, found.matches, Date.now());
      }
      const known = await load();
      // What is followed has its row even where the feed has the procedure no longer.
      const [mark] = await readMarks(database, known, [of.id], 0);
      if (mark?.row === undefined) return { events: 0, left: 0 };
      return calendarOfRow(mark.row, known.state?.manifest?.readAt, Date.now());
    },
    async month({ filter, month, day }) {
      const { known, found } = await find(filter);
      return answerMonth(known.index, found.matches, { month, ...(day && { day }) });
    },
    async subscriptions(question) {
      return subscriptions(question, await load());
    },
  };
}

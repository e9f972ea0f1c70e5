import type { DayCount, DayProcedure } from "../../shared/calendar/event-days.ts";
import type { MethodChoice, TenderFilter } from "../../shared/search/filter.ts";
import type { FeedProblem } from "../messages.ts";

/** A calendar that the feed has, or might have. */
export interface FeedCalendar {
  /** What it is about, in Spanish. */
  title: string;
  /** Where it is, and how many dates it holds; absent where none is recent or to come. */
  file?: { url: string; events: number };
}

/** What the worker can be asked about dates. */
export interface CalendarConversations {
  /** The dates of one procedure, or those still to come of all that a filter finds, as an iCalendar file. */
  calendar: {
    ask: { of: { id: string } | { filter: TenderFilter } };
    /** How many events the file holds, none where there is no file, and how many later ones it leaves out. */
    answer: { file?: { name: string; text: string }; events: number; left: number };
  };
  /** On which days of a month (`2026-03`) has a filter events, and which are those of one day (`2026-03-18`) of it? */
  month: {
    ask: { filter: TenderFilter; month: string; day?: string };
    /** `listed` are the first of the `count` procedures of the day. */
    answer: {
      month: string;
      days: DayCount[];
      day?: { day: string; count: number; listed: DayProcedure[] };
    };
  };
  /** Where are the feed's calendars for all, for these buyers and for these modalities? */
  subscriptions: {
    ask: { buyers: string[]; methods: MethodChoice[] };
    answer: {
      /** Empty where there is no feed. */
      calendars: FeedCalendar[];
      /** Whether only this computer can reach them. */
      isLocal: boolean;
      /** Why the feed could not say, or could not say anew. */
      problem?: FeedProblem;
    };
  };
}

import { writeCalendar, writeEvent } from "../../shared/calendar/calendar.ts";
import { rowsFrom } from "../../shared/calendar/event-days.ts";
import { eventsOfRow } from "../../shared/calendar/events-of-row.ts";
import type { ProcedureEvent } from "../../shared/calendar/procedure-event.ts";
import { publisherName } from "../../shared/feed/publisher.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { isPublished } from "../../shared/feed/unpublished.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { noticeOfSource } from "../../shared/portal/source-notice.ts";
import type { Bitset } from "../../shared/search/bitset.ts";
import { dayOf, formatInstant } from "../../shared/values/dates.ts";
import { spellDate } from "../../shared/values/spell-date.ts";
import { slugify } from "../../shared/values/text.ts";
import type { CalendarConversations } from "./calendar-conversations.ts";
import type { Corpus } from "./corpus.ts";

type Answer = CalendarConversations["calendar"]["answer"];

const { timeZone } = durango;

/** Google Calendar takes files of 1 MB, which such events fill with some 1,300. */
const eventsAtMost = 1000;

/** Every date of a procedure, past ones too: a calendar that has them learns what became of them. */
export function calendarOfRow(row: TenderRow, readAt: string | undefined, nowMs: number): Answer {
  const events = eventsAt(row, nowMs).map((event) => ({ row, event }));
  return writeFile(events, {
    name: `fechas-${slugify(row.number ?? row.id).slice(0, 60)}`,
    title: row.number ?? row.title ?? row.id,
    readAt,
    nowMs,
    left: 0,
  });
}

/** The dates of what a search found from today on, the nearest ones where they are too many. */
export function calendarOfSearch(
  { index, state }: Pick<Corpus, "index" | "state">,
  found: Bitset,
  nowMs: number,
): Answer {
  const today = dayOf(formatInstant(new Date(nowMs), timeZone));
  const events = rowsFrom(index, found, today).flatMap((row) =>
    eventsAt(row, nowMs).flatMap((event) =>
      dayOf(event.startsAt) >= today ? [{ row, event }] : [],
    ),
  );
  events.sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
  const nearest = events.slice(0, eventsAtMost);
  return writeFile(nearest, {
    name: `fechas-${today}-${nearest.length}`,
    title: "fechas de una búsqueda",
    readAt: state?.manifest?.readAt,
    nowMs,
    left: events.length - nearest.length,
  });
}

interface RowEvent {
  row: TenderRow;
  event: ProcedureEvent;
}

const rankOf = ({ event }: RowEvent): string => `${event.startsAt} ${event.uid}`;

/** Where nobody counts the changes of a procedure, each minute counts as one: what was saved later always goes before. */
function eventsAt(row: TenderRow, nowMs: number): ProcedureEvent[] {
  return eventsOfRow(row, isPublished(row) ? 0 : Math.floor(nowMs / 60_000));
}

interface FileFrame {
  /** Without its ending. */
  name: string;
  title: string;
  /** When the portal was last read for the feed; undefined where there is none. */
  readAt: string | undefined;
  nowMs: number;
  left: number;
}

function writeFile(
  events: readonly RowEvent[],
  { name, title, readAt, nowMs, left }: FileFrame,
): Answer {
  const [first] = events;
  if (first === undefined) return { events: 0, left };
  const stampedAt = new Date(nowMs).toISOString();
  const written = events.map(({ row, event }) =>
    writeEvent(event, { timeZone, notice: noticeOf(row), url: row.url, stampedAt }),
  );
  const age = readAt === undefined ? "" : ` Datos del ${spellDate(readAt)}.`;
  const text = writeCalendar(
    { timeZone, title: `${publisherName} · ${title}`, about: noticeOf(first.row) + age },
    written,
  );
  return { file: { name: `${name}.ics`, text }, events: events.length, left };
}

/** As the feed says it of the server that the row was read from. */
function noticeOf({ url }: TenderRow): string {
  return noticeOfSource(new URL(url).origin, durango);
}

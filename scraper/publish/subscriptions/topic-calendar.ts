import { type WrittenEvent, writeCalendar, writeEvent } from "../../../shared/calendar/calendar.ts";
import type { ToldEvent } from "../../../shared/calendar/events-of-states.ts";
import type { Topic } from "../../../shared/calendar/topics.ts";
import type { Publication } from "../publication.ts";
import { titleOf } from "./feed-head.ts";

/** How often calendars should ask again: the feed is made every six hours (see `schedule`). */
const refreshInterval = "PT6H";

/** The VEVENT of a date. @param url the procedure's page on the portal. */
export function writeToldEvent(
  { timeZone, notice }: Publication,
  event: ToldEvent,
  url: string,
): WrittenEvent {
  const { announcedAt, changedAt } = event;
  // Not the time of day, so that one store always gives the same bytes.
  return writeEvent(event, {
    timeZone,
    notice,
    url,
    stampedAt: changedAt,
    announcedAt,
    changedAt,
  });
}

/**
 * `ics/<topic>.ics` (RFC 5545), in the order of the events' dates.
 *
 * @param events at least one. @param isWhole false where earlier events were left out for their number.
 */
export function writeTopicCalendar(
  { timeZone, notice }: Publication,
  topic: Topic,
  events: readonly WrittenEvent[],
  isWhole: boolean,
): string {
  const left = isWhole ? "" : ` Están solo los últimos ${events.length} eventos.`;
  const frame = { timeZone, title: titleOf(topic), about: notice + left, refreshInterval };
  return writeCalendar(frame, events);
}

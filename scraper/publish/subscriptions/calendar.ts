import ICAL from "ical.js";
import { hasHour } from "../../../shared/values/dates.ts";
import type { Publication } from "../publication.ts";
import type { ProcedureEvent } from "./events.ts";
import { publisherName, titleOf } from "./feed-head.ts";
import { icsComponent, icsText } from "./ics-component.ts";
import { timeZoneComponent } from "./time-zone.ts";
import type { Topic } from "./topics.ts";

/** An event of a calendar that is already written. */
export interface WrittenEvent {
  /** By its date. */
  rank: string;
  /** Its VEVENT. */
  text: string;
}

/** How often calendars should ask again: the feed is made every six hours (see `schedule`). */
const refreshInterval = "PT6H";

/** The VEVENT of a date. @param url the procedure's page on the portal. */
export function writeEvent(
  { timeZone, notice }: Publication,
  event: ProcedureEvent,
  url: string,
): WrittenEvent {
  const { uid, startsAt, sequence, announcedAt, changedAt, summary, title, cancelledBecause } =
    event;
  const { href } = new URL(url);
  const description = [cancelledBecause, title, href, notice].filter((part) => part !== undefined);
  const local = startsAt.slice(0, 19);
  const text = icsText(
    icsComponent("vevent", [
      ["uid", uid],
      ["sequence", sequence],
      ["dtstamp", utcTime(changedAt)],
      ["created", utcTime(announcedAt)],
      ["last-modified", utcTime(changedAt)],
      hasHour(startsAt)
        ? ["dtstart", ICAL.Time.fromDateTimeString(local), { tzid: timeZone }]
        : ["dtstart", ICAL.Time.fromDateString(local.slice(0, 10))],
      ["summary", summary],
      ["description", description.join("\n")],
      ["url", href],
      ["status", cancelledBecause === undefined ? "CONFIRMED" : "CANCELLED"],
      // Who subscribes to all dates does not attend them all.
      ["transp", "TRANSPARENT"],
    ]),
  );
  return { rank: `${startsAt} ${uid}`, text };
}

/**
 * `ics/<topic>.ics` (RFC 5545), in the order of the events' dates.
 *
 * @param events at least one. @param isWhole false where earlier events were left out for their number.
 */
export function writeCalendar(
  { timeZone, notice }: Publication,
  topic: Topic,
  events: readonly WrittenEvent[],
  isWhole: boolean,
): string {
  const years = events.map(({ rank }) => Number(rank.slice(0, 4)));
  const left = isWhole ? "" : ` Están solo los últimos ${events.length} eventos.`;
  const title = titleOf(topic);
  const head = icsComponent("vcalendar", [
    ["version", "2.0"],
    ["prodid", `-//${publisherName}//compras//ES`],
    ["calscale", "GREGORIAN"],
    ["method", "PUBLISH"],
    ["name", title],
    ["x-wr-calname", title],
    ["x-wr-caldesc", notice + left],
    ["x-wr-timezone", timeZone],
    ["refresh-interval", refreshInterval, { value: "DURATION" }],
    ["x-published-ttl", refreshInterval],
  ]);
  head.addSubcomponent(timeZoneComponent(timeZone, Math.min(...years), Math.max(...years)));
  // The events are texts by now: thousands of components would fill the memory.
  const end = "END:VCALENDAR\r\n";
  return icsText(head).slice(0, -end.length) + events.map(({ text }) => text).join("") + end;
}

/** `2026-03-18T11:30:00-06:00` → `2026-03-18T17:30:00Z` */
function utcTime(instant: string): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(instant), true);
}

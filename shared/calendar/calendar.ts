import ICAL from "ical.js";
import { publisherName } from "../feed/publisher.ts";
import { hasHour } from "../values/dates.ts";
import { icsComponent, icsText } from "./ics-component.ts";
import type { ProcedureEvent } from "./procedure-event.ts";
import { timeZoneComponent } from "./time-zone.ts";

/** An event of a calendar that is already written. */
export interface WrittenEvent {
  /** By its date. */
  rank: string;
  /** Its VEVENT. */
  text: string;
}

/** What an event says besides its date. Instants are ISO 8601 with offset. */
interface EventFrame {
  /** IANA zone of the portal's dates. */
  timeZone: string;
  /** In Spanish: whose publication this is. */
  notice: string;
  /** The procedure's page on the portal. */
  url: string;
  /** Since when the event is told in this way: its DTSTAMP. */
  stampedAt: string;
  /** When it was announced and last changed; absent where that is not known. */
  announcedAt?: string;
  changedAt?: string;
}

/** The VEVENT of a date. */
export function writeEvent(
  { uid, startsAt, sequence, summary, title, cancelledBecause }: ProcedureEvent,
  { timeZone, notice, url, stampedAt, announcedAt, changedAt }: EventFrame,
): WrittenEvent {
  const { href } = new URL(url);
  const description = [cancelledBecause, title, href, notice].filter((part) => part !== undefined);
  const local = startsAt.slice(0, 19);
  const text = icsText(
    icsComponent("vevent", [
      ["uid", uid],
      ["sequence", sequence],
      ["dtstamp", utcTime(stampedAt)],
      ...(announcedAt === undefined ? [] : [["created", utcTime(announcedAt)] as const]),
      ...(changedAt === undefined ? [] : [["last-modified", utcTime(changedAt)] as const]),
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

/** What a calendar says of itself. */
interface CalendarFrame {
  timeZone: string;
  title: string;
  /** In Spanish. */
  about: string;
  /** How often programs should ask for it again, as iCalendar writes durations; absent where it cannot be asked for again. */
  refreshInterval?: string;
}

/** A VCALENDAR (RFC 5545) of events in the order in which they are given. @param events at least one. */
export function writeCalendar(
  { timeZone, title, about, refreshInterval }: CalendarFrame,
  events: readonly WrittenEvent[],
): string {
  const years = events.map(({ rank }) => Number(rank.slice(0, 4)));
  const head = icsComponent("vcalendar", [
    ["version", "2.0"],
    ["prodid", `-//${publisherName}//compras//ES`],
    ["calscale", "GREGORIAN"],
    ["method", "PUBLISH"],
    ["name", title],
    ["x-wr-calname", title],
    ["x-wr-caldesc", about],
    ["x-wr-timezone", timeZone],
    ...(refreshInterval === undefined
      ? []
      : [
          ["refresh-interval", refreshInterval, { value: "DURATION" }] as const,
          ["x-published-ttl", refreshInterval] as const,
        ]),
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

import { load } from "cheerio";
import ICAL from "ical.js";
import * as z from "zod";
import { subscriptions } from "../../../../scraper/publish/subscriptions/subscriptions.ts";
import { Subscriptions } from "../../../../shared/feed/subscriptions.ts";
import type { Procedimiento } from "../../../../shared/portal/records.ts";
import { wholeRecord } from "../../mapping/make-record.ts";
import { readFeedText } from "../../scraper/read-feed.ts";
import { type History, makeHistory, tellStore, tryFormat } from "../try-format.ts";

/** What happens on a day of March 2026. */
export type Event = (history: History) => void;
export const seen =
  (day: number, change: Partial<Procedimiento> = {}, record = wholeRecord): Event =>
  (history) =>
    history.read(day, { ...record, ...change });
export const gone =
  (day: number, id = wholeRecord.id): Event =>
  (history) =>
    history.withdraw(day, id);
export const without = (key: keyof Procedimiento): Procedimiento => {
  const { [key]: _, ...record } = wholeRecord;
  return record as Procedimiento;
};

/** The folder of the subscriptions after some events. */
export async function publishAll(...events: readonly Event[]): Promise<string> {
  const history = makeHistory();
  for (const event of events) event(history);
  return publish(history);
}

export async function publish({ store }: History): Promise<string> {
  const { folder } = await tryFormat(tellStore(store), subscriptions);
  return folder;
}

export const readTopics = (feed: string) =>
  Subscriptions.parse(JSON.parse(readFeedText(feed, "suscripciones.json"))).topics;

/** An Atom feed as a reader takes it. */
export function readAtom(feed: string, file = "atom/todo.xml") {
  const $ = load(readFeedText(feed, file), { xml: true });
  return {
    id: $("feed > id").text(),
    title: $("feed > title").text(),
    updated: $("feed > updated").text(),
    author: $("feed > author > name").text(),
    self: $("feed > link[rel=self]").attr("href"),
    entries: $("feed > entry")
      .toArray()
      .map((entry) => ({
        id: $(entry).children("id").text(),
        /** Titles are HTML. */
        title: load(`<p>${$(entry).children("title").text()}</p>`)("p").text(),
        updated: $(entry).children("updated").text(),
        link: $(entry).children("link").attr("href"),
        html: $(entry).children("content[type=html]").text(),
      })),
  };
}

/** https://www.jsonfeed.org/version/1.1/ */
const JsonFeed = z.strictObject({
  version: z.literal("https://jsonfeed.org/version/1.1"),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string(),
  language: z.literal("es-MX"),
  authors: z.array(z.strictObject({ name: z.string() })).min(1),
  items: z.array(
    z.strictObject({
      id: z.string().min(1),
      url: z.url().optional(),
      title: z.string().min(1),
      content_html: z.string().min(1),
      date_published: z.iso.datetime({ offset: true }),
    }),
  ),
});
export const readJsonFeed = (feed: string, file = "json-feed/todo.json") =>
  JsonFeed.parse(JSON.parse(readFeedText(feed, file)));

/** A calendar's events as a calendar program takes them, by the end of their UID. */
export function readCalendar(feed: string, file = "ics/todo.ics") {
  const text = readFeedText(feed, file);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const utc = (name: string) => String(component.getFirstPropertyValue(name));
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      zone: component.getFirstProperty("dtstart")?.getParameter("tzid"),
      status: utc("status"),
      stamp: utc("dtstamp"),
      modified: utc("last-modified"),
      url: utc("url"),
    };
  });
  return { text, calendar, events };
}
export const opening = (feed: string) => {
  const found = readCalendar(feed).events.find(({ uid }) => uid.includes("-apertura@"));
  if (found === undefined) throw new Error("the calendar has no opening");
  return found;
};

import type { Topic } from "../../../shared/calendar/topics.ts";
import { publisherName } from "../../../shared/feed/publisher.ts";
import type { Entry } from "./entry.ts";

/** The name under which a feed or calendar stands in the list of whoever subscribes to it. */
export function titleOf(topic: Topic): string {
  return `${publisherName} · ${topic.title}`;
}

/** When a feed last changed: the latest date of its entries, since the time of day is no business of a feed. */
export function latestDate(entries: readonly Entry[]): Date {
  return new Date(Math.max(...entries.map(({ date }) => Date.parse(date))));
}

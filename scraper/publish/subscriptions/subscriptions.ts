import type { WrittenEvent } from "../../../shared/calendar/calendar.ts";
import { type Topic, topicsOf } from "../../../shared/calendar/topics.ts";
import { feedSchemaVersion } from "../../../shared/feed/index-schema.ts";
import { feedPaths } from "../../../shared/feed/paths.ts";
import { Subscriptions, topicKinds } from "../../../shared/feed/subscriptions.ts";
import { addDays, dayOf } from "../../../shared/values/dates.ts";
import type { FeedFormat, Publication } from "../publication.ts";
import { writeAtom } from "./atom.ts";
import { describeEntry, type Entry } from "./entry.ts";
import { writeJsonFeed } from "./json-feed.ts";
import { keepLatest, type Latest } from "./keep-latest.ts";
import { writeToldEvent, writeTopicCalendar } from "./topic-calendar.ts";

/** A feed reader asks every few hours; who misses more reads `changes/`. */
const maxEntries = 100;
const maxEvents = 5000;
/** How long a date stays in the calendars after it has passed. */
const pastDays = 120;

interface OpenTopic extends Topic {
  entries: Latest<Entry>;
  events: Latest<WrittenEvent>;
}

/**
 * What one can subscribe to, for all procedures, by buying unit, by modality and by class: `atom/` and `json-feed/` with the
 * latest changes, `ics/` with the dates of procedures, and `suscripciones.json`, which lists them. A change counts for the
 * topics that the procedure had before it too, a date for those that it has now.
 */
export function subscriptions(publication: Publication): FeedFormat {
  const topics = new Map<string, OpenTopic>();
  let latestDay = "";

  const openTopic = (topic: Topic): OpenTopic => {
    const known = topics.get(topic.path);
    // The title is the latest: units get other names.
    if (known !== undefined) return Object.assign(known, topic);
    const entries = keepLatest<Entry>(maxEntries);
    const opened = { ...topic, entries, events: keepLatest<WrittenEvent>(maxEvents) };
    topics.set(topic.path, opened);
    return opened;
  };

  return {
    addRelease: async (step) => {
      // Reports come once a quarter and by the thousand: they are no news.
      if (step.isReported) return;
      const entry = describeEntry(step);
      const day = dayOf(step.release.date);
      if (day > latestDay) latestDay = day;
      const current = topicsOf(step.after);
      for (const topic of current) openTopic(topic).entries.add(entry);
      if (step.before === undefined) return;
      const paths = new Set(current.map(({ path }) => path));
      // Its earlier releases have opened these.
      for (const { path } of topicsOf(step.before)) {
        if (!paths.has(path)) topics.get(path)?.entries.add(entry);
      }
    },
    // Every release has come before, so that the latest day and every topic are known.
    addProcess: async ({ events, compiled, row }) => {
      const firstDay = addDays(latestDay, -pastDays);
      const recent = events.filter(({ startsAt }) => dayOf(startsAt) >= firstDay);
      for (const event of recent) {
        const written = writeToldEvent(publication, event, row.url);
        for (const { path } of topicsOf(compiled)) topics.get(path)?.events.add(written);
      }
    },
    finish: async () => {
      const listed: Subscriptions["topics"] = [];
      for (const topic of [...topics.values()].sort(compareTopics)) {
        listed.push(await writeTopic(publication, topic));
      }
      const index: Subscriptions = {
        schemaVersion: feedSchemaVersion,
        notice: publication.notice,
        topics: listed,
      };
      await publication.draft.put(
        feedPaths.subscriptions,
        { title: "A qué puede suscribirse", mediaType: "application/json" },
        `${JSON.stringify(Subscriptions.parse(index), undefined, 2)}\n`,
      );
    },
  };
}

async function writeTopic(
  publication: Publication,
  { entries, events, ...topic }: OpenTopic,
): Promise<Subscriptions["topics"][number]> {
  const { draft } = publication;
  const latest = entries.list().items.toReversed();
  const calendar = events.list();
  const about = (what: string, mediaType: string) => ({
    title: `${what}: ${topic.title}`,
    mediaType,
  });
  // Each file is waited for until it is on the disk, which takes the longer part; so they are written together.
  const [atom, jsonFeed, ics] = await Promise.all([
    draft.put(
      feedPaths.atom(topic.path),
      about("Últimos cambios, para lectores de noticias (Atom)", "application/atom+xml"),
      writeAtom(publication, topic, latest),
    ),
    draft.put(
      feedPaths.jsonFeed(topic.path),
      about("Últimos cambios, para lectores de noticias (JSON Feed)", "application/feed+json"),
      writeJsonFeed(publication, topic, latest),
    ),
    calendar.items.length === 0
      ? undefined
      : draft.put(
          feedPaths.calendar(topic.path),
          about("Juntas de aclaraciones, aperturas y fallos, para calendarios", "text/calendar"),
          writeTopicCalendar(publication, topic, calendar.items, calendar.isWhole),
        ),
  ]);
  return {
    kind: topic.kind,
    title: topic.title,
    atom: atom.path,
    jsonFeed: jsonFeed.path,
    changes: latest.length,
    ...(ics && { ics: ics.path, events: calendar.items.length }),
  };
}

function compareTopics(a: Topic, b: Topic): number {
  if (a.kind !== b.kind) return topicKinds.indexOf(a.kind) - topicKinds.indexOf(b.kind);
  return a.path < b.path ? -1 : 1;
}

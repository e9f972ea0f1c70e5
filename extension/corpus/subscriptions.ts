import {
  type Topic,
  topicOfBuyer,
  topicOfMethod,
  wholeTopic,
} from "../../shared/calendar/topics.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import type { Subscriptions } from "../../shared/feed/subscriptions.ts";
import { isThisComputer } from "../../shared/values/this-computer.ts";
import { recall } from "../personal/memory.ts";
import type { CalendarConversations, FeedCalendar } from "./calendar-conversations.ts";
import type { Corpus } from "./corpus.ts";
import type { Database } from "./database.ts";
import { FeedError, fetchSubscriptions } from "./feed.ts";
import { hasPassed } from "./has-passed.ts";
import { isStorageFull } from "./storage-full.ts";

type Ask = CalendarConversations["subscriptions"]["ask"];
type Answer = CalendarConversations["subscriptions"]["answer"];

/** What the feed lets one subscribe to, from which feed, and of which of its states. */
export interface KeptSubscriptions {
  key: "subscriptions";
  url: string;
  sha256: string;
  topics: Subscriptions["topics"];
}

/** A file that could not be fetched is not asked for again before so long. */
const askAgainAfterMs = 30_000;

/** Finds the addresses of the feed's calendars. The file that lists them is fetched once for each state of the feed, and kept. */
export function createSubscriptions(database: Database) {
  let failed: { url: string; at: number; error: FeedError } | undefined;

  async function fetchTopics(url: string, sha256: string): Promise<Subscriptions["topics"]> {
    if (failed?.url === url && !hasPassed(askAgainAfterMs, failed.at)) throw failed.error;
    try {
      const { topics } = await fetchSubscriptions(url);
      await keep(database, { key: "subscriptions", url, sha256, topics });
      return topics;
    } catch (error) {
      if (error instanceof FeedError) failed = { url, at: Date.now(), error };
      throw error;
    }
  }

  return async ({ buyers, methods }: Ask, { state, buyerNames }: Corpus): Promise<Answer> => {
    const wanted = [
      ...buyers.map((id) => topicOfBuyer(id, buyerNames.get(id))),
      ...methods.flatMap((method) => (method === "unknown" ? [] : topicOfMethod(method))),
      wholeTopic,
    ];
    const sha256 = state?.manifest?.sha256;
    if (state === undefined || sha256 === undefined) return { calendars: [], isLocal: false };
    const { url } = state;
    const isLocal = isThisComputer(url);
    const kept = await recall(database, "subscriptions");
    const known = kept?.url === url ? kept : undefined;
    if (known?.sha256 === sha256) return { calendars: choose(known.topics, wanted, url), isLocal };
    try {
      return { calendars: choose(await fetchTopics(url, sha256), wanted, url), isLocal };
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      // Without the network: addresses stay what they are, so those of an earlier state are as good.
      const calendars = known === undefined ? [] : choose(known.topics, wanted, url);
      return { calendars, isLocal, problem: error.problem };
    }
  };
}

async function keep(database: Database, found: KeptSubscriptions): Promise<void> {
  try {
    await database.memory.put(found);
  } catch (error) {
    // With no space left the file is fetched again the next time.
    if (!isStorageFull(error)) throw error;
  }
}

/** The calendars of some topics. */
function choose(
  listed: Subscriptions["topics"],
  wanted: readonly Topic[],
  feedUrl: string,
): FeedCalendar[] {
  const listedAt = new Map(listed.map((topic) => [topic.atom, topic]));
  return wanted.map(({ path, title }) => {
    const found = listedAt.get(feedPaths.atom(path));
    const url = found?.ics === undefined ? undefined : within(found.ics, feedUrl);
    if (url === undefined || found?.events === undefined) return { title: found?.title ?? title };
    return { title: found.title, file: { url, events: found.events } };
  });
}

/** The address of a file of the feed; undefined where it is named so that it leads elsewhere. */
function within(path: string, feedUrl: string): string | undefined {
  if (!URL.canParse(path, feedUrl)) return undefined;
  const { href } = new URL(path, feedUrl);
  return href.startsWith(feedUrl) ? href : undefined;
}

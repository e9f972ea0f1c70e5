import type { Topic } from "../../../shared/calendar/topics.ts";
import { feedPaths } from "../../../shared/feed/paths.ts";
import { publisherName } from "../../../shared/feed/publisher.ts";
import type { Publication } from "../publication.ts";
import type { Entry } from "./entry.ts";
import { titleOf } from "./feed-head.ts";

/**
 * `json-feed/<topic>.json`, by JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), one item a line. Without the library
 * of the Atom feeds, which writes version 1.
 *
 * @param entries latest first.
 */
export function writeJsonFeed(
  publication: Publication,
  topic: Topic,
  entries: readonly Entry[],
): string {
  const { identity, notice, baseUrl } = publication;
  const head = {
    version: "https://jsonfeed.org/version/1.1",
    title: titleOf(topic),
    home_page_url: identity.portalUrl,
    feed_url: new URL(feedPaths.jsonFeed(topic.path), baseUrl).href,
    description: notice,
    language: "es-MX",
    authors: [{ name: publisherName }],
  };
  const items = entries.map(({ id, date, title, url, html }) =>
    JSON.stringify({ id, ...(url && { url }), title, content_html: html, date_published: date }),
  );
  return `${JSON.stringify(head).slice(0, -1)},"items":[\n${items.join(",\n")}\n]}\n`;
}

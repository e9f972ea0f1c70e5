import { Feed } from "feed";
import type { Topic } from "../../../shared/calendar/topics.ts";
import { feedPaths } from "../../../shared/feed/paths.ts";
import { publisherName } from "../../../shared/feed/publisher.ts";
import { feedLicense, type Publication } from "../publication.ts";
import { type Entry, tagUri } from "./entry.ts";
import { cleanText, escapeHtml } from "./escape-html.ts";
import { latestDate, titleOf } from "./feed-head.ts";

/** `atom/<topic>.xml` (RFC 4287). @param entries latest first, at least one. */
export function writeAtom(
  publication: Publication,
  topic: Topic,
  entries: readonly Entry[],
): string {
  const { identity, notice, baseUrl } = publication;
  const feed = new Feed({
    id: tagUri(`${identity.ocidPrefix}/${topic.path}`),
    title: cleanText(titleOf(topic)),
    description: notice,
    language: "es-MX",
    link: identity.portalUrl,
    feedLinks: { atom: new URL(feedPaths.atom(topic.path), baseUrl).href },
    // The library stamps the clock where it is not told otherwise.
    updated: latestDate(entries),
    author: { name: publisherName },
    copyright: feedLicense,
    generator: publisherName,
  });
  for (const { id, date, title, url, html } of entries) {
    feed.addItem({
      id,
      // The library writes titles as HTML.
      title: escapeHtml(title),
      link: url ?? identity.portalUrl,
      date: new Date(date),
      content: html,
    });
  }
  return `${feed.atom1()}\n`;
}

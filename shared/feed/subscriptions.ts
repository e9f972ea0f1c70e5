import * as z from "zod";
import { feedSchemaVersion } from "./index-schema.ts";

const Text = z.string().min(1);

/** What a feed may be about. */
export const topicKinds = ["todo", "dependencia", "modalidad", "clase"] as const;
export type TopicKind = (typeof topicKinds)[number];

/**
 * `suscripciones.json`: what one can subscribe to. Paths are from the feed's root and stay what they are. A later one may hold
 * more, so readers take no offence at fields that they do not know.
 */
export const Subscriptions = z.object({
  schemaVersion: z.literal(feedSchemaVersion),
  /** That this is not an official publication, and whether its data is made up. */
  notice: Text,
  topics: z.array(
    z.object({
      kind: z.enum(topicKinds),
      title: Text,
      /** The latest changes, as Atom and as JSON Feed, and how many of them the files hold. */
      atom: Text,
      jsonFeed: Text,
      changes: z.int().positive(),
      /** The calendar, as iCalendar, and how many dates it holds; absent where there is none to come or just past. */
      ics: Text.optional(),
      events: z.int().positive().optional(),
    }),
  ),
});
export type Subscriptions = z.infer<typeof Subscriptions>;

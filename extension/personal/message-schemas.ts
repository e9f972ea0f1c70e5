import * as z from "zod";
import { followStatuses, nameLimit, noteLimit } from "../../shared/monitor/personal-limits.ts";

const Id = z.string().min(1);
const Ids = z.array(Id);
const Stamp = z.number().nonnegative();
const Name = z.string().max(nameLimit);

/** Notes that were made one may be longer than what the user can write at once. */
const NoteText = z.string().max(10 * noteLimit);

const SearchEdit = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("add"), name: Name, filter: z.string() }),
  z.strictObject({
    do: z.literal("change"),
    id: Id,
    name: Name.exactOptional(),
    filter: z.string().exactOptional(),
  }),
  z.strictObject({ do: z.literal("duplicate"), id: Id }),
  z.strictObject({ do: z.literal("remove"), id: Id }),
]);

const FollowChange = z.strictObject({
  isFavourite: z.boolean().exactOptional(),
  status: z.enum(followStatuses).nullable().exactOptional(),
  note: z.strictObject({ before: z.string(), text: NoteText }).exactOptional(),
});

/** The messages about what belongs to the user. */
export const personalSchemas = [
  z.strictObject({ topic: z.literal("marks"), ids: Ids }),
  z.strictObject({ topic: z.literal("follow"), id: Id, change: FollowChange }),
  z.strictObject({ topic: z.literal("markSeen"), ids: Ids, upTo: Stamp, isQuiet: z.boolean() }),
  z.strictObject({ topic: z.literal("mine") }),
  z.strictObject({ topic: z.literal("digestShown"), upTo: Stamp }),
  z.strictObject({ topic: z.literal("editSearches"), edit: SearchEdit }),
  z.strictObject({ topic: z.literal("backup") }),
  z.strictObject({ topic: z.literal("restore"), text: z.string(), isTrial: z.boolean() }),
] as const;

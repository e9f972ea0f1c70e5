import * as z from "zod";
import { CompiledRelease, Release } from "../ocds/schema.ts";
import { feedSchemaVersion } from "./index-schema.ts";

const Text = z.string().min(1);
const Cursor = z.int().positive();
const Day = z.iso.date();

/** A line of `changes/<date>.jsonl`: a release, and the procedure as it stands after it. */
export const ChangeLine = z.strictObject({
  /** From 1 on, one for each release of the feed; it never changes. Numbers of releases that were retracted are missing. */
  cursor: Cursor,
  /** The day of the release where the portal is. */
  date: Day,
  ocid: Text,
  /**
   * `withdrawn`: the portal has the procedure no longer; its state stays in the feed and says so. `retracted`: an import was undone, and what it
   * had added is not published any more.
   */
  change: z.enum(["added", "changed", "withdrawn", "returned", "retracted"]),
  tag: Release.shape.tag,
  /** The release's `id`; where something was retracted no release says so, and this is the change's own. */
  release: Text,
  /** What `full.jsonl.gz` says of the procedure until its next change. Absent where all of it was retracted. */
  compiled: CompiledRelease.optional(),
});
export type ChangeLine = z.infer<typeof ChangeLine>;

const ChangeFile = z.strictObject({
  /** From the feed's root. */
  path: Text,
  date: Day,
  /** Lowest and highest cursor in it; where the clock was set back, other files hold some of those between. */
  firstCursor: Cursor,
  lastCursor: Cursor,
  lines: z.int().positive(),
  bytes: z.int().positive(),
  sha256: Text,
});

/** `changes/index.json`: which file holds what, in the order in which they are to be read. */
export const ChangesIndex = z.strictObject({
  schemaVersion: z.literal(feedSchemaVersion),
  /** What a consumer does, step by step, in Spanish. */
  uso: z.array(Text).min(1),
  /**
   * Cursors of another series mean nothing here: it is another when the ocids have got another prefix, or the history was
   * made anew.
   */
  series: Text,
  /** Of the latest change. */
  cursor: Cursor,
  /** All procedures as they stand after that change. */
  full: z.strictObject({ path: Text, bytes: z.int().positive(), sha256: Text }),
  files: z.array(ChangeFile).min(1),
});
export type ChangesIndex = z.infer<typeof ChangesIndex>;

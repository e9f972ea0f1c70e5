import { readFile } from "node:fs/promises";
import path from "node:path";
import type * as z from "zod";
import { FeedCoverage } from "../../shared/feed/coverage.ts";
import { FeedIndex } from "../../shared/feed/index-schema.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { errorCode } from "../errors.ts";

/** The feed whose place the next one takes. */
export interface LastFeed {
  folder: string;
  index: FeedIndex;
  /** Absent where this version cannot read it. */
  coverage?: FeedCoverage;
}

/** Undefined where there is no feed, or one that this version cannot read. */
export async function readLastFeed(folder: string): Promise<LastFeed | undefined> {
  const index = await readFeedFile(folder, feedPaths.index, FeedIndex);
  if (index === undefined) return undefined;
  const coverage = await readFeedFile(folder, feedPaths.coverage, FeedCoverage);
  return { folder, index, ...(coverage && { coverage }) };
}

/** A JSON file of a feed; undefined where it is missing, or is not of that form. */
export async function readFeedFile<Schema extends z.ZodType>(
  folder: string,
  feedPath: string,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  try {
    const json: unknown = JSON.parse(await readFile(path.join(folder, feedPath), "utf8"));
    return schema.safeParse(json).data;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) !== undefined) return undefined;
    throw error;
  }
}

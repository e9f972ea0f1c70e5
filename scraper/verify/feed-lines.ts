import { createReadStream } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { request } from "undici";
import { describeError, errorCode, StopRunError } from "../errors.ts";

/**
 * The lines of a JSON Lines file of a feed, unzipped where its name ends in `.gz`. Throws `StopRunError` where it cannot be read.
 *
 * @param feed a folder, or an address that ends in a slash; @param feedPath from the feed's root.
 */
export async function* readFeedLines(feed: string, feedPath: string): AsyncGenerator<string> {
  const place = isAddress(feed) ? new URL(feedPath, feed).href : path.join(feed, feedPath);
  try {
    const stream = isAddress(feed) ? await download(place) : createReadStream(place);
    const unzip = feedPath.endsWith(".gz") ? createGunzip() : undefined;
    stream.once("error", (error: Error) => unzip?.destroy(error));
    const lines = createInterface({ input: unzip ? stream.pipe(unzip) : stream });
    for await (const line of lines) if (line !== "") yield line;
  } catch (cause) {
    if (cause instanceof StopRunError) throw cause;
    throw new StopRunError(
      `${place}: cannot be read (${errorCode(cause) ?? describeError(cause)}). Name the feed's folder or address with --feed.`,
      { cause },
    );
  }
}

/** Whether a feed is named by its address, and not by a folder. */
export function isAddress(feed: string): boolean {
  return /^https?:\/\//.test(feed);
}

async function download(address: string): Promise<Readable> {
  const { statusCode, body } = await request(address);
  if (statusCode === 200) return Readable.from(body);
  await body.dump();
  throw new StopRunError(
    `${address}: HTTP ${statusCode}. Name the feed's folder or address with --feed.`,
  );
}

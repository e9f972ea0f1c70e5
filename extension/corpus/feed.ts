import * as z from "zod";
import {
  ExtensionIndex,
  ExtensionManifest,
  feedSchemaVersion,
} from "../../shared/feed/index-schema.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { Subscriptions } from "../../shared/feed/subscriptions.ts";
import type { FeedProblem } from "../messages.ts";
import { type FeedLimits, feedLimits, findExcess, readBounded } from "./feed-limits.ts";

/** The feed at an address could not be read. Thrown by the functions of this file; the caller keeps what it has. */
export class FeedError extends Error {
  override name = "FeedError";
  readonly problem: FeedProblem;

  constructor(kind: FeedProblem["kind"], detail: string, cause?: unknown) {
    super(`${kind}: ${detail}`, { cause });
    this.problem = { kind, detail };
  }
}

const timeoutMs = 30_000;

/** Reads what the feed at `feedUrl` (ending in a slash) offers to the extension. Throws `FeedError`. */
export async function fetchManifest(feedUrl: string, portal: string): Promise<ExtensionManifest> {
  const address = resolve(feedPaths.extensionManifest, feedUrl);
  const json = parseJson(await getBytes(address, feedLimits.manifestBytes), address);
  const version = z.object({ schemaVersion: z.number() }).safeParse(json).data?.schemaVersion;
  if (version === undefined) throw new FeedError("invalid", address);
  if (version !== feedSchemaVersion) throw new FeedError("otherVersion", String(version));
  const manifest = ExtensionManifest.safeParse(json);
  if (!manifest.success) throw new FeedError("invalid", z.prettifyError(manifest.error));
  if (manifest.data.portal !== portal) throw new FeedError("otherPortal", manifest.data.portal);
  return manifest.data;
}

/** Fetches and checks the rows that a manifest names. Throws `FeedError`. */
export async function fetchIndex(
  feedUrl: string,
  manifest: ExtensionManifest,
  limits: FeedLimits = feedLimits,
): Promise<ExtensionIndex> {
  const address = resolveInExtension(manifest.path, feedUrl);
  const bytes = await getBytes(address, limits.bytes);
  // A host that sets Content-Encoding has the browser unzip the file before we see it.
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (isZipped && (await sha256(bytes)) !== manifest.sha256) {
    throw new FeedError("damaged", address);
  }
  const unzipped = isZipped ? await unzip(bytes, address, limits.bytes) : bytes;
  const index = ExtensionIndex.safeParse(parseJson(unzipped, address));
  if (!index.success) throw new FeedError("invalid", z.prettifyError(index.error).slice(0, 300));
  const excess = findExcess(index.data, limits);
  if (excess !== undefined) throw new FeedError("tooLarge", excess);
  return index.data;
}

/** Reads what the feed lets one subscribe to. Throws `FeedError`. */
export async function fetchSubscriptions(
  feedUrl: string,
  limits: FeedLimits = feedLimits,
): Promise<Subscriptions> {
  const address = resolve(feedPaths.subscriptions, feedUrl);
  const bytes = await getBytes(address, limits.subscriptionBytes);
  const found = Subscriptions.safeParse(parseJson(bytes, address));
  if (!found.success) throw new FeedError("invalid", z.prettifyError(found.error).slice(0, 300));
  return found.data;
}

/** Fetches a JSON file of which the hash is known. Throws `FeedError`, also where it is another file by now. */
export async function fetchChecked<T>(
  address: string,
  hash: string,
  schema: z.ZodType<T>,
): Promise<T> {
  const bytes = await getBytes(address, feedLimits.bytes);
  if ((await sha256(bytes)) !== hash) throw new FeedError("damaged", address);
  const content = schema.safeParse(parseJson(bytes, address));
  if (!content.success)
    throw new FeedError("invalid", z.prettifyError(content.error).slice(0, 300));
  return content.data;
}

/** The address of a file that `extension/index.json` names. */
export function resolveInExtension(path: string, feedUrl: string): string {
  return resolve(path, resolve(feedPaths.extensionManifest, feedUrl));
}

/** The address of a feed as it is kept: http or https, ending in a slash, without query. Throws `FeedError` where it is none. */
export function normalizeFeedUrl(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw new FeedError("badAddress", text);
  url.search = "";
  url.hash = "";
  url.pathname = url.pathname.replace(/(index\.json)?$/, "").replace(/\/?$/, "/");
  return url.href;
}

function resolve(path: string, base: string): string {
  return new URL(path, base).href;
}

async function get(address: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, {
      credentials: "omit",
      cache: "no-cache",
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw new FeedError("unreachable", address, error);
  }
  if (!response.ok) throw new FeedError("httpStatus", `${response.status} ${address}`);
  return response;
}

/** What an address answers, to its end: one that breaks off or takes too long is no answer. At most `most` bytes. */
async function getBytes(address: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const { body } = await get(address);
  if (body === null) return new Uint8Array();
  const bytes = await readBounded(body, most).catch((error: unknown) => {
    throw new FeedError("unreachable", address, error);
  });
  if (bytes === undefined) throw new FeedError("tooLarge", `bytes > ${most}`);
  return bytes;
}

function parseJson(bytes: Uint8Array, address: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new FeedError("notJson", address);
  }
}

async function unzip(
  bytes: Uint8Array<ArrayBuffer>,
  address: string,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  let unzipped: Uint8Array<ArrayBuffer> | undefined;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    unzipped = await readBounded(stream, most);
  } catch {
    throw new FeedError("damaged", address);
  }
  if (unzipped === undefined) throw new FeedError("tooLarge", `bytes > ${most}`);
  return unzipped;
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

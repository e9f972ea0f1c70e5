import { durango } from "../../shared/portal/profiles/durango.ts";
import { createHttpClient } from "../crawl/http-client.ts";
import { moveProfile } from "../crawl/portal-hosts.ts";
import { userAgentOf } from "../crawl/request-headers.ts";
import { obeyRobots } from "../crawl/robots.ts";
import { RetryableFetchError, SkipPageError, StopRunError } from "../errors.ts";
import { readSourceFile } from "./tables/open-tables.ts";
import type { SourceFile } from "./tables/sheet.ts";

/** How an address is asked for a file. */
export interface FetchSettings {
  /** Address or e-mail of whoever asks. */
  contact?: string | undefined;
  /** Least time between two requests; robots.txt may ask for more. */
  delayMs: number;
  /** How long the server may be silent. */
  timeoutMs: number;
  now: () => Date;
}

/** Whether a source is an address, and no file of this machine. */
export function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/**
 * A file of this machine, or of an address: as politely as the portal is read, after its robots.txt, and never beyond its host.
 *
 * Throws `StopRunError` where it cannot be had, in one sentence that says why.
 */
export async function readSource(source: string, settings: FetchSettings): Promise<SourceFile> {
  if (!isAddress(source)) return readSourceFile(source);
  if (!URL.canParse(source)) throw new StopRunError(`${source}: this is no address.`);
  const profile = moveProfile(durango, source);
  const http = createHttpClient(profile, {
    userAgent: userAgentOf(settings.contact),
    delayMs: settings.delayMs,
    concurrency: 1,
    timeoutMs: settings.timeoutMs,
    retries: 3,
    retryDelayMs: 1000,
    maxRetryAfterMs: 120_000,
    now: settings.now,
  });
  try {
    const checkRobots = await obeyRobots(http, profile.baseUrl);
    checkRobots(source);
    return { name: source, bytes: (await http.get(source)).body };
  } catch (cause) {
    if (cause instanceof SkipPageError || cause instanceof RetryableFetchError) {
      throw new StopRunError(`${cause.message} Download the file and import it from there.`, {
        cause,
      });
    }
    throw cause;
  } finally {
    await http.close();
  }
}

import robotsParser from "robots-parser";
import {
  EmptyAnswerError,
  PortalRefusedError,
  RetryableFetchError,
  SkipPageError,
  StopRunError,
} from "../errors.ts";
import type { HttpClient } from "./http-client.ts";

/** The name by which robots.txt may speak of us. */
export const robotsName = "ComprasAbiertasDurango";

/**
 * Reads the portal's robots.txt and returns what asks whether an address may be read: it throws `StopRunError` for one that may
 * not. Redirects are asked about too. A portal without the file allows everything; a file that cannot be had (5xx, timeouts) stops
 * the run, as RFC 9309 section 2.3.1.4 asks. Its Crawl-delay slows the client down.
 */
export async function obeyRobots(
  http: HttpClient,
  baseUrl: string,
): Promise<(url: string) => void> {
  const address = `${baseUrl}/robots.txt`;
  const text = await readRobots(http, address);
  if (text === undefined) return () => undefined;
  const robots = robotsParser(address, text);
  http.slowDown((robots.getCrawlDelay(robotsName) ?? 0) * 1000);
  const check = (url: string): void => {
    if (robots.isAllowed(url, robotsName) === false) {
      throw new PortalRefusedError(
        `${url}: robots.txt forbids reading it (line ${robots.getMatchingLineNumber(url, robotsName)} of ${address}). Ask the portal's keepers.`,
      );
    }
  };
  http.checkRedirects(check);
  return check;
}

async function readRobots(http: HttpClient, address: string): Promise<string | undefined> {
  try {
    const { body, contentType } = await http.get(address);
    // Portals that answer every unknown path with a page of their own have no robots.txt.
    return /html/i.test(contentType ?? "") ? undefined : new TextDecoder().decode(body);
  } catch (error) {
    // An empty file forbids nothing.
    if (error instanceof SkipPageError || error instanceof EmptyAnswerError) return undefined;
    if (!(error instanceof RetryableFetchError)) throw error;
    throw new StopRunError(
      `${error.message} The portal does not answer, not even with its robots.txt; see whether it opens in a browser and try again later.`,
      { cause: error },
    );
  }
}

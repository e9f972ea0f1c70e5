import { packageVersion } from "../version.ts";
import { robotsName } from "./robots.ts";

/** The scraper's name with its version. */
export const software = `${robotsName}/${packageVersion}`;

/** The user agent of every request: who reads, and whom to write to where that is known. */
export function userAgentOf(contact: string | undefined): string {
  return contact === undefined ? software : `${software} (+${contact})`;
}

/** The headers of every request. */
export function requestHeaders(userAgent: string): Readonly<Record<string, string>> {
  return {
    "user-agent": userAgent,
    "accept-encoding": "gzip",
    "accept-language": "es-MX,es;q=0.9",
    accept: "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8",
  };
}

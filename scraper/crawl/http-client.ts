import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { ArchiveRef } from "../archive/archive-ref.ts";
import type { ArchiveWriter } from "../archive/archive-writer.ts";
import { createClient } from "./client.ts";
import type { KnownBody, Unchanged, Validators } from "./known-body.ts";
import { portalTransport } from "./portal-transport.ts";
import type { DocumentRequest } from "./transport.ts";

export interface HttpSettings {
  /** Sent with every request, so that the portal's keepers know who reads and whom to write to. */
  userAgent: string;
  /** Least time between the starts of two requests. */
  delayMs: number;
  /** Requests in flight at most. */
  concurrency: number;
  /** Limit for the connection, the headers, and each pause within a body; a whole request may take four times as long. */
  timeoutMs: number;
  /** Further attempts after a failed one. */
  retries: number;
  /** Pause before the first further attempt; it doubles with each. Where the portal asks for less and does not say how long, all requests pause for so long. */
  retryDelayMs: number;
  /** The longest `Retry-After` that is waited for; a portal that asks for more is left alone. */
  maxRetryAfterMs: number;
  /** Called before each request; throws where none may be sent. */
  allow?: (() => void) | undefined;
  /** Authorities in PEM that certificates may rest on, in the place of those that Node knows; absent for those. */
  authorities?: readonly string[] | undefined;
  /** Told when the portal makes the pace slower, with the least time between two requests from then on. */
  onSlower?: ((gapMs: number) => void) | undefined;
  now: () => Date;
}

/** A page as it was received. */
export interface Fetched {
  /** Where it was found in the end: redirects have been followed. */
  url: string;
  contentType: string | undefined;
  charset: string | undefined;
  body: Uint8Array;
  /** Of the body, hexadecimal. */
  sha256: string;
  retrievedAt: Date;
  /** Absent where the answer has none. */
  validators?: Validators | undefined;
  /** Absent where no archive is kept. */
  archive?: ArchiveRef | undefined;
}

/** An attachment whose body has been received, and not kept in memory. */
export interface FetchedDocument {
  /** Where it was found in the end: redirects have been followed. */
  url: string;
  /** The file's name; undefined where the portal states none. */
  name: string | undefined;
  /** In lower case, without parameters; undefined where the portal states none. `text/html` is a web page in the place of a document. */
  mediaType: string | undefined;
  /** The page in the place of a document; absent for a document, and where the archive has only its headers. */
  page?: Uint8Array | undefined;
  bytes: number;
  /** Of the body, hexadecimal. */
  sha256: string;
  retrievedAt: Date;
  /** Absent where the answer has none. */
  validators?: Validators | undefined;
  /** Absent where no archive is kept. */
  archive?: ArchiveRef | undefined;
}

export interface HttpClient {
  /**
   * Reads one address of the portal.
   *
   * Throws `RetryableFetchError` when all attempts are used up, `SkipPageError` for a page that is not there, `StopRunError`
   * where the portal refuses (401, 403, a login), leads elsewhere, or asks for a longer wait than allowed, or where the
   * answer cannot be kept in the archive.
   */
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Fetched>;
  /** Reads an address where it sends something else than what is known. Throws as `get` does. */
  getIfChanged(url: string, known: KnownBody): Promise<Fetched | Unchanged>;
  /** Reads an attachment to its end. Throws as `get` does, and `SkipPageError` for one that is larger than `maxBytes`. */
  getDocument(url: string, request: DocumentRequest): Promise<FetchedDocument>;
  /** Reads an attachment where its address sends something else than what is known. Throws as `getDocument` does. */
  getDocumentIfChanged(
    url: string,
    request: DocumentRequest,
    known: KnownBody,
  ): Promise<FetchedDocument | Unchanged>;
  /** Widens the pace to what robots.txt asks for. */
  slowDown(delayMs: number): void;
  /** From now on, a redirect is followed only where `check` does not throw. */
  checkRedirects(check: (url: string) => void): void;
  /** Ends what is in flight. */
  abort(): void;
  counts: { requests: number; retries: number };
  close(): Promise<void>;
}

/**
 * The only way in which the scraper speaks to a portal: named, paced, bounded, and never past a refusal.
 *
 * @param archive keeps every answer, before anyone reads it.
 */
export function createHttpClient(
  profile: PortalProfile,
  settings: HttpSettings,
  archive?: ArchiveWriter,
): HttpClient {
  return createClient(profile, settings, portalTransport(settings, archive));
}

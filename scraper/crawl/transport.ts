import type { Answer } from "./answer.ts";
import type { KnownBody } from "./known-body.ts";

/** One request of a client. */
export interface Question {
  url: URL;
  /** The address that the client was asked for; `url` is another where a redirect led there. */
  address: string;
  /** Sent besides those of every request. */
  headers: Readonly<Record<string, string>>;
  /** How to take an attachment; absent for a page. */
  document?: DocumentRequest | undefined;
  /** The body that the headers ask about; absent where it is to be sent in any case. */
  known?: KnownBody | undefined;
}

export interface DocumentRequest {
  /** Keep its body in the archive; else the archive has only its headers, size and digest. */
  keep: boolean;
  maxBytes: number;
}

/** What answers a client's requests: the portal, or an archive of what it once answered. */
export interface Transport {
  /** Gives back the answer once it lies in the archive. Throws `RetryableFetchError` where there is none, `StopRunError` where none can be had. */
  send(question: Question, signal: AbortSignal): Promise<Answer>;
  /** Whether an address may be asked if it still sends a body: not where the answer that it does could not be understood later. */
  mayAskIfChanged(
    url: URL,
    known: KnownBody,
    document: DocumentRequest | undefined,
  ): Promise<boolean>;
  /** Whether a failed request for an address may be repeated. */
  mayTryAgain(address: string): boolean;
  /** The portal asked for less (429, 503, Retry-After): nothing at all is sent for `ms`; where it asks again and again, the pace slows down for good. */
  easeOff(ms: number): void;
  /** Raises the least time between two requests. */
  slowDown(delayMs: number): void;
  close(): Promise<void>;
}

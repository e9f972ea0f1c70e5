import { setTimeout as wait } from "node:timers/promises";
import PQueue from "p-queue";
import pRetry from "p-retry";
import { Agent, type Dispatcher } from "undici";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { RetryableFetchError, SkipPageError, StopRunError } from "../errors.ts";
import { paceGate } from "./pace.ts";
import { isPortalAddress } from "./portal-hosts.ts";
import { charsetOf, connectionError, headerOf, receiveBody, retryAfterMs } from "./receive.ts";

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
  /** Pause before the first further attempt; it doubles with each. */
  retryDelayMs: number;
  /** The longest `Retry-After` that is waited for; a portal that asks for more is left alone. */
  maxRetryAfterMs: number;
  now: () => Date;
}

/** A page as it was received. */
export interface Fetched {
  /** Where it was found in the end: redirects have been followed. */
  url: string;
  contentType: string | undefined;
  charset: string | undefined;
  body: Uint8Array;
  retrievedAt: Date;
}

export interface HttpClient {
  /**
   * Reads one address of the portal.
   *
   * Throws `RetryableFetchError` when all attempts are used up, `SkipPageError` for a page that is not there, `StopRunError`
   * where the portal refuses (401, 403, a login), leads elsewhere, or asks for a longer wait than allowed.
   */
  get(url: string, headers?: Record<string, string>): Promise<Fetched>;
  /** Raises the pace to what robots.txt asks for. */
  slowDown(delayMs: number): void;
  /** Ends what is in flight. */
  abort(): void;
  counts: { requests: number; retries: number };
  close(): Promise<void>;
}

const maxRedirects = 3;
const loginPath = /\/(account\/)?(log-?in|sign-?in|iniciar-?sesion|ingresar)\b/i;

/** The only way in which the scraper speaks to a portal: named, paced, bounded, and never past a refusal. */
export function createHttpClient(profile: PortalProfile, settings: HttpSettings): HttpClient {
  const { timeoutMs } = settings;
  const agent = new Agent({
    connections: settings.concurrency,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const queue = new PQueue({ concurrency: settings.concurrency });
  const aborter = new AbortController();
  const counts = { requests: 0, retries: 0 };
  let passGate = paceGate(settings.delayMs);

  const request = async (url: URL, headers: Record<string, string>) => {
    await passGate(aborter.signal);
    counts.requests += 1;
    return agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: "GET",
      headers: {
        "user-agent": settings.userAgent,
        "accept-encoding": "gzip",
        "accept-language": "es-MX,es;q=0.9",
        accept: "text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8",
        ...headers,
      },
      signal: AbortSignal.any([aborter.signal, AbortSignal.timeout(timeoutMs * 4)]),
    });
  };

  const attempt = async (address: string, headers: Record<string, string>): Promise<Fetched> => {
    let url = new URL(address);
    for (let hop = 0; ; hop += 1) {
      const where = `GET ${url.href}`;
      try {
        const response = await request(url, headers);
        const target = redirectTarget(response, url);
        if (target !== undefined) {
          await response.body.dump();
          checkRedirect(target, where, hop, profile);
          url = target;
          continue;
        }
        await checkStatus(response, where, settings);
        const body = await receiveBody(response, where);
        const contentType = headerOf(response, "content-type");
        const charset = charsetOf(contentType);
        return { url: url.href, contentType, charset, body, retrievedAt: settings.now() };
      } catch (error) {
        if (aborter.signal.aborted) throw error;
        throw connectionError(error, where);
      }
    }
  };

  return {
    counts,
    get: (url, headers = {}) =>
      queue.add(() =>
        pRetry(() => attempt(url, headers), {
          retries: settings.retries,
          minTimeout: settings.retryDelayMs,
          signal: aborter.signal,
          shouldRetry: ({ error }) => error instanceof RetryableFetchError,
          onFailedAttempt: async ({ error, retriesLeft }) => {
            if (!(error instanceof RetryableFetchError) || retriesLeft === 0) return;
            counts.retries += 1;
            await waitAsAsked(error, settings.maxRetryAfterMs, aborter.signal);
          },
        }),
      ),
    slowDown: (delayMs) => {
      if (delayMs > settings.delayMs) passGate = paceGate(delayMs);
    },
    abort: () => aborter.abort(),
    close: () => agent.destroy(),
  };
}

function redirectTarget(response: Dispatcher.ResponseData, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(response.statusCode)) return undefined;
  const location = headerOf(response, "location");
  return location === undefined || !URL.canParse(location, from.href)
    ? undefined
    : new URL(location, from.href);
}

function checkRedirect(target: URL, where: string, hop: number, profile: PortalProfile): void {
  if (!isPortalAddress(target, profile)) {
    throw new StopRunError(
      `${where}: leads to another host, ${target.origin}, which is not followed. If that is the portal now, name it with --portal.`,
    );
  }
  if (loginPath.test(target.pathname)) {
    throw new StopRunError(
      `${where}: leads to a login (${target.pathname}). What is not public is not read; look at the portal in a browser.`,
    );
  }
  if (hop >= maxRedirects) {
    throw new SkipPageError(`${where}: more than ${maxRedirects} redirects in a row.`);
  }
}

/** Returns for an answer that can be read; throws what its status asks for otherwise. */
async function checkStatus(
  response: Dispatcher.ResponseData,
  where: string,
  settings: HttpSettings,
): Promise<void> {
  const { statusCode } = response;
  if (statusCode >= 200 && statusCode < 300) return;
  await response.body.dump();
  if (statusCode === 401 || statusCode === 403) {
    throw new StopRunError(
      `${where}: the portal refuses us (HTTP ${statusCode}). Nothing is done to get around it; ask the portal's keepers.`,
    );
  }
  if (statusCode === 429 || statusCode >= 500) {
    throw new RetryableFetchError(`${where}: HTTP ${statusCode}.`, {
      retryAfterMs: retryAfterMs(headerOf(response, "retry-after"), settings.now()),
    });
  }
  throw new SkipPageError(`${where}: HTTP ${statusCode}.`);
}

async function waitAsAsked(
  error: RetryableFetchError,
  maxMs: number,
  signal: AbortSignal,
): Promise<void> {
  const { retryAfterMs: asked } = error;
  if (asked === undefined) return;
  if (asked > maxMs) {
    throw new StopRunError(
      `${error.message} The portal asks to be left alone for ${Math.ceil(asked / 1000)} seconds; run the command again after that.`,
      { cause: error },
    );
  }
  await wait(asked, undefined, { signal });
}

import PQueue from "p-queue";
import pRetry from "p-retry";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import {
  PageGoneError,
  PortalRefusedError,
  RetryableFetchError,
  SkipPageError,
} from "../errors.ts";
import { type Answer, headerOf, type WholeBody } from "./answer.ts";
import { fileNameOf, mediaTypeOf } from "./document-headers.ts";
import type { Fetched, FetchedDocument, HttpClient, HttpSettings } from "./http-client.ts";
import { isPortalAddress } from "./portal-hosts.ts";
import { charsetOf, connectionError, maxBodyBytes, retryAfterMs } from "./receive.ts";
import type { DocumentRequest, Transport } from "./transport.ts";

type ClientSettings = Pick<
  HttpSettings,
  "concurrency" | "retries" | "retryDelayMs" | "maxRetryAfterMs"
>;

const maxRedirects = 3;
const loginPath = /\/(account\/)?(log-?in|sign-?in|iniciar-?sesion|ingresar)\b/i;

/** A client over whatever answers: it follows redirects within the portal, judges what comes, and repeats what may succeed later. */
export function createClient(
  profile: PortalProfile,
  settings: ClientSettings,
  transport: Transport,
): HttpClient {
  const queue = new PQueue({ concurrency: settings.concurrency });
  const aborter = new AbortController();
  const counts = { requests: 0, retries: 0 };
  let checkAddress: (url: string) => void = () => undefined;

  const attempt = async (
    address: string,
    headers: Readonly<Record<string, string>>,
    document?: DocumentRequest,
  ): Promise<GoodAnswer> => {
    let url = new URL(address);
    for (let hop = 0; ; hop += 1) {
      counts.requests += 1;
      const answer = await transport.send({ url, address, headers, document }, aborter.signal);
      const where = `GET ${url.href}`;
      easeOff(answer, where, settings.maxRetryAfterMs, transport);
      const target = redirectTarget(answer, url);
      if (target === undefined) return checkAnswer(answer, where, document?.maxBytes);
      checkRedirect(target, where, hop, profile);
      checkAddress(target.href);
      url = target;
    }
  };

  const ask = (
    address: string,
    headers: Readonly<Record<string, string>>,
    document?: DocumentRequest,
  ): Promise<GoodAnswer> =>
    queue.add(() =>
      pRetry(() => attempt(address, headers, document), {
        retries: settings.retries,
        minTimeout: settings.retryDelayMs,
        signal: aborter.signal,
        shouldRetry: ({ error }) =>
          error instanceof RetryableFetchError && transport.mayTryAgain(address),
        onFailedAttempt: ({ error, retriesLeft }) => {
          if (error instanceof RetryableFetchError && retriesLeft > 0) counts.retries += 1;
        },
      }),
    );

  return {
    counts,
    get: async (url, headers = {}) => fetchedOf(await ask(url, headers)),
    getDocument: async (url, request) => documentOf(await ask(url, {}, request)),
    slowDown: (delayMs) => transport.slowDown(delayMs),
    checkRedirects: (check) => {
      checkAddress = check;
    },
    abort: () => aborter.abort(),
    close: () => transport.close(),
  };
}

/** An answer with status 2xx and a body that is whole. */
interface GoodAnswer extends Answer {
  body: WholeBody;
}

function fetchedOf({ body, ...answer }: GoodAnswer): Fetched {
  if (body.content === undefined) {
    throw new RetryableFetchError(
      `GET ${answer.url}: the archive has only the headers of this page.`,
    );
  }
  const contentType = headerOf(answer.headers, "content-type");
  return {
    url: answer.url,
    contentType,
    charset: charsetOf(contentType),
    body: body.content,
    sha256: body.sha256,
    retrievedAt: answer.receivedAt,
    archive: answer.archive,
  };
}

function documentOf({ body, ...answer }: GoodAnswer): FetchedDocument {
  return {
    url: answer.url,
    name: fileNameOf(headerOf(answer.headers, "content-disposition")),
    mediaType: mediaTypeOf(headerOf(answer.headers, "content-type")),
    bytes: body.bytes,
    sha256: body.sha256,
    retrievedAt: answer.receivedAt,
    archive: answer.archive,
  };
}

function redirectTarget({ statusCode, headers }: Answer, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined;
  const location = headerOf(headers, "location");
  return location === undefined || !URL.canParse(location, from.href)
    ? undefined
    : new URL(location, from.href);
}

function checkRedirect(target: URL, where: string, hop: number, profile: PortalProfile): void {
  if (!isPortalAddress(target, profile)) {
    throw new PortalRefusedError(
      `${where}: leads to another host, ${target.origin}, which is not followed. If that is the portal now, name it with --portal.`,
    );
  }
  if (loginPath.test(target.pathname)) {
    throw new PortalRefusedError(
      `${where}: leads to a login (${target.pathname}). What is not public is not read; look at the portal in a browser.`,
    );
  }
  if (hop >= maxRedirects) {
    throw new SkipPageError(`${where}: more than ${maxRedirects} redirects in a row.`);
  }
}

/** The answer where it can be read; throws what its status or its body asks for otherwise. */
function checkAnswer(answer: Answer, where: string, maxBytes = maxBodyBytes): GoodAnswer {
  const { statusCode, body, receivedAt } = answer;
  if (statusCode === 401 || statusCode === 403) {
    throw new PortalRefusedError(
      `${where}: the portal refuses us (HTTP ${statusCode}). Nothing is done to get around it; ask the portal's keepers.`,
    );
  }
  if (statusCode === 429 || statusCode >= 500) {
    throw new RetryableFetchError(`${where}: HTTP ${statusCode}.`);
  }
  if (statusCode === 404 || statusCode === 410) {
    throw new PageGoneError(`${where}: HTTP ${statusCode}.`, receivedAt);
  }
  if (statusCode < 200 || statusCode >= 300) {
    throw new SkipPageError(`${where}: HTTP ${statusCode}.`);
  }
  if ("cut" in body) {
    if (body.cut === "length") {
      throw new SkipPageError(`${where}: the answer is larger than ${maxBytes} bytes.`);
    }
    if (body.cut === "unspecified") {
      throw new RetryableFetchError(`${where}: the answer cannot be unzipped.`, {
        cause: body.cause,
      });
    }
    throw connectionError(body.cause ?? new Error(`the answer broke off: ${body.cut}`), where);
  }
  if (body.bytes === 0) throw new RetryableFetchError(`${where}: the answer is empty.`);
  return { ...answer, body };
}

/** Leaves the portal in peace where an answer asks for it; throws `PortalRefusedError` for a longer wait than allowed. */
function easeOff(
  { statusCode, headers, receivedAt }: Answer,
  where: string,
  maxMs: number,
  transport: Transport,
): void {
  if (statusCode !== 429 && statusCode < 500) return;
  const askedMs = retryAfterMs(headerOf(headers, "retry-after"), receivedAt);
  if (askedMs !== undefined && askedMs > maxMs) {
    throw new PortalRefusedError(
      `${where}: HTTP ${statusCode}. The portal asks to be left alone for ${Math.ceil(askedMs / 1000)} seconds; run the command again after that.`,
    );
  }
  const isBusy = statusCode === 429 || statusCode === 503;
  if (isBusy || askedMs !== undefined) transport.easeOff(askedMs ?? 0);
}

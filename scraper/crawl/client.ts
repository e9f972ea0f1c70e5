import PQueue from "p-queue";
import pRetry from "p-retry";
import { isPortalAddress } from "../../shared/portal/portal-address.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import {
  describeError,
  EmptyAnswerError,
  PageGoneError,
  PortalRefusedError,
  RetryableFetchError,
  SkipPageError,
  TooLargeError,
} from "../errors.ts";
import { type Answer, headerOf, type WholeBody } from "./answer.ts";
import { fileNameOf, mediaTypeOf } from "./document-headers.ts";
import type { Fetched, FetchedDocument, HttpClient, HttpSettings } from "./http-client.ts";
import { conditionalHeaders, type KnownBody, type Unchanged, validatorsOf } from "./known-body.ts";
import { charsetOf, connectionError, maxBodyBytes, retryAfterMs } from "./receive.ts";
import type { Question, Transport } from "./transport.ts";
import { breaksOff, looksLikeHtml } from "./whole-page.ts";

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

  const attempt = async (address: string, request: ClientRequest): Promise<Settled> => {
    const { document } = request;
    let url = new URL(address);
    for (let hop = 0; ; hop += 1) {
      counts.requests += 1;
      // What is known was sent by this address, and not by one that it leads to.
      const about = hop === 0 ? request : { ...request, known: undefined };
      const asked = await askIfChanged(url, about, transport);
      const answer = await transport.send({ headers: {}, ...asked, url, address }, aborter.signal);
      if (answer.statusCode === 304 && asked.known) return unchanged(answer, asked.known);
      const where = `GET ${url.href}`;
      easeOff(answer, where, settings.maxRetryAfterMs, transport);
      const target = redirectTarget(answer, url);
      if (target === undefined) return checkAnswer(fromArchive(answer), where, document);
      checkRedirect(target, where, hop, profile);
      checkAddress(target.href);
      url = target;
    }
  };

  const ask = (address: string, request: ClientRequest): Promise<Settled> =>
    queue.add(() =>
      pRetry(() => attempt(address, request), {
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
    get: async (url, headers = {}) => fetchedOf(whole(await ask(url, { headers }))),
    getIfChanged: async (url, known) => {
      const answer = await ask(url, { known });
      return "isUnchanged" in answer ? answer : fetchedOf(answer);
    },
    getDocument: async (url, document) => documentOf(whole(await ask(url, { document }))),
    getDocumentIfChanged: async (url, document, known) => {
      const answer = await ask(url, { document, known });
      return "isUnchanged" in answer ? answer : documentOf(answer);
    },
    slowDown: (delayMs) => transport.slowDown(delayMs),
    checkRedirects: (check) => {
      checkAddress = check;
    },
    abort: () => aborter.abort(),
    close: () => transport.close(),
  };
}

type ClientRequest = Partial<Pick<Question, "headers" | "document" | "known">>;

/** An answer with status 2xx and a body that is whole. */
interface GoodAnswer extends Answer {
  body: WholeBody;
}

type Settled = GoodAnswer | Unchanged;

/** The request that asks for a body only where it is another than the known one; the same without that where it must not be asked so. */
async function askIfChanged(
  url: URL,
  { headers = {}, document, known }: ClientRequest,
  transport: Transport,
): Promise<ClientRequest> {
  if (known === undefined || !(await transport.mayAskIfChanged(url, known, document))) {
    return { headers, document };
  }
  return { headers: { ...headers, ...conditionalHeaders(known) }, document, known };
}

function unchanged({ receivedAt, archive }: Answer, { sha256 }: KnownBody): Unchanged {
  return { isUnchanged: true, sha256, retrievedAt: receivedAt, archive };
}

/** An archive gives the body with an answer that it had not changed, to a reader who does not know it. */
function fromArchive(answer: Answer): Answer {
  const { statusCode, body } = answer;
  return statusCode === 304 && "sha256" in body && body.bytes > 0
    ? { ...answer, statusCode: 200 }
    : answer;
}

function whole(answer: Settled): GoodAnswer {
  if ("isUnchanged" in answer) throw new Error("a body that was not asked about has not changed");
  return answer;
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
    validators: validatorsOf(answer.headers),
    archive: answer.archive,
  };
}

function documentOf({ body, ...answer }: GoodAnswer): FetchedDocument {
  const mediaType = mediaTypeOf(headerOf(answer.headers, "content-type"));
  const isPage = mediaType === "text/html" || (body.content && looksLikeHtml(body.content));
  return {
    url: answer.url,
    name: fileNameOf(headerOf(answer.headers, "content-disposition")),
    mediaType: isPage ? "text/html" : mediaType,
    page: isPage ? body.content : undefined,
    bytes: body.bytes,
    sha256: body.sha256,
    retrievedAt: answer.receivedAt,
    validators: validatorsOf(answer.headers),
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
function checkAnswer(answer: Answer, where: string, document: Question["document"]): GoodAnswer {
  const { statusCode, headers, body, receivedAt } = answer;
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
      throw new TooLargeError(
        `${where}: the answer is larger than ${document?.maxBytes ?? maxBodyBytes} bytes.`,
      );
    }
    if (body.cut === "unspecified") {
      const why = body.cause === undefined ? "" : ` (${describeError(body.cause)})`;
      throw new RetryableFetchError(`${where}: the answer cannot be unzipped${why}.`, {
        cause: body.cause,
      });
    }
    throw connectionError(body.cause ?? new Error(`the answer broke off: ${body.cut}`), where);
  }
  if (body.bytes === 0) throw new EmptyAnswerError(`${where}: the answer is empty.`);
  const contentType = headerOf(headers, "content-type");
  if (!document && body.content && breaksOff(body.content, contentType)) {
    throw new RetryableFetchError(
      `${where}: the page breaks off before its end, though all of its bytes came.`,
    );
  }
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

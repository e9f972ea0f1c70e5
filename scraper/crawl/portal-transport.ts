import { Agent, type Dispatcher } from "undici";
import * as z from "zod";
import type { ArchiveWriter } from "../archive/archive-writer.ts";
import { type Answer, type HeaderList, headerOf } from "./answer.ts";
import { mediaTypeOf } from "./document-headers.ts";
import type { HttpSettings } from "./http-client.ts";
import { keepPace } from "./pace.ts";
import { connectionError, maxBodyBytes, receiveBody } from "./receive.ts";
import { requestHeaders } from "./request-headers.ts";
import { openSpillFile } from "./spill-file.ts";
import type { Question, Transport } from "./transport.ts";

type PortalSettings = Pick<
  HttpSettings,
  | "userAgent"
  | "delayMs"
  | "concurrency"
  | "timeoutMs"
  | "retryDelayMs"
  | "allow"
  | "authorities"
  | "onSlower"
  | "now"
>;

/** Every so many times that the portal asks for less, the gap between two requests doubles for the rest of the run. */
const patience = 3;
/** To which it does so at most; robots.txt may ask for more. */
const widestGapMs = 60_000;

/** The portal itself, asked at a gentle pace. Every answer lies in the archive, where there is one, before it is given back. */
export function portalTransport(settings: PortalSettings, archive?: ArchiveWriter): Transport {
  const { timeoutMs, authorities } = settings;
  const agent = new Agent({
    connections: settings.concurrency,
    connect: { timeout: timeoutMs, ...(authorities && { ca: [...authorities] }) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  const pace = keepPace(settings.delayMs);
  let timesAskedForLess = 0;
  const slowDown = (gapMs: number): void => {
    if (pace.slowDown(gapMs)) settings.onSlower?.(gapMs);
  };

  const request = ({ url, headers }: Question, signal: AbortSignal) =>
    agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: "GET",
      headers: { ...requestHeaders(settings.userAgent), ...headers },
      responseHeaders: "raw",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs * 4)]),
    });

  const receive = async (
    response: Dispatcher.ResponseData,
    question: Question,
    signal: AbortSignal,
  ): Promise<Answer> => {
    const { statusCode, statusText } = response;
    const headers = headerList(response);
    // An error page in the place of a document is received as the page that it is.
    const isHtml = mediaTypeOf(headerOf(headers, "content-type")) === "text/html";
    const document =
      statusCode >= 200 && statusCode < 300 && !isHtml ? question.document : undefined;
    const spill = document?.keep && archive ? await openSpillFile() : undefined;
    try {
      const body = await receiveBody(response.body, headers, {
        maxBytes: document?.maxBytes ?? maxBodyBytes,
        isPage: document === undefined,
        write: spill?.write,
      });
      signal.throwIfAborted();
      const url = question.url.href;
      const answer = { url, statusCode, statusText, headers, body, receivedAt: settings.now() };
      return archive
        ? { ...answer, archive: await archive.keep(answer, question, spill?.read) }
        : answer;
    } finally {
      await spill?.remove();
    }
  };

  return {
    send: async (question, signal) => {
      await pace.pass(signal);
      settings.allow?.();
      try {
        return await receive(await request(question, signal), question, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        throw connectionError(error, `GET ${question.url.href}`);
      }
    },
    mayAskIfChanged: async (url, known, document) =>
      archive === undefined || archive.holds(url.href, known, document),
    mayTryAgain: () => true,
    easeOff: (ms) => {
      pace.holdBack(Math.max(ms, settings.retryDelayMs));
      timesAskedForLess += 1;
      if (timesAskedForLess % patience > 0) return;
      slowDown(Math.min(Math.max(pace.gapMs() * 2, settings.retryDelayMs), widestGapMs));
    },
    slowDown,
    close: () => agent.destroy(),
  };
}

/** With `responseHeaders: "raw"`, undici hands the headers over as one list of names and values, whatever its types say. */
function headerList({ headers }: Dispatcher.ResponseData): HeaderList {
  const raw = z.array(z.string()).parse(headers);
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""]] : []));
}

import { createHash } from "node:crypto";
import { pipeline, type Readable, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { errorCode, RetryableFetchError, SkipPageError, StopRunError } from "../errors.ts";
import { type CutBody, type HeaderList, headerOf, type WholeBody } from "./answer.ts";
import { certificateError } from "./certificate-error.ts";
import { looksLikeHtml } from "./whole-page.ts";

/**
 * The largest page read: a list of some 75,000 rows on one page, ten times the procedures that the portal is thought to have. A page takes
 * about 50 times its size in memory while it is read, and Node has 2 GB by default on a small machine.
 */
export const maxBodyBytes = 32 * 1024 * 1024;

export interface Receiver {
  /** Of the body, once it is unzipped. */
  maxBytes: number;
  /** Whether a page was asked for, whose body is gathered in memory; that of a document is not, unless it is a page as well. */
  isPage: boolean;
  /** Takes the body piece by piece. */
  write?: ((chunk: Uint8Array) => Promise<void>) | undefined;
}

/** Receives a body to its end, unzipped, or tells why there is none. What `write` throws is thrown. */
export async function receiveBody(
  stream: Readable,
  headers: HeaderList,
  { maxBytes, isPage, write }: Receiver,
): Promise<WholeBody | CutBody> {
  const encoding = encodingOf(headers);
  if (encoding !== "identity" && !isZipped(headers)) {
    // undici tells of the destruction as an error, which ends the program where nobody listens.
    stream.once("error", () => undefined).destroy();
    return { cut: "unspecified", cause: new Error(`Content-Encoding: ${encoding}`) };
  }
  let isInMemory = isPage;
  const chunks: Uint8Array[] = [];
  const hash = createHash("sha256");
  let bytes = 0;
  const pieces = unzipped(stream, headers)[Symbol.asyncIterator]();
  for (;;) {
    const next = await nextPiece(pieces);
    if ("cut" in next) return next;
    if (next.done) break;
    // An error page that claims to be a document is received as the page that it is.
    if (bytes === 0) isInMemory ||= looksLikeHtml(next.value);
    bytes += next.value.byteLength;
    if (bytes > maxBytes || (isInMemory && bytes > maxBodyBytes)) {
      stream.destroy();
      return { cut: "length" };
    }
    hash.update(next.value);
    if (isInMemory) chunks.push(next.value);
    await write?.(next.value);
  }
  const content = isInMemory ? Buffer.concat(chunks) : undefined;
  return { bytes, sha256: hash.digest("hex"), content };
}

/** Only gzip is asked for; some servers send what they like. */
const unzippers = new Map<string, () => Transform>([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);

/** Whether a body comes zipped, and is unzipped while it is received. */
export function isZipped(headers: HeaderList): boolean {
  return unzippers.has(encodingOf(headers));
}

/** In lower case; `identity` where none is stated. */
function encodingOf(headers: HeaderList): string {
  return headerOf(headers, "content-encoding")?.trim().toLowerCase() || "identity";
}

function unzipped(stream: Readable, headers: HeaderList): AsyncIterable<Uint8Array> {
  const unzip = unzippers.get(encodingOf(headers));
  // An error of either stream comes out where the pieces are taken.
  return unzip === undefined ? stream : pipeline(stream, unzip(), () => undefined);
}

async function nextPiece(
  pieces: AsyncIterator<Uint8Array>,
): Promise<IteratorResult<Uint8Array> | CutBody> {
  try {
    return await pieces.next();
  } catch (cause) {
    if (/^(Z_|ERR__ERROR_FORMAT)/.test(errorCode(cause) ?? ""))
      return { cut: "unspecified", cause };
    return { cut: isTimeout(cause) ? "time" : "disconnect", cause };
  }
}

/** The `charset` of a Content-Type, where one is stated. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType ?? "")?.[1];
}

/** Milliseconds that a Retry-After header asks to wait, from seconds or an HTTP date; undefined where it is absent or unreadable. */
export function retryAfterMs(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  const ms = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now.getTime();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/** A failed connection as the error that says what to do: try again, or stop and tell the user what is wrong. */
export function connectionError(error: unknown, where: string): Error {
  if (error instanceof RetryableFetchError || error instanceof SkipPageError) return error;
  if (error instanceof StopRunError) return error;
  const code = errorCode(error) ?? "";
  const reason = code || (error instanceof Error ? error.message : String(error));
  const ofCertificate = certificateError(error, where);
  if (ofCertificate) return ofCertificate;
  return new RetryableFetchError(
    `${where}: ${isTimeout(error) ? `no answer in time (${code || "TIMEOUT"})` : `the connection failed (${reason})`}.`,
    { cause: error },
  );
}

function isTimeout(error: unknown): boolean {
  return (
    /TIMEOUT|TIMEDOUT/.test(errorCode(error) ?? "") ||
    (error instanceof Error && error.name === "TimeoutError")
  );
}

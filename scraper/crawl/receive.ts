import { createHash } from "node:crypto";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { errorCode, RetryableFetchError, SkipPageError, StopRunError } from "../errors.ts";
import { type CutBody, type HeaderList, headerOf, type WholeBody } from "./answer.ts";

/** The largest page read: far above any list seen elsewhere, far below what would fill the memory. */
export const maxBodyBytes = 32 * 1024 * 1024;

export interface Receiver {
  /** Of the body, once it is unzipped. */
  maxBytes: number;
  /** Gather the body in memory. */
  isInMemory: boolean;
  /** Takes the body piece by piece. */
  write?: ((chunk: Uint8Array) => Promise<void>) | undefined;
}

/** Receives a body to its end, unzipped, or tells why there is none. What `write` throws is thrown. */
export async function receiveBody(
  stream: Readable,
  headers: HeaderList,
  { maxBytes, isInMemory, write }: Receiver,
): Promise<WholeBody | CutBody> {
  const chunks: Uint8Array[] = [];
  const hash = createHash("sha256");
  let bytes = 0;
  const pieces = unzipped(stream, headers)[Symbol.asyncIterator]();
  for (;;) {
    const next = await nextPiece(pieces);
    if ("cut" in next) return next;
    if (next.done) break;
    bytes += next.value.byteLength;
    if (bytes > maxBytes) {
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

/** Whether a body comes zipped, and is unzipped while it is received. */
export function isZipped(headers: HeaderList): boolean {
  return /^(x-)?gzip$/i.test(headerOf(headers, "content-encoding")?.trim() ?? "");
}

function unzipped(stream: Readable, headers: HeaderList): AsyncIterable<Uint8Array> {
  if (!isZipped(headers)) return stream;
  // An error of either stream comes out where the pieces are taken.
  return pipeline(stream, createGunzip(), () => undefined);
}

async function nextPiece(
  pieces: AsyncIterator<Uint8Array>,
): Promise<IteratorResult<Uint8Array> | CutBody> {
  try {
    return await pieces.next();
  } catch (cause) {
    if (errorCode(cause)?.startsWith("Z_")) return { cut: "unspecified", cause };
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
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code)) {
    return new StopRunError(
      `${where}: the portal's certificate cannot be verified (${reason}). If its chain lacks an intermediate certificate, ` +
        "save that certificate as PEM and name the file in NODE_EXTRA_CA_CERTS.",
      { cause: error },
    );
  }
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

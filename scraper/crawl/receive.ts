import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Dispatcher } from "undici";
import { errorCode, RetryableFetchError, SkipPageError, StopRunError } from "../errors.ts";

const unzip = promisify(gunzip);

/** The largest page read: far above any list seen elsewhere, far below what would fill the memory. */
export const maxBodyBytes = 32 * 1024 * 1024;

/**
 * The whole body of a response, unzipped. Throws `SkipPageError` beyond `maxBodyBytes`, `RetryableFetchError` for a body that
 * is empty or cannot be unzipped.
 */
export async function receiveBody(
  response: Dispatcher.ResponseData,
  where: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    const bytes: Uint8Array = chunk;
    size += bytes.byteLength;
    if (size > maxBodyBytes) {
      response.body.destroy();
      throw new SkipPageError(`${where}: the answer is larger than ${maxBodyBytes} bytes.`);
    }
    chunks.push(bytes);
  }
  const body = Buffer.concat(chunks);
  if (body.byteLength === 0) throw new RetryableFetchError(`${where}: the answer is empty.`);
  if (headerOf(response, "content-encoding") !== "gzip") return body;
  try {
    return await unzip(body, { maxOutputLength: maxBodyBytes });
  } catch (cause) {
    throw new RetryableFetchError(`${where}: the answer cannot be unzipped.`, { cause });
  }
}

/** A header's value; of a repeated header, the first. */
export function headerOf(response: Dispatcher.ResponseData, name: string): string | undefined {
  const value = response.headers[name];
  return Array.isArray(value) ? value[0] : value;
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
  const timedOut =
    /TIMEOUT|TIMEDOUT/.test(code) || (error instanceof Error && error.name === "TimeoutError");
  return new RetryableFetchError(
    `${where}: ${timedOut ? `no answer in time (${code || "TIMEOUT"})` : `the connection failed (${reason})`}.`,
    { cause: error },
  );
}

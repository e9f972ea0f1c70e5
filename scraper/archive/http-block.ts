import type { Answer, HeaderList } from "../crawl/answer.ts";
import { isZipped } from "../crawl/receive.ts";
import { requestHeaders } from "../crawl/request-headers.ts";
import type { Question } from "../crawl/transport.ts";

/**
 * The status line and the headers of an answer, byte by byte as they came. Since bodies are kept unzipped and in one piece, the
 * headers that say otherwise bear `x-orig-` in front, as in the files of other archiving programs.
 */
export function writeResponseHead({ statusCode, statusText, headers }: Answer): Uint8Array {
  const renamed = isZipped(headers)
    ? /^(content-encoding|content-length|transfer-encoding)$/i
    : /^transfer-encoding$/i;
  const lines = headers.map(
    ([name, value]) => `${renamed.test(name) ? "x-orig-" : ""}${name}: ${value}`,
  );
  return head([`HTTP/1.1 ${statusCode} ${statusText}`, ...lines]);
}

/** The request that a question was sent as. */
export function writeRequestHead({ url, headers }: Question, userAgent: string): Uint8Array {
  const all = { host: url.host, ...requestHeaders(userAgent), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return head([`GET ${url.pathname}${url.search} HTTP/1.1`, ...lines]);
}

/** Reads a response back; undefined for a block that is none. */
export function readResponse(
  block: Uint8Array,
): { statusCode: number; statusText: string; headers: HeaderList; body: Uint8Array } | undefined {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const end = bytes.indexOf("\r\n\r\n");
  const [first = "", ...lines] = bytes.toString("latin1", 0, Math.max(end, 0)).split("\r\n");
  const status = /^HTTP\/\d\.\d (\d{3}) ?(.*)$/.exec(first);
  if (status === null) return undefined;
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return {
    statusCode: Number(status[1]),
    statusText: status[2] ?? "",
    headers,
    body: block.subarray(end + 4),
  };
}

function head(lines: readonly string[]): Uint8Array {
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
}

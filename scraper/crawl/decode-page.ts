import { isUtf8 } from "node:buffer";
import { getEncoding } from "encoding-sniffer";
import { decodeWindows1252 } from "../../shared/values/windows-1252.ts";

/**
 * The encoding of a page, found as browsers do: byte-order mark, Content-Type, `<meta>`, else Windows-1252.
 *
 * @param charset what the Content-Type says, if anything.
 */
export function encodingOf(body: Uint8Array, charset: string | undefined): string {
  const declared = charset === undefined ? {} : { transportLayerEncodingLabel: charset };
  const options = { ...declared, defaultEncoding: usualEncoding };
  // Nothing but a byte-order mark counts for more than a Content-Type; what the page says need not be looked for then.
  const isDeclared = getEncoding(new Uint8Array(), options) !== usualEncoding;
  return getEncoding(isDeclared ? body.subarray(0, bomLength) : body, options);
}

const usualEncoding = "windows-1252";
const bomLength = 3;

/**
 * The text of a page or of JSON in the encoding that `encodingOf` finds.
 *
 * In one thing browsers are not followed: of what claims to be UTF-8 and is not, they show `ADQUISICI�N`. Here its bytes that are no
 * UTF-8 are read as Windows-1252, which is what servers in Mexico send then.
 */
export function decodePage(body: Uint8Array, charset: string | undefined): string {
  const encoding = encodingOf(body, charset);
  if (encoding === "windows-1252") return decodeWindows1252(body);
  if (/^utf-?8$/i.test(encoding) && !isUtf8(body)) return decodeMixed(body);
  return new TextDecoder(encoding).decode(body);
}

/** Bytes from 0x80 on: the forms of a character in UTF-8, else any one of them. */
const upperBytes =
  /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]/g;

function decodeMixed(body: Uint8Array): string {
  const latin1 = Buffer.from(body).toString("latin1");
  return latin1.replace(upperBytes, (found) => {
    const bytes = Buffer.from(found, "latin1");
    return isUtf8(bytes) ? bytes.toString("utf8") : decodeWindows1252(bytes);
  });
}

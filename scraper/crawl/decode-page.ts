import { getEncoding } from "encoding-sniffer";
import { decodeWindows1252 } from "../../shared/values/windows-1252.ts";

/**
 * The encoding of a page, found as browsers do: byte-order mark, Content-Type, `<meta>`, else Windows-1252.
 *
 * @param charset what the Content-Type says, if anything.
 */
export function encodingOf(body: Uint8Array, charset: string | undefined): string {
  const declared = charset === undefined ? {} : { transportLayerEncodingLabel: charset };
  return getEncoding(body, { ...declared, defaultEncoding: "windows-1252" });
}

/** The text of a page in the encoding that `encodingOf` finds. */
export function decodePage(body: Uint8Array, charset: string | undefined): string {
  const encoding = encodingOf(body, charset);
  return encoding === "windows-1252"
    ? decodeWindows1252(body)
    : new TextDecoder(encoding).decode(body);
}

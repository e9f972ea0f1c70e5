import { repairText } from "../../shared/values/repair.ts";
import { collapseSpaces } from "../../shared/values/text.ts";
import { decodeWindows1252 } from "../../shared/values/windows-1252.ts";

/**
 * The name of a file from its Content-Disposition (RFC 6266), undefined where none is stated.
 *
 * Beside `filename*=UTF-8''Acta%20de%20fallo.pdf` and `filename="…"`, what servers send in their place is read: UTF-8 and
 * Windows-1252 bytes, percent-encoding, and the encoded words of e-mail (`=?utf-8?B?…?=`), which .NET writes. Folders in
 * front of the name are dropped.
 *
 * @param header a text whose characters are the header's bytes (Latin-1).
 */
export function fileNameOf(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const parameters = parametersOf(header);
  const name =
    decodeExtended(parameters.get("filename*")) ?? decodePlain(parameters.get("filename"));
  const last =
    repairText(name ?? "")
      .split(/[/\\]/)
      .at(-1) ?? "";
  return collapseSpaces(last.replace(/\p{Cc}/gu, " ")) || undefined;
}

/** The media type of a Content-Type, such as `application/pdf`; undefined where none is stated. */
export function mediaTypeOf(header: string | undefined): string | undefined {
  const type = (header ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : undefined;
}

/** The parameters after the disposition. A quoted value may hold semicolons; an unquoted one may hold spaces, against the standard. */
function parametersOf(header: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", quoted, plain = ""] of header.matchAll(
    /;\s*([\w-]+\*?)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/g,
  )) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, quoted?.replace(/\\(["\\])/g, "$1") ?? plain.trim());
  }
  return found;
}

/** `UTF-8''Acta%20de%20fallo.pdf` (RFC 5987); undefined where it is not of that form. */
function decodeExtended(value: string | undefined): string | undefined {
  const parts = /^\s*"?([\w-]+)'[^']*'([^"]*)"?\s*$/.exec(value ?? "");
  const [, charset = "", encoded] = parts ?? [];
  return encoded === undefined ? undefined : decodeBytes(percentBytes(encoded), charset);
}

function decodePlain(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const words = value.replace(
    /=\?([\w-]+)\?([BQ])\?([^?]*)\?=(?:\s+(?==\?))?/gi,
    (_word, charset: string, kind: string, text: string) =>
      decodeBytes(
        kind.toUpperCase() === "B" ? Buffer.from(text, "base64") : quotedBytes(text),
        charset,
      ),
  );
  if (words !== value) return words;
  // `50%de avance.pdf` looks percent-encoded and is not: its bytes are no UTF-8.
  return decodeUtf8(percentBytes(value)) ?? decodeBytes(latin1(value));
}

/** What is not UTF-8, servers in Mexico send as Windows-1252. */
function decodeBytes(bytes: Uint8Array, charset = ""): string {
  const isLatin = /^(iso-8859-1|windows-1252)$/i.test(charset);
  return (isLatin ? undefined : decodeUtf8(bytes)) ?? decodeWindows1252(bytes);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined; // Another encoding.
  }
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, "latin1");

function percentBytes(text: string): Uint8Array {
  return latin1(text.replace(/%([\da-f]{2})/gi, (_all, hex: string) => byte(hex)));
}

function quotedBytes(text: string): Uint8Array {
  return latin1(
    text.replace(/_/g, " ").replace(/=([\da-f]{2})/gi, (_all, hex: string) => byte(hex)),
  );
}

const byte = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16));

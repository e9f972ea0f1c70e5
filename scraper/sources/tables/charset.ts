import { decodeWindows1252 } from "../../../shared/values/windows-1252.ts";

/**
 * A text file's text, without its byte-order mark. The charset is the mark's, else UTF-16 where every other byte is zero, else UTF-8 where
 * the bytes are UTF-8, else Windows-1252, in which Excel in Mexico saves CSV.
 */
export function decodeText(bytes: Uint8Array): string {
  const utf16 = utf16Label(bytes);
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes); // Not UTF-8, and every byte is a character of Windows-1252.
  }
}

function utf16Label(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 1000);
  const zeros = [0, 0];
  for (const [index, byte] of start.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Spanish in UTF-16 has a zero in nine of ten characters; no other text has any.
  if (odd > start.length / 4) return "utf-16le";
  return even > start.length / 4 ? "utf-16be" : undefined;
}

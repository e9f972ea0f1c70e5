/** What Windows-1252 shows for the bytes 0x80 to 0x9f; every other byte shows as its own code point. */
const upper = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"];
const byteOfUpper = new Map(upper.map((char, index) => [char, 0x80 + index]));

/** The characters of Windows-1252 that are not their own code points. */
export const windows1252Specials: readonly string[] = upper.filter((char) => char > "\u00ff");

/** The byte that Windows-1252 shows as this character, which must be one of its 256. */
export function windows1252Byte(char: string): number {
  return byteOfUpper.get(char) ?? char.charCodeAt(0);
}

/**
 * Bytes read as Windows-1252 in the way of browsers, where every byte has a character. (Node's `TextDecoder` reads 0x80 to 0x9f
 * as Latin-1, and iconv-lite gives up five of those bytes.)
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += upper[byte - 0x80] ?? String.fromCharCode(byte);
  return text;
}

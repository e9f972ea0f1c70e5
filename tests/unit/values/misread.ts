/** The bytes 0x80 to 0x9f in Windows-1252 by the table of the WHATWG Encoding standard, which browsers follow. */
const high = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Bytes as a browser shows them that takes them for Windows-1252, said once more than in the product, to check it. */
export function showAsWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replace(/[\x80-\x9f]/g, (char) => high.charAt(char.charCodeAt(0) - 0x80));
}

/** Text as it looks when its UTF-8 is taken for Windows-1252. */
export function misread(text: string): string {
  return showAsWindows1252(new TextEncoder().encode(text));
}

/** Excel opens no file with a longer text in a cell; counted in UTF-16 units, as Excel does. */
const maxLength = 32_767;

/**
 * A text as it stands in the XML of a cell. Characters that XML has no place for are dropped, line ends are `\n`, and a text
 * that is too long for Excel is cut and says so.
 */
export function cellText(text: string): string {
  return escapeXml(cutText(dropIllegal(text).replace(/\r\n?/g, "\n")));
}

function dropIllegal(text: string): string {
  // What XML 1.0 leaves out: control characters, halves of surrogate pairs, two non-characters.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}\ufffe\uffff]/gu, "");
}

function cutText(text: string): string {
  if (text.length <= maxLength) return text;
  const mark = ` […] (texto cortado: Excel admite ${maxLength} caracteres y son ${text.length})`;
  // The cut may fall between the halves of a pair.
  return text.slice(0, maxLength - mark.length).replace(/[\ud800-\udbff]$/, "") + mark;
}

function escapeXml(text: string): string {
  if (!/[&<>_]/.test(text)) return text;
  return (
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      // `_x0041_` is how the format writes a character by its number; where a text says just that, its first sign is written so.
      .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
  );
}

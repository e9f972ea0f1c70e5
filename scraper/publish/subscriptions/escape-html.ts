/** Text as HTML and XML hold it, also between quotes. A character that XML has no place for becomes U+FFFD. */
export function escapeHtml(text: string): string {
  return cleanText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Text without the characters that XML 1.0 has no place for: control characters, lone surrogates and U+FFFE, U+FFFF. */
export function cleanText(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}

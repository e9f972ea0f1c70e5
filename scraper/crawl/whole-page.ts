/** What a page of HTML begins with, behind a byte-order mark, spaces and comments. */
const htmlStart =
  /^(?:\xef\xbb\xbf)?(?:\s|<!--[\s\S]*?-->)*<(?:!doctype html|html|head|body|title|script|h1|div|table)[\s>]/i;

/** Whether bytes begin like a page of HTML, whatever their server calls them. */
export function looksLikeHtml(bytes: Uint8Array): boolean {
  return htmlStart.test(Buffer.from(bytes.subarray(0, 1024)).toString("latin1"));
}

/**
 * Whether a page ends before its end though all the bytes came that were promised: HTML that opens `<html>` and does not close it, or JSON
 * without its last bracket. HTML that leaves out both tags is allowed, and nothing is known of it.
 *
 * A page that was cut reads like a whole one without its last fields, so it must not be read at all.
 */
export function breaksOff(bytes: Uint8Array, contentType: string | undefined): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (/json/i.test(contentType ?? ""))
    return !/[\]}]\s*$/.test(buffer.toString("latin1").slice(-64));
  if (!/html/i.test(contentType ?? "") || buffer.lastIndexOf("</html>") >= 0) return false;
  const text = buffer.toString("latin1");
  return /<html[\s>]/i.test(text) && !/<\/html\s*>/i.test(text);
}

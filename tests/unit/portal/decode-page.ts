import { showAsWindows1252 } from "../values/misread.ts";

/**
 * A saved page as the text that a browser would make of its bytes: byte-order mark, then the server's charset, then the page's
 * own `<meta>` in its first kilobyte, then Windows-1252, which is also what browsers read under the name of Latin-1.
 */
export function decodePage(html: Uint8Array, charset: string | undefined): string {
  const [first, second, third] = html;
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  const head = Buffer.from(html.subarray(0, 1024)).toString("latin1");
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  const label = hasMark ? "utf-8" : (charset ?? declared ?? "windows-1252");
  return /^utf-?8$/i.test(label) ? new TextDecoder("utf-8").decode(html) : showAsWindows1252(html);
}

import * as cheerio from "cheerio";
import type { AnyNode, Element } from "domhandler";
import { type PageText, readPage } from "../../shared/portal/page.ts";
import type { PageDefinition } from "../../shared/portal/pages/definition.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { Tree } from "../../shared/portal/reading/tree.ts";
import { decodePage } from "./decode-page.ts";
import { readPlainPage } from "./plain-page.ts";

/**
 * Reads a downloaded page by its declaration, as a browser would understand it: a page that is written plainly as it is written, any
 * other with the parser that HTML's rules prescribe (parse5).
 *
 * @param body the response as bytes; @param charset what its Content-Type says, if anything. The page's own `<meta>` and
 * byte-order mark are considered as browsers do.
 */
export function readHtml(
  body: Uint8Array,
  charset: string | undefined,
  definition: PageDefinition,
  profile: PortalProfile,
): PageText {
  const text = decodePage(body, charset);
  const plain = readPlainPage(text);
  return plain === undefined
    ? readPage(parseHtml(text), definition, profile)
    : readPage(plain, definition, profile);
}

/** A page as bytes, parsed; its encoding is found as `readHtml` does. */
export function loadHtml(body: Uint8Array, charset: string | undefined): Tree<AnyNode> {
  return parseHtml(decodePage(body, charset));
}

/** A page as text, parsed by HTML's rules. */
export function parseHtml(text: string): Tree<AnyNode> {
  return cheerioTree(cheerio.load(text));
}

function cheerioTree($: cheerio.CheerioAPI): Tree<AnyNode> {
  return {
    root: $.root()[0] as AnyNode, // A loaded document always has its root.
    select: (node, selector) => $(node).find(selector).toArray(),
    children: (node) => ("children" in node ? node.children : []),
    tagName: (node) => (isElement(node) ? node.name.toLowerCase() : undefined),
    attribute: (node, name) => (isElement(node) ? node.attribs[name] : undefined),
    textData: (node) => (node.type === "text" ? node.data : undefined),
  };
}

function isElement(node: AnyNode): node is Element {
  return node.type === "tag" || node.type === "script" || node.type === "style";
}

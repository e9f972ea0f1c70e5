import type { Tree } from "../../shared/portal/reading/tree.ts";
import { childrenOf, kinds, notNested, parentsOf, voids } from "./plain-rules.ts";
import { isElement, type PlainElement, type PlainNode, plainTree, space } from "./plain-tree.ts";

const anyAttribute = `${space}+[a-zA-Z_:][-\\w:.]*(?:${space}*=${space}*(?:"[^"]*"|'[^']*'|[^\\t\\n\\f "'=<>\`]+))?`;
/** With as many attributes as any element has; without an end, many would fill the stack. */
const tag = new RegExp(`<(/?)([a-zA-Z][a-zA-Z0-9:]*)((?:${anyAttribute}){0,100})${space}*/?>`, "y");
const doctype = new RegExp(`<!doctype${space}+html${space}*>`, "iy");
/** No page of people is nested as deep, and each tag asks for what is open. */
const maxDepth = 200;

/**
 * Reads a page that is written plainly: whole, with each element closed where it belongs, and nothing in it that HTML's rules for broken
 * or intricate markup would move, add or understand otherwise. For such a page those rules give the tree that is written
 * there, and so does this, in a fraction of the time of a parser that knows them all. Undefined for any other page, which is for
 * such a parser.
 *
 * What is understood is listed, here and in `plain-rules.ts`; all else is refused. So what nobody thought of costs time, and never
 * gives a wrong reading.
 *
 * @param text of the page, decoded.
 */
export function readPlainPage(text: string): Tree<PlainNode> | undefined {
  if (text.includes("\0")) return undefined;
  // HTML knows no carriage returns.
  const elements = parse(text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);
  return elements && plainTree(elements);
}

/** All elements in the order of the page; the first is the document. Undefined for a page that is not plain. */
function parse(text: string): PlainElement[] | undefined {
  const root = makeElement("", "", 0);
  const elements = [root];
  const stack = [root];
  let parent = root;
  let hasDoctype = false;
  let at = 0;
  const close = (): void => {
    parent.end = elements.length;
    stack.pop();
    parent = stack.at(-1) ?? root;
  };
  while (at < text.length) {
    const next = text.indexOf("<", at);
    if (next !== at) {
      const run = text.slice(at, next === -1 ? text.length : next);
      if (childrenOf.has(parent.name) && /[^\t\n\f ]/.test(run)) return undefined;
      parent.children.push(run);
      if (next === -1) break;
    }
    if (parent !== root && isEndTag(text, next, parent.name)) {
      at = next + parent.name.length + 3;
      close();
      continue;
    }
    tag.lastIndex = next;
    const found = tag.exec(text);
    if (found === null) {
      const end = endOfComment(text, next);
      if (end === undefined) {
        doctype.lastIndex = next;
        const isFirst = !hasDoctype && !root.children.some(isElement);
        if (!isFirst || !doctype.test(text)) return undefined;
        hasDoctype = true;
      }
      at = end ?? doctype.lastIndex;
      continue;
    }
    at = tag.lastIndex;
    const [, slash, written = "", attributes = ""] = found;
    const name = kinds.has(written) ? written : written.toLowerCase();
    if (slash === "/") {
      if (name !== parent.name) return undefined;
      close();
      continue;
    }
    if (stack.length > maxDepth || !isPlainChild(stack, name)) return undefined;
    const element = makeElement(name, attributes, elements.length);
    elements.push(element);
    parent.children.push(element);
    stack.push(element);
    parent = element;
    if (voids.has(name)) close();
    if (kinds.get(name) !== "text") continue;
    const end = endOfText(text, at, name);
    if (end === undefined) return undefined;
    // Nobody reads what a script says, and it is no text of HTML.
    if (name === "title" && end > at) element.children.push(text.slice(at, end));
    at = end + `</${name}>`.length;
    close();
  }
  root.end = elements.length;
  const isWhole = hasDoctype && parent === root && elements.some(({ name }) => name === "body");
  return isWhole ? elements : undefined;
}

function makeElement(name: string, attributes: string, at: number): PlainElement {
  return { name, attributes, children: [], at, end: at + 1 };
}

/** Whether HTML puts an element of this name right into the innermost open one, and does nothing else. */
function isPlainChild(stack: readonly PlainElement[], name: string): boolean {
  const parent = stack.at(-1);
  const kind = kinds.get(name);
  if (parent === undefined || kind === undefined) return false;
  if (childrenOf.get(parent.name)?.has(name) === false) return false;
  if (parentsOf.get(name)?.has(parent.name) === false) return false;
  switch (name) {
    case "html":
    case "head":
    case "body": {
      const before = parent.children.filter(isElement);
      return (
        before.length === (name === "body" ? 1 : 0) && before.every((each) => each.name === "head")
      );
    }
    case "dt":
    case "dd":
      if (parent.name === "div" && stack.at(-2)?.name !== "dl") return false;
  }
  if (notNested.has(name) && isOpen(stack, name)) return false;
  if (kind !== "block") return true;
  return !isOpen(stack, "p") && !(isHeading(name) && isHeading(parent.name));
}

/** Most tags are end tags as simple as this. */
function isEndTag(text: string, at: number, name: string): boolean {
  const after = at + 2 + name.length;
  return text[at + 1] === "/" && text[after] === ">" && text.startsWith(name, at + 2);
}

function isOpen(stack: readonly PlainElement[], name: string): boolean {
  for (const element of stack) if (element.name === name) return true;
  return false;
}

function isHeading(name: string): boolean {
  return name.length === 2 && name >= "h1" && name <= "h6";
}

/** Where a comment that begins at `at` ends. One that HTML ends otherwise than it looks, such as by `--!>`, counts as none. */
function endOfComment(text: string, at: number): number | undefined {
  const start = at + "<!--".length;
  if (!text.startsWith("<!--", at) || /^-?>/.test(text.slice(start, start + 2))) return undefined;
  const end = text.indexOf("--", start);
  return end !== -1 && text[end + 2] === ">" ? end + 3 : undefined;
}

/** Where the end tag of an element that holds nothing but text begins. In a script, a comment has rules of its own. */
function endOfText(text: string, at: number, name: string): number | undefined {
  const endTag = new RegExp(`</${name}`, "ig");
  endTag.lastIndex = at;
  const end = endTag.exec(text)?.index;
  if (end === undefined || text[endTag.lastIndex] !== ">") return undefined;
  return name === "script" && text.slice(at, end).includes("<!--") ? undefined : end;
}

import { decodeHTML, decodeHTMLAttribute } from "entities";
import type { Tree } from "../../shared/portal/reading/tree.ts";

/** An element of a plain page, or a text as it is written. */
export type PlainNode = PlainElement | string;

export interface PlainElement {
  /** "" for the document. */
  name: string;
  /** As they are written, each with the white space before it. */
  attributes: string;
  children: PlainNode[];
  /** Its place among all elements in the order of the page, and the place after that of its last descendant. */
  at: number;
  end: number;
}

/** White space of HTML, which is less than that of a regular expression. Carriage returns are gone by now. */
export const space = "[\\t\\n\\f ]";

const eachAttribute = new RegExp(
  `${space}+([a-zA-Z_:][-\\w:.]*)(?:${space}*=${space}*("[^"]*"|'[^']*'|[^\\t\\n\\f "'=<>\`]+))?`,
  "y",
);

/** @param elements in the order of the page; the first is the document. */
export function plainTree(elements: readonly PlainElement[]): Tree<PlainNode> {
  const [root] = elements;
  if (root === undefined) throw new RangeError("a page without a document");
  return {
    root,
    select: (node, selector) => {
      if (!isElement(node)) return [];
      const matches = matcherOf(selector);
      const found: PlainNode[] = [];
      for (let at = node.at + 1; at < node.end; at += 1) {
        const element = elements[at];
        if (element !== undefined && matches(element)) found.push(element);
      }
      return found;
    },
    children: (node) => (isElement(node) ? node.children : []),
    tagName: (node) => (isElement(node) ? node.name || undefined : undefined),
    attribute: (node, name) => (isElement(node) ? attributeOf(node, name) : undefined),
    textData: (node) => {
      if (isElement(node)) return undefined;
      return node.includes("&") ? decodeHTML(node) : node;
    },
  };
}

export function isElement(node: PlainNode): node is PlainElement {
  return typeof node !== "string";
}

type Matcher = (element: PlainElement) => boolean;

const matchers = new Map<string, Matcher>();

function matcherOf(selector: string): Matcher {
  const known = matchers.get(selector);
  if (known !== undefined) return known;
  const parts = selector.split(",").map((part) => part.trim());
  const names = new Set(parts.filter((part) => /^[a-z][a-z0-9]*$/.test(part)));
  const others = parts.filter((part) => !names.has(part)).map(makeMatcher);
  const matches: Matcher = (element) =>
    names.has(element.name) || others.some((matchesToo) => matchesToo(element));
  matchers.set(selector, matches);
  return matches;
}

/** One of the selectors by which pages are read: any element, or one with an attribute. Throws `SyntaxError` for another, in place of finding nothing. */
function makeMatcher(selector: string): Matcher {
  if (selector === "*") return () => true;
  const [, name, key, value] =
    /^([a-z][a-z0-9]*)?\[([a-z-]+)(?:=([\w-]+))?\]$/.exec(selector) ?? [];
  if (key === undefined) {
    throw new SyntaxError(
      `a plain page is not searched for "${selector}": teach plain-tree.ts how`,
    );
  }
  const mentioned = new RegExp(key, "i");
  // HTML compares the values of some attributes without regard to case; of those that we ask for, this one.
  const fold = (text: string) => (key === "type" ? text.toLowerCase() : text);
  return (element) => {
    if (name !== undefined && element.name !== name) return false;
    if (!mentioned.test(element.attributes)) return false;
    const found = attributeOf(element, key);
    return found !== undefined && (value === undefined || fold(found) === value);
  };
}

/** Of two attributes of one name HTML takes the first. */
function attributeOf({ attributes }: PlainElement, name: string): string | undefined {
  eachAttribute.lastIndex = 0;
  while (eachAttribute.lastIndex < attributes.length) {
    const [, key = "", written = ""] = eachAttribute.exec(attributes) ?? [];
    if (key === "") break;
    if (key !== name && key.toLowerCase() !== name) continue;
    const isQuoted = written.startsWith('"') || written.startsWith("'");
    const value = isQuoted ? written.slice(1, -1) : written;
    return value.includes("&") ? decodeHTMLAttribute(value) : value;
  }
  return undefined;
}

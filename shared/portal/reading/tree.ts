import { collapseSpaces } from "../../values/text.ts";

/**
 * The few questions that reading a page asks of a parsed tree. cheerio and the browser's DOM each answer
 * them, so that one reading serves both.
 */
export interface Tree<Node> {
  root: Node;
  /** Elements below `node` that match a plain CSS selector, in document order. */
  select(node: Node, selector: string): Node[];
  children(node: Node): Node[];
  /** Lower-case name of an element; undefined for anything else. */
  tagName(node: Node): string | undefined;
  attribute(node: Node, name: string): string | undefined;
  /** The text of a text node; undefined for anything else. */
  textData(node: Node): string | undefined;
}

const separate = new Set(["br", "p", "div", "li", "td", "tr"]);
/** What a page does not show as text, and what it lets one choose from: the options of a search form say nothing of a procedure. */
const silent = new Set(["script", "style", "template", "noscript", "select", "textarea"]);

export function isSilent(tag: string | undefined): boolean {
  return tag !== undefined && silent.has(tag);
}

/** The text of nodes that follow each other, on one line, with a space where the page breaks the line. */
export function readText<Node>(tree: Tree<Node>, ...nodes: readonly Node[]): string {
  const parts: string[] = [];
  for (const node of nodes) gatherText(tree, node, parts);
  return collapseSpaces(parts.join(""));
}

function gatherText<Node>(tree: Tree<Node>, node: Node, parts: string[]): void {
  const data = tree.textData(node);
  if (data !== undefined) {
    parts.push(data);
    return;
  }
  const tag = tree.tagName(node);
  if (isSilent(tag)) return;
  const breaks = tag !== undefined && separate.has(tag);
  if (breaks) parts.push(" ");
  for (const child of tree.children(node)) gatherText(tree, child, parts);
  if (breaks) parts.push(" ");
}

/** Whether somebody can type or choose something there. */
export function holdsInput<Node>(tree: Tree<Node>, node: Node): boolean {
  return (
    /^(input|select|textarea)$/.test(tree.tagName(node) ?? "") ||
    tree.select(node, "input, select, textarea").length > 0
  );
}

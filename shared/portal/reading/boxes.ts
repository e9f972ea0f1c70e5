import { collapseSpaces } from "../../values/text.ts";
import { maxLabelLength } from "./anchors.ts";
import type { Tree } from "./tree.ts";

/** An element, or a text that stands beside elements, as a part of what is around it. */
export interface Box<Node> {
  node: Node;
  /** `#text` for a text. */
  tag: string;
  /** The names of the elements around it and its own. */
  path: string;
  parent: Box<Node> | undefined;
  /** What it is made of: elements, and texts that say something. Lines, icons and the like are left out. */
  parts: Box<Node>[];
  /** All its text, where that may be a label. */
  text: string | undefined;
}

/** What is no part of a text, whatever it holds. */
const hidden = new Set(["script", "style", "template", "noscript", "button"]);
/** Elements without a text that are no empty text either. */
const decoration = new Set(["br", "hr", "wbr", "img", "svg", "i", "link", "meta"]);

/** Draws the boxes of a region, but for the elements that are taken. */
export function drawBoxes<Node>(
  tree: Tree<Node>,
  scope: Node,
  taken: ReadonlySet<Node>,
): Box<Node> {
  const draw = (node: Node, parent: Box<Node> | undefined): Box<Node> | undefined => {
    const data = tree.textData(node);
    const tag = data === undefined ? tree.tagName(node) : "#text";
    // Comments and the like; the root of a document has no name either.
    if (tag === undefined && parent !== undefined) return undefined;
    const name = tag ?? "";
    if (hidden.has(name) || taken.has(node)) return undefined;
    const path = parent === undefined ? name : `${parent.path}>${name}`;
    const box: Box<Node> = { node, tag: name, path, parent, parts: [], text: undefined };
    if (data !== undefined) {
      const text = collapseSpaces(data);
      box.text = text.length > maxLabelLength ? undefined : text;
      return text === "" ? undefined : box;
    }
    let isShort = true;
    for (const child of tree.children(node)) {
      const part = draw(child, box);
      if (part === undefined) continue;
      box.parts.push(part);
      if (part.text === undefined) isShort = false;
    }
    const text = isShort ? box.parts.map((part) => part.text).join(" ") : undefined;
    // The words of a link are its name, and may be those of a label: an attachment is called "Fallo".
    if (text !== undefined && text.length <= maxLabelLength && name !== "a") box.text = text;
    if (text === "" && decoration.has(name)) return undefined;
    return box;
  };
  const root = draw(scope, undefined);
  if (root === undefined) throw new Error("a page's scope is an element that is shown");
  return root;
}

/** A box and all within it, in the order of the page. */
export function everyBox<Node>(box: Box<Node>, boxes: Box<Node>[] = []): Box<Node>[] {
  boxes.push(box);
  for (const part of box.parts) everyBox(part, boxes);
  return boxes;
}

/** The outermost box that is nothing but this one. */
export function topOf<Node>(box: Box<Node>): Box<Node> {
  let top = box;
  while (top.parent?.parent !== undefined && top.parent.parts.length === 1) top = top.parent;
  return top;
}

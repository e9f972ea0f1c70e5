import type { Tree } from "../../../shared/portal/reading/tree.ts";

const attributes = ["id", "class", "href", "type", "title", "colspan", "src"];

/**
 * The head and the body of a page as nested lists: of an element its name, some attributes, and what is in it. White space is left out
 * where HTML drops it or puts it elsewhere, and so is what scripts and styles say.
 */
export function outline<Node>(tree: Tree<Node>): unknown {
  const draw = (node: Node): unknown[] => {
    const tag = tree.tagName(node);
    if (tag === "script" || tag === "style") return [tag];
    const parts = tree
      .children(node)
      .map((child) => (tree.tagName(child) === undefined ? tree.textData(child) : draw(child)))
      .filter((part) => part !== undefined);
    return [tag, attributes.map((name) => tree.attribute(node, name)), ...parts];
  };
  const [head = []] = tree.select(tree.root, "head").map(draw);
  const [body = []] = tree.select(tree.root, "body").map(draw);
  const end = body.findLastIndex((part) => !isSpace(part));
  const last = body[end];
  return {
    head: head.filter((part) => !isSpace(part)),
    body: [...body.slice(0, end), typeof last === "string" ? last.trimEnd() : last],
  };
}

function isSpace(part: unknown): boolean {
  return typeof part === "string" && /^[\t\n\f\r ]*$/.test(part);
}

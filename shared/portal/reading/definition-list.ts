import type { LabelText } from "../page.ts";
import { labelsOf } from "./anchors.ts";
import type { Strategy } from "./candidate.ts";
import { isSilent, readText, type Tree } from "./tree.ts";

/** `<dl><dt>Descripción:</dt><dd>…</dd></dl>`: each list a region of its own. */
export const definitionList: Strategy = {
  name: "dl",
  find: (tree, scope) =>
    tree.select(scope, "dl").flatMap((list) => {
      const pairs = readDefinitionList(tree, list);
      if (pairs.length === 0) return [];
      const entries = [{ pairs, node: list }];
      return [{ node: list, start: list, labels: labelsOf(pairs), entries, isWhole: true }];
    }),
};

/**
 * The pairs of one `dl`. A `dd` belongs to the `dt` right before it: a `dt` without one stays empty and never borrows its
 * neighbour's, and a `dd` before the first `dt` has the label "".
 */
function readDefinitionList<Node>(tree: Tree<Node>, list: Node): LabelText[] {
  const items = flattenGroups(tree, list);
  const pairs: LabelText[] = [];
  for (const node of items) {
    const text = readText(tree, node);
    const pair = pairs.at(-1);
    if (tree.tagName(node) === "dt") pairs.push({ label: text, texts: [] });
    else if (pair) pair.texts.push(text);
    else pairs.push({ label: "", texts: [text] });
  }
  if (!isAskew(items.map((node) => tree.tagName(node)))) return pairs;
  return pairs.flatMap(({ texts }) => texts.map((text) => ({ label: "", texts: [text] })));
}

/**
 * Whether nobody can say which text belongs to which label: every text before its label, or a list of labels and then one of texts. Read
 * by the rule, each label would then have its neighbour's text.
 */
function isAskew(tags: readonly (string | undefined)[]): boolean {
  if (tags[0] === "dd" && tags.at(-1) === "dt") return true;
  const sizes: number[] = [];
  for (const tag of tags) {
    if (tag === "dt") sizes.push(0);
    else if (sizes.length > 0) sizes.push((sizes.pop() ?? 0) + 1);
  }
  return sizes.includes(0) && sizes.some((size) => size > 1);
}

/** The `dt` and `dd` of a `dl`, looking through whatever is put around them. */
function flattenGroups<Node>(tree: Tree<Node>, list: Node): Node[] {
  return tree.children(list).flatMap((child) => {
    const tag = tree.tagName(child);
    if (tag === "dt" || tag === "dd") return [child];
    return tag === undefined || tag === "dl" || isSilent(tag) ? [] : flattenGroups(tree, child);
  });
}

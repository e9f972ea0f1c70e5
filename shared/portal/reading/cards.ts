import { type Anchors, keysOf, labelsOf } from "./anchors.ts";
import type { FoundEntry, Strategy } from "./candidate.ts";
import { readRecord } from "./record.ts";
import type { Tree } from "./tree.ts";

/** A list without a table: one element a procedure, with a link to it and its labels and texts. */
export const cards: Strategy = {
  name: "cards",
  find: (tree, scope, anchors, taken) => {
    const read = findCards(tree, scope, anchors, taken).map((card) => ({
      ...card,
      reading: readRecord(tree, card.node, anchors, taken),
    }));
    // A link in a menu leads to a procedure too, and is no card.
    const found = read.filter(({ reading }) => reading.strategy !== undefined);
    const [first] = found;
    if (first === undefined) return [];
    const conflict = read.find(({ reading }) => reading.conflict !== undefined)?.reading.conflict;
    const lists = new Map<unknown, Set<string | undefined>>();
    for (const { node, parent } of found) {
      lists.set(parent, (lists.get(parent) ?? new Set()).add(tree.tagName(node)));
    }
    const isLost = read.some(
      ({ node, parent, reading }) =>
        reading.strategy === undefined && lists.get(parent)?.has(tree.tagName(node)),
    );
    const trouble =
      conflict ??
      (isLost
        ? "an element among those that lead to procedures has no label that is known"
        : undefined);
    const entries = found.flatMap(({ node, reading }) =>
      reading.entries.map(({ pairs }) => ({ pairs, node })),
    );
    const labels = sharedLabels(entries, anchors);
    return [
      { node: scope, start: first.node, labels, entries, ...(trouble && { conflict: trouble }) },
    ];
  },
};

/** An element that leads to one procedure. */
interface Card<Node> {
  node: Node;
  parent: Node | undefined;
}

/** The labels of all cards, but for required ones that some card lacks: it would be a procedure without the field. */
function sharedLabels<Node>(entries: readonly FoundEntry<Node>[], anchors: Anchors): string[] {
  const each = entries.map(({ pairs }) => keysOf(labelsOf(pairs), anchors));
  return [...new Set(entries.flatMap(({ pairs }) => labelsOf(pairs)))].filter((label) => {
    const key = anchors.keyOf(label);
    return (
      key === undefined || !anchors.required.includes(key) || each.every((keys) => keys.has(key))
    );
  });
}

/** The largest elements that lead to one procedure and no other. */
function findCards<Node>(
  tree: Tree<Node>,
  scope: Node,
  anchors: Anchors,
  taken: ReadonlySet<Node>,
): Card<Node>[] {
  const cards: Card<Node>[] = [];
  /** The procedures that an element leads to; where they are several, those elements that lead to one are cards. */
  const look = (node: Node): Set<string> => {
    if (taken.has(node)) return new Set();
    const href = tree.tagName(node) === "a" ? tree.attribute(node, "href") : undefined;
    const id = href === undefined ? undefined : anchors.idOf(href);
    if (id !== undefined) return new Set([id]);
    const children = tree.children(node).map((child) => ({ child, ids: look(child) }));
    const ids = new Set(children.flatMap((each) => [...each.ids]));
    if (ids.size > 1)
      for (const each of children)
        if (each.ids.size === 1) cards.push({ node: each.child, parent: node });
    return ids;
  };
  if (look(scope).size === 1) cards.push({ node: scope, parent: undefined });
  return cards;
}

import { type Anchors, hasRequired, keysOf } from "./anchors.ts";
import type { Candidate, FoundEntry, Strategy } from "./candidate.ts";
import { cards } from "./cards.ts";
import type { Reading } from "./record.ts";
import { table } from "./table.ts";
import type { Tree } from "./tree.ts";

/** In the order in which they are tried; the first that finds every required label is taken. */
const strategies: readonly Strategy[] = [table, cards];

/**
 * Reads the many records that a page lists.
 *
 * Of several regions that could be the list, the one whose rows lead to procedures and that knows more is read; where two are left and
 * the one does not hold the other's rows, that is a conflict.
 *
 * @param foreign elements that are about something else.
 */
export function readRows<Node>(
  tree: Tree<Node>,
  scope: Node,
  anchors: Anchors,
  foreign: ReadonlySet<Node>,
): Reading<Node> {
  let known: Reading<Node> | undefined;
  for (const { name, find } of strategies) {
    const found = find(tree, scope, anchors, foreign).filter(({ start }) => !foreign.has(start));
    const lists = found.filter(({ labels }) => hasRequired(keysOf(labels, anchors), anchors));
    if (lists.length > 0) {
      const reading = choose(tree, lists, name, anchors);
      const others = found.filter((candidate) => !lists.includes(candidate));
      const rival = others.find((other) => isLarger(tree, other, reading, anchors));
      if (rival === undefined) return reading;
      const known = rival.labels.map((label) => `"${label}"`).join(", ");
      return {
        labels: [],
        entries: [],
        conflict: `another list that is as large lacks a label: it has ${known}`,
      };
    }
    // Nothing can be read; what comes closest is told.
    const [closest] = found.sort((a, b) => weigh(b, anchors) - weigh(a, anchors));
    if (closest !== undefined) known ??= describe(closest, name, anchors);
  }
  return known ?? { labels: [], entries: [] };
}

function choose<Node>(
  tree: Tree<Node>,
  lists: readonly Candidate<Node>[],
  strategy: string,
  anchors: Anchors,
): Reading<Node> {
  const conflicting = lists.find(({ conflict }) => conflict !== undefined);
  if (conflicting) return { labels: [], entries: [], conflict: conflicting.conflict ?? "" };
  const filled = prefer(lists, ({ entries }) => entries.length > 0);
  const leading = prefer(filled, ({ entries }) =>
    entries.some((entry) => idOf(tree, entry, anchors) !== undefined),
  );
  const most = Math.max(...leading.map((list) => keysOf(list.labels, anchors).size));
  const rich = leading.filter((list) => keysOf(list.labels, anchors).size * 2 > most);
  const [first, ...others] = [...rich].sort((a, b) => b.entries.length - a.entries.length);
  if (first === undefined) return { labels: [], entries: [] };
  if (others.length === 0) return describe(first, strategy, anchors);
  const rows = new Set(first.entries.map(textOf));
  if (others.every(({ entries }) => entries.every((entry) => rows.has(textOf(entry))))) {
    return describe(first, strategy, anchors);
  }
  return { labels: [], entries: [], conflict: "two lists on the page show different rows" };
}

/** Whether a region without every required label looks more like the list than what is read: then it is the list, and has changed. */
function isLarger<Node>(
  tree: Tree<Node>,
  { labels, entries }: Candidate<Node>,
  reading: Reading<Node>,
  anchors: Anchors,
): boolean {
  if (keysOf(labels, anchors).size < 2) return false;
  const leads = (entry: FoundEntry<Node>) => idOf(tree, entry, anchors) !== undefined;
  const doesLead = entries.some(leads);
  if (doesLead !== reading.entries.some(leads)) return doesLead;
  return entries.length > 0 && entries.length >= reading.entries.length;
}

function describe<Node>(
  { labels, entries }: Candidate<Node>,
  strategy: string,
  anchors: Anchors,
): Reading<Node> {
  return { ...(keysOf(labels, anchors).size > 0 && { strategy }), labels, entries };
}

/** Those that hold where some do, else all. */
function prefer<Item>(items: readonly Item[], isGood: (item: Item) => boolean): readonly Item[] {
  const good = items.filter(isGood);
  return good.length > 0 ? good : items;
}

/** Known labels count most, then header cells, then rows: a table that only lays out the page has neither of the first two. */
function weigh<Node>({ labels, entries, hasHeader }: Candidate<Node>, anchors: Anchors): number {
  return keysOf(labels, anchors).size * 1e9 + (hasHeader ? 1e6 : 0) + entries.length;
}

function textOf<Node>({ pairs }: FoundEntry<Node>): string {
  return JSON.stringify(pairs);
}

function idOf<Node>(
  tree: Tree<Node>,
  { node }: FoundEntry<Node>,
  anchors: Anchors,
): string | undefined {
  const hrefs = tree.select(node, "a[href]").map((link) => tree.attribute(link, "href") ?? "");
  return hrefs.map(anchors.idOf).find((id) => id !== undefined);
}

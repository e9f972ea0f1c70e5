import { foldLabelText } from "../labels.ts";
import { type Anchors, keysOf } from "./anchors.ts";
import type { Candidate, FoundEntry, Strategy } from "./candidate.ts";
import { definitionList } from "./definition-list.ts";
import { labelPairs } from "./label-pairs.ts";
import { labelTable } from "./label-table.ts";
import type { Tree } from "./tree.ts";

/** What was found on a page, and how. */
export interface Reading<Node> {
  /** Names of the strategies that found labels that somebody knows, joined by `+`; absent where none did. */
  strategy?: string;
  labels: string[];
  entries: FoundEntry<Node>[];
  /** Why nothing of it may be taken: regions that are equally good say different things. */
  conflict?: string;
}

/** In the order in which they are tried; once every field has its label the rest is left out. */
const strategies: readonly Strategy[] = [definitionList, labelTable, labelPairs];

interface Region<Node> extends Candidate<Node> {
  strategy: string;
  keys: ReadonlySet<string>;
}

/**
 * Reads the one record that an element shows, from however many lists and tables it is spread over.
 *
 * A region that contradicts a better one is about something else, and is left out; where neither is clearly better that is a conflict.
 *
 * @param foreign elements that are about something else.
 */
export function readRecord<Node>(
  tree: Tree<Node>,
  scope: Node,
  anchors: Anchors,
  foreign: ReadonlySet<Node>,
): Reading<Node> {
  const regions = findRegions(tree, scope, anchors, foreign);
  const [best] = [...regions].sort((a, b) => b.keys.size - a.keys.size);
  if (best === undefined) return { labels: [], entries: [] };
  const own: Region<Node>[] = [];
  for (const region of regions) {
    const label = region === best ? undefined : findContradiction(best, region);
    if (label === undefined) own.push(region);
    else if (region.keys.size * 2 > best.keys.size) {
      const conflict = `two parts of the page say different things under "${label}"`;
      return { labels: [], entries: [], conflict };
    }
  }
  const pairs = own.flatMap(({ entries }) => entries.flatMap((entry) => entry.pairs));
  const labels = own.flatMap((region) => region.labels);
  const keys = keysOf(labels, anchors);
  for (const label of own.flatMap(({ stray = [] }) => stray)) {
    const key = anchors.keyOf(label);
    if (key !== undefined && !keys.has(key)) pairs.push({ label: "", texts: [label] });
  }
  const names = new Set(own.flatMap(({ strategy, keys }) => (keys.size > 0 ? [strategy] : [])));
  return {
    ...(names.size > 0 && { strategy: [...names].join("+") }),
    labels,
    entries: pairs.length === 0 ? [] : [{ pairs, node: scope }],
  };
}

function findRegions<Node>(
  tree: Tree<Node>,
  scope: Node,
  anchors: Anchors,
  foreign: ReadonlySet<Node>,
): Region<Node>[] {
  const taken = new Set(foreign);
  const regions: Region<Node>[] = [];
  const found = new Set<string>();
  for (const { name, find } of strategies) {
    for (const candidate of find(tree, scope, anchors, taken)) {
      if (foreign.has(candidate.start)) continue;
      const keys = keysOf(candidate.labels, anchors);
      regions.push({ ...candidate, strategy: name, keys });
      if (keys.size > 0) taken.add(candidate.node);
      for (const key of keys) found.add(key);
    }
    if (anchors.fields.every((key) => found.has(key))) break;
  }
  return regions;
}

/** A label under which two regions say different things; undefined where they agree. */
function findContradiction<Node>(a: Region<Node>, b: Region<Node>): string | undefined {
  const texts = new Map(pairsOf(a));
  for (const [label, text] of pairsOf(b)) {
    const other = texts.get(label);
    if (text !== "" && other !== undefined && other !== "" && other !== text) return label;
  }
  return undefined;
}

function pairsOf<Node>({ entries }: Region<Node>): [label: string, text: string][] {
  return entries.flatMap(({ pairs }) =>
    pairs
      .filter(({ label }) => label !== "")
      .map(({ label, texts }): [string, string] => [
        foldLabelText(label),
        foldLabelText(texts.join(" ")),
      ]),
  );
}

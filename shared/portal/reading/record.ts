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
  const own = regions.length > 1 ? agreeing(regions, anchors) : regions;
  if (typeof own === "string") return { labels: [], entries: [], conflict: own };
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
      if (keys.size > 0 || candidate.isWhole) taken.add(candidate.node);
      for (const key of keys) found.add(key);
    }
    if (anchors.fields.every((key) => found.has(key))) break;
  }
  return regions;
}

/** The regions that do not contradict each other, in the order of the page; the reason where that leaves open which to take. */
function agreeing<Node>(
  regions: readonly Region<Node>[],
  anchors: Anchors,
): readonly Region<Node>[] | string {
  const telling = regions.map((region) => tellRegion(region, anchors));
  const own: Told<Node>[] = [];
  for (const told of telling.sort((a, b) => b.fields - a.fields)) {
    const rival = own.find((other) => findDifference(other, told) !== undefined);
    if (rival === undefined) own.push(told);
    else if (told.fields * 2 > rival.fields) {
      return `two parts of the page say different things under "${findDifference(rival, told)}"`;
    }
  }
  const kept = new Set(own.map(({ region }) => region));
  return regions.filter((region) => kept.has(region));
}

/** What a region says. */
interface Told<Node> {
  region: Region<Node>;
  /** How many fields it says something of. */
  fields: number;
  /** Field, or folded label, → what is said of it, folded. */
  texts: ReadonlyMap<string, ReadonlySet<string>>;
}

function tellRegion<Node>(region: Region<Node>, { keyOf }: Anchors): Told<Node> {
  const texts = new Map<string, Set<string>>();
  const fields = new Set<string>();
  for (const { label, texts: parts } of region.entries.flatMap(({ pairs }) => pairs)) {
    const text = foldLabelText(parts.join(" "));
    if (label === "" || text === "") continue;
    const key = keyOf(label);
    if (key !== undefined) fields.add(key);
    const subject = key ?? foldLabelText(label);
    texts.set(subject, (texts.get(subject) ?? new Set()).add(text));
  }
  return { region, fields: fields.size, texts };
}

/** What two regions say different things of; undefined where they agree. */
function findDifference<Node>(a: Told<Node>, b: Told<Node>): string | undefined {
  for (const [subject, said] of b.texts) {
    const known = a.texts.get(subject);
    if (known !== undefined && [...said].some((text) => !known.has(text))) return subject;
  }
  return undefined;
}

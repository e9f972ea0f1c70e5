import type { LabelText } from "../page.ts";
import { type Anchors, labelsOf } from "./anchors.ts";
import { type Box, drawBoxes, everyBox, topOf } from "./boxes.ts";
import type { Strategy } from "./candidate.ts";
import { findLayouts, type Layouts, layoutAt, partsOfValue } from "./pair-layout.ts";
import { holdsInput, readText, type Tree } from "./tree.ts";

/**
 * `<div><label>Descripción</label><p>…</p></div>`, `<p><strong>Descripción:</strong> …</p>` and whatever else sets a text beside or behind
 * its label: labels that somebody knows are looked for, and what stands as they stand is a label too. All of a page is one region.
 */
export const labelPairs: Strategy = {
  name: "pairs",
  find: (tree, scope, anchors, taken) => {
    const boxes = everyBox(drawBoxes(tree, scope, taken));
    const known = findKnown(boxes, anchors);
    if (known.size === 0) return [];
    const layouts = findLayouts(known);
    const read = boxes.flatMap((box) => readPair(tree, box, known, layouts));
    // Where no label of a kind has a text beside it they head something else.
    const places = new Set(
      read.flatMap(({ label, value }) => (value.length > 0 ? label.path : [])),
    );
    const found = read.filter(({ label }) => places.has(label.path));
    const usual = usualLength(found.map(({ value }) => value.length));
    // Two paragraphs where the others have one may be a long text, or a text and a notice.
    const sure = found.filter(({ value }) => value.length <= usual || isFlow(value));
    const pairs = sure.map(({ label, value }) => printPair(tree, label, value));
    const paired = new Set(sure.map(({ label }) => label));
    const stray = [...known].filter((label) => !paired.has(label)).map(({ text }) => text ?? "");
    const [first] = sure;
    const start = (first?.label ?? [...known][0])?.node ?? scope;
    const entries = pairs.length === 0 ? [] : [{ pairs, node: scope }];
    return [{ node: scope, start, labels: labelsOf(pairs), entries, stray }];
  },
};

interface FoundPair<Node> {
  label: Box<Node>;
  value: Box<Node>[];
}

/** The labels that somebody knows. What holds one of them and an empty text beside it reads the same, and is none. */
function findKnown<Node>(boxes: readonly Box<Node>[], { keyOf }: Anchors): Set<Box<Node>> {
  const isKnown = ({ text }: Box<Node>) => text !== undefined && keyOf(text) !== undefined;
  const inner = boxes.filter((box) => isKnown(box) && !box.parts.some(isKnown));
  return new Set(inner.map(topOf).filter(({ parent }) => parent !== undefined));
}

function readPair<Node>(
  tree: Tree<Node>,
  label: Box<Node>,
  known: ReadonlySet<Box<Node>>,
  layouts: Layouts,
): FoundPair<Node>[] {
  const layout = layoutAt(label, layouts);
  if (layout === undefined) return [];
  const value = partsOfValue(label, layout, layouts);
  // What holds a label is no text, nor is a box to type in.
  const isText = value.every(
    (part) => !everyBox(part).some((box) => known.has(box)) && !holdsInput(tree, part.node),
  );
  return isText ? [{ label, value }] : [];
}

/** The length that most have; of equally many the shortest. */
function usualLength(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual] = [...counts].sort(([a, x], [b, y]) => y - x || a - b);
  return Math.max(usual?.[0] ?? 1, 1);
}

/** Whether parts are one text with words set off in it. */
function isFlow(value: readonly Box<unknown>[]): boolean {
  return value.some(({ tag }) => tag === "#text");
}

function printPair<Node>(
  tree: Tree<Node>,
  label: Box<Node>,
  value: readonly Box<Node>[],
): LabelText {
  const text = readText(tree, ...value.map(({ node }) => node)).replace(/^:\s*/, "");
  return { label: readText(tree, label.node), texts: value.length === 0 ? [] : [text] };
}

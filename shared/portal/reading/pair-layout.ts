import type { Box } from "./boxes.ts";

/**
 * How labels and their texts stand: `alone`, with an element of their own around the two; `between`, texts between labels that are elements
 * of another kind; `turns`, label and text in turn, elements of one kind.
 */
export type Layout = "alone" | "between" | "turns";

/** Layouts by the places where their labels stand. */
export type Layouts = ReadonlyMap<string, Layout>;

/** How the labels that somebody knows are laid out. One that fits no layout is left out: its text would be a guess. */
export function findLayouts<Node>(known: ReadonlySet<Box<Node>>): Layouts {
  const layouts = new Map<string, Layout>();
  for (const label of known) {
    const layout = layoutOf(label, known);
    if (layout !== undefined) layouts.set(placeOf(label, layout), layout);
  }
  return layouts;
}

/** The layout by which an element is a label, whether somebody knows it or not; undefined for one that is none. */
export function layoutAt<Node>(box: Box<Node>, layouts: Layouts): Layout | undefined {
  if (layouts.has(placeOf(box, "between"))) return "between";
  if (layouts.has(placeOf(box, "turns")))
    return alike(box).indexOf(box) % 2 === 0 ? "turns" : undefined;
  return layouts.has(placeOf(box, "alone")) && isAlone(box) ? "alone" : undefined;
}

/** The parts that stand as a label's text; what follows them, such as a notice, is none of it. */
export function partsOfValue<Node>(
  label: Box<Node>,
  layout: Layout,
  layouts: Layouts,
): Box<Node>[] {
  if (layout === "turns") {
    const same = alike(label);
    return same.slice(same.indexOf(label) + 1).slice(0, 1);
  }
  const value: Box<Node>[] = [];
  for (const part of behind(label)) {
    const [first] = value;
    if (layout === "between" && layoutAt(part, layouts) !== undefined) break;
    if (first !== undefined && !(isInline(first) && isInline(part)) && first.tag !== part.tag)
      break;
    value.push(part);
  }
  return value;
}

function layoutOf<Node>(label: Box<Node>, known: ReadonlySet<Box<Node>>): Layout | undefined {
  const labels = partsAround(label).filter((part) => known.has(part));
  if (labels.length === 1) return isAlone(label) ? "alone" : undefined;
  if (labels.some(({ tag }) => tag !== label.tag)) return undefined;
  const nexts = labels.flatMap((part) => behind(part).slice(0, 1));
  const isLike = (next: Box<Node>) => next.tag === label.tag && !known.has(next);
  if (!nexts.some(isLike)) return "between";
  const same = alike(label);
  const isInTurn =
    nexts.every(isLike) &&
    same.length % 2 === 0 &&
    labels.every((part) => same.indexOf(part) % 2 === 0);
  return isInTurn ? "turns" : undefined;
}

/** Whether the element around a label holds it first, and its text, and no more of the label's kind. */
function isAlone<Node>(label: Box<Node>): boolean {
  const [first, ...others] = partsAround(label);
  return first === label && (others.length === 1 || others.every(({ tag }) => tag !== label.tag));
}

function placeOf<Node>(label: Box<Node>, layout: Layout): string {
  return `${layout} ${label.path}`;
}

function partsAround<Node>({ parent }: Box<Node>): readonly Box<Node>[] {
  return parent?.parts ?? [];
}

function behind<Node>(box: Box<Node>): readonly Box<Node>[] {
  const parts = partsAround(box);
  return parts.slice(parts.indexOf(box) + 1);
}

function alike<Node>(box: Box<Node>): readonly Box<Node>[] {
  return partsAround(box).filter(({ tag }) => tag === box.tag);
}

const inline = new Set(
  "#text a abbr b bdi cite code em font i mark q s small span strong sub sup time u".split(" "),
);

function isInline({ tag }: Box<unknown>): boolean {
  return inline.has(tag);
}

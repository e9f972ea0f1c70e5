import { findLabel, isForeignHeading } from "../labels.ts";
import type { LabelText } from "../page.ts";
import type { PageDefinition } from "../pages/definition.ts";
import type { PortalProfile } from "../profile.ts";
import type { Tree } from "./tree.ts";

/** What a page of one kind is recognised by: the words of a profile, and never the names of classes. */
export interface Anchors {
  /** The field that a label stands for; undefined for a label that nobody knows. */
  keyOf(label: string): string | undefined;
  /** Fields that the page must have a label for. */
  required: readonly string[];
  /** All fields that are declared for the page. */
  fields: readonly string[];
  /** The portal's number of the procedure that an address leads to, on a page that lists procedures. */
  idOf(href: string): string | undefined;
  /** Whether a heading stands above something else than the page is about: `Procedimientos relacionados`. */
  isForeign(heading: string): boolean;
}

/** A label is a word or a few; what is longer is not looked up. */
export const maxLabelLength = 60;

export function anchorsOf(
  definition: PageDefinition,
  profile: PortalProfile,
  idOf: Anchors["idOf"],
): Anchors {
  const leads = Object.values(definition.fields).some((field) => field.leads);
  return {
    keyOf: (label) =>
      label.length > maxLabelLength ? undefined : findLabel(label, definition.id, profile)?.key,
    required: Object.entries(definition.fields).flatMap(([key, field]) =>
      field.required ? [key] : [],
    ),
    fields: Object.keys(definition.fields),
    idOf: leads ? idOf : () => undefined,
    isForeign: (heading) => isForeignHeading(heading, profile),
  };
}

/** The fields that labels stand for, each once. */
export function keysOf(labels: readonly string[], anchors: Anchors): Set<string> {
  const keys = labels.map((label) => anchors.keyOf(label));
  return new Set(keys.filter((key) => key !== undefined));
}

export function labelsOf(pairs: readonly LabelText[]): string[] {
  return pairs.map(({ label }) => label);
}

export function hasRequired(keys: ReadonlySet<string>, { required }: Anchors): boolean {
  return required.every((key) => keys.has(key));
}

export const headingTags = "h1, h2, h3, h4, h5, h6, legend, caption, summary";

/**
 * The elements that stand below a foreign heading: beside it, to the next heading of its rank. Most pages have none, and cost nothing more.
 *
 * @param headings of the page, in order, with their texts.
 */
export function findForeign<Node>(
  tree: Tree<Node>,
  headings: ReadonlyMap<Node, string>,
  { isForeign }: Anchors,
): ReadonlySet<Node> {
  const found = new Set<Node>();
  if (![...headings.values()].some(isForeign)) return found;
  /** @param above rank of the foreign heading that the element stands below. */
  const walk = (node: Node, above: number | undefined): void => {
    let below = above;
    for (const child of tree.children(node)) {
      const heading = headingIn(tree, child, headings);
      if (heading !== undefined) {
        const rank = rankOf(tree.tagName(heading) ?? "");
        if (isForeign(headings.get(heading) ?? "")) below = rank;
        else if (below !== undefined && rank <= below) below = undefined;
      }
      if (below !== undefined) found.add(child);
      walk(child, below);
    }
  };
  walk(tree.root, undefined);
  return found;
}

/** The heading that an element is, or that is all it holds. */
function headingIn<Node>(
  tree: Tree<Node>,
  node: Node,
  headings: ReadonlyMap<Node, string>,
): Node | undefined {
  if (headings.has(node)) return node;
  const [only, ...more] = tree
    .children(node)
    .filter((child) => tree.tagName(child) !== undefined || tree.textData(child)?.trim());
  return only === undefined || more.length > 0 ? undefined : headingIn(tree, only, headings);
}

function rankOf(tag: string): number {
  return /^h[1-6]$/.test(tag) ? Number(tag.slice(1)) : 7;
}

import { foldLabel } from "../values/text.ts";
import type { PageDefinition } from "./pages/definition.ts";
import type { PortalProfile } from "./profile.ts";
import { anchorsOf, findForeign, headingTags } from "./reading/anchors.ts";
import { readRecord } from "./reading/record.ts";
import { readRows } from "./reading/rows.ts";
import { readText, type Tree } from "./reading/tree.ts";
import { matchRoute } from "./routes.ts";

/** A label of a page and the texts that stand beside it, verbatim but for white space. */
export interface LabelText {
  label: string;
  texts: string[];
}

/** A link as it stands on the page: `href` is not resolved. */
export interface LinkText {
  text: string;
  href: string;
}

/** One record's worth of label/text pairs, with the links found in it. */
export interface Entry {
  pairs: LabelText[];
  links: LinkText[];
}

/** A page as label/text pairs: what both readers must agree on, and all that `read-record.ts` needs. */
export interface PageText {
  /** The first heading, else the title, for naming the page in a report. */
  heading: string;
  /** Names of the strategies of `reading/` that found known labels, joined by `+`; absent where none did, and for what is no HTML. */
  strategy?: string;
  /** Why nothing of the page may be taken: parts of it that are equally good say different things. */
  conflict?: string;
  /** Labels found, also where the page has no entry: an empty table still has its header row. */
  labels: string[];
  entries: Entry[];
  /** Every link of the page. */
  links: LinkText[];
  /** Whether the page asks for a password: a login, not a page of the portal's public side. */
  hasPasswordField: boolean;
}

/** The entries of a page with the element that each was found in, in the order of `text.entries`. */
export interface LocatedPage<Node> {
  text: PageText;
  nodes: Node[];
}

/** Reads a page by its declaration. Never throws: whether what was found is enough is decided in `read-record.ts`. */
export function readPage<Node>(
  tree: Tree<Node>,
  definition: PageDefinition,
  profile: PortalProfile,
): PageText {
  return locatePage(tree, definition, profile).text;
}

/** Reads a page as `readPage` does, and says where it found what. */
export function locatePage<Node>(
  tree: Tree<Node>,
  definition: PageDefinition,
  profile: PortalProfile,
): LocatedPage<Node> {
  const anchors = anchorsOf(definition, profile, (href) =>
    matchRoute(href, profile.routes.procedimiento, profile.routes[definition.route]),
  );
  const headings = new Map(
    tree.select(tree.root, headingTags).map((node) => [node, readText(tree, node)]),
  );
  const foreign = findForeign(tree, headings, anchors);
  const read = (within: Node) =>
    (definition.holds === "record" ? readRecord : readRows)(tree, within, anchors, foreign);
  const [main] = tree.select(tree.root, "main, [role=main]");
  let scope = main ?? tree.root;
  let reading = read(scope);
  // A portal may well put something else into its main part than what the page is about.
  if (main !== undefined && reading.strategy === undefined && reading.conflict === undefined) {
    const whole = read(tree.root);
    if (whole.strategy !== undefined) [scope, reading] = [tree.root, whole];
  }
  const { strategy, conflict, labels, entries } = reading;
  const links = readLinks(tree, scope);
  const title = [...headings].find(([node]) => /^h[12]$/.test(tree.tagName(node) ?? ""))?.[1];
  return {
    text: {
      heading: title ?? readText(tree, ...tree.select(tree.root, "title").slice(0, 1)),
      ...(strategy !== undefined && { strategy }),
      ...(conflict !== undefined && { conflict }),
      labels,
      entries: entries.map(({ pairs, node }) => ({
        pairs,
        links: node === scope ? links : readLinks(tree, node),
      })),
      links,
      hasPasswordField: tree.select(tree.root, "input[type=password]").length > 0,
    },
    nodes: entries.map(({ node }) => node),
  };
}

function readLinks<Node>(tree: Tree<Node>, scope: Node): LinkText[] {
  return tree.select(scope, "a[href]").map((link) => ({
    text: readText(tree, link),
    href: tree.attribute(link, "href") ?? "",
  }));
}

/** The portal's number of the procedure that an entry of a list links to. */
export function idOfEntry(entry: Entry, { routes }: PortalProfile): string | undefined {
  for (const { href } of entry.links) {
    const id = matchRoute(href, routes.procedimiento, routes.listado);
    if (id !== undefined) return id;
  }
  return undefined;
}

/** The address of the next page of a list, where the page links to one. */
export function findNextPage(page: PageText, texts: readonly string[]): string | undefined {
  const wanted = new Set(texts.map(foldLabel));
  const link = page.links.find(
    ({ text, href }) => wanted.has(foldLabel(text)) && !/^(#|$|javascript:)/i.test(href),
  );
  return link?.href;
}

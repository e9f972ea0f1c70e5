import { collapseSpaces, foldLabel } from "../values/text.ts";
import type { PageDefinition } from "./pages/definition.ts";

/**
 * The few questions that reading a page asks of a parsed tree. cheerio and the browser's DOM each answer
 * them, so that one reading serves both.
 */
export interface Tree<Node> {
  root: Node;
  /** Elements below `node` that match a plain CSS selector, in document order. */
  select(node: Node, selector: string): Node[];
  children(node: Node): Node[];
  /** Lower-case name of an element; undefined for anything else. */
  tagName(node: Node): string | undefined;
  attribute(node: Node, name: string): string | undefined;
  /** The text of a text node; undefined for anything else. */
  textData(node: Node): string | undefined;
}

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
  /** Labels found, also where the page has no entry: an empty table still has its header row. */
  labels: string[];
  entries: Entry[];
  /** Every link of the page. */
  links: LinkText[];
  /** Whether the page asks for a password: a login, not a page of the portal's public side. */
  hasPasswordField: boolean;
}

/** Reads a page by its declaration. Never throws: whether what was found is enough is decided in `read-record.ts`. */
export function readPage<Node>(tree: Tree<Node>, definition: PageDefinition): PageText {
  const scope = firstMatch(tree, definition.scope) ?? tree.root;
  const found =
    definition.shape === "definitions" ? readDefinitions(tree, scope) : readTable(tree, scope);
  const heading = firstMatch(tree, "h1, h2") ?? firstMatch(tree, "title");
  return {
    heading: heading === undefined ? "" : readText(tree, heading),
    ...found,
    links: readLinks(tree, scope),
    hasPasswordField: tree.select(tree.root, "input[type=password]").length > 0,
  };
}

/** The elements of the table rows that `readPage` took as entries, in the same order. */
export function selectRows<Node>(tree: Tree<Node>, definition: PageDefinition): Node[] {
  const table = listTable(tree, firstMatch(tree, definition.scope) ?? tree.root);
  return table === undefined ? [] : splitRows(tree, table).body;
}

function readDefinitions<Node>(
  tree: Tree<Node>,
  scope: Node,
): Pick<PageText, "labels" | "entries"> {
  const pairs = tree.select(scope, "dl").flatMap((list) => readDefinitionList(tree, list));
  return {
    labels: pairs.map((pair) => pair.label),
    entries: pairs.length === 0 ? [] : [{ pairs, links: readLinks(tree, scope) }],
  };
}

/**
 * The pairs of one `dl`. A `dd` belongs to the `dt` right before it: a `dt` without one stays empty and never borrows its
 * neighbour's, and a `dd` before the first `dt` has the label "".
 */
function readDefinitionList<Node>(tree: Tree<Node>, list: Node): LabelText[] {
  const pairs: LabelText[] = [];
  for (const node of flattenGroups(tree, list)) {
    if (tree.tagName(node) === "dt") pairs.push({ label: readText(tree, node), texts: [] });
    if (tree.tagName(node) !== "dd") continue;
    const text = readText(tree, node);
    const pair = pairs.at(-1);
    if (pair) pair.texts.push(text);
    else pairs.push({ label: "", texts: [text] });
  }
  return pairs;
}

/** The children of a `dl`, looking through the `div` that HTML allows around each pair. */
function flattenGroups<Node>(tree: Tree<Node>, list: Node): Node[] {
  return tree
    .children(list)
    .flatMap((child) => (tree.tagName(child) === "div" ? flattenGroups(tree, child) : [child]));
}

function readTable<Node>(tree: Tree<Node>, scope: Node): Pick<PageText, "labels" | "entries"> {
  const table = listTable(tree, scope);
  if (table === undefined) return { labels: [], entries: [] };
  const { header, body } = splitRows(tree, table);
  const grid = layOut(tree, ownRows(tree, table));
  const columns = header === undefined ? [] : (grid.get(header) ?? []);
  const entries = body.map((row) => ({
    pairs: pairColumns(tree, columns, grid.get(row) ?? []),
    links: readLinks(tree, row),
  }));
  return { labels: [...new Set(columns)].map((cell) => readText(tree, cell)), entries };
}

/**
 * The cells of a row under the header cells above them. A cell across several headers belongs to none of them alone: its
 * label is theirs joined, which no profile knows. A cell without a header has the label "".
 */
function pairColumns<Node>(tree: Tree<Node>, columns: Node[], row: Node[]): LabelText[] {
  const pairs: LabelText[] = [];
  let above: Node | undefined;
  for (const cell of new Set(row)) {
    const headers = new Set(columns.filter((_, column) => row[column] === cell));
    const [first, ...more] = headers;
    const text = readText(tree, cell);
    // One header over several cells, as "Acciones" has, is one label with several texts.
    if (first !== undefined && first === above && more.length === 0) pairs.at(-1)?.texts.push(text);
    else {
      const label = [...headers].map((header) => readText(tree, header)).join(" / ");
      pairs.push({ label, texts: [text] });
    }
    above = more.length === 0 ? first : undefined;
  }
  return pairs;
}

/** Which cell stands in each column of each row, cells across several rows and columns counted in all of them. */
function layOut<Node>(tree: Tree<Node>, rows: readonly Node[]): Map<Node, Node[]> {
  const lines: Node[][] = rows.map(() => []);
  for (const [line, row] of rows.entries()) {
    let column = 0;
    for (const cell of cellsOf(tree, row)) {
      while (lines[line]?.[column] !== undefined) column += 1;
      const end = column + spanOf(tree, cell, "colspan");
      const below = lines.slice(line, line + spanOf(tree, cell, "rowspan"));
      for (; column < end; column += 1) for (const taken of below) taken[column] = cell;
    }
  }
  return new Map(rows.map((row, line) => [row, lines[line] ?? []]));
}

/** A table as rows of texts; a cell across several rows or columns stands in each of them. */
export type Grid = { text: string; isFromAbove: boolean }[][];

/** Every table of a page in document order, whatever it is for; those within another table's cells are further tables. */
export function readTables<Node>(tree: Tree<Node>): Grid[] {
  return tree.select(tree.root, "table").map((table) => {
    const rows = ownRows(tree, table);
    const cellsBy = layOut(tree, rows);
    return rows.map((row) => {
      const own = new Set(cellsOf(tree, row));
      // A row may have a column that neither it nor a row above fills.
      return Array.from(cellsBy.get(row) ?? [], (cell: Node | undefined) => ({
        text: cell === undefined ? "" : readText(tree, cell),
        isFromAbove: cell !== undefined && !own.has(cell),
      }));
    });
  });
}

/** At most a thousand, as browsers have it; anything that is no number is one. */
function spanOf<Node>(tree: Tree<Node>, cell: Node, name: "colspan" | "rowspan"): number {
  const span = Number.parseInt(tree.attribute(cell, name) ?? "1", 10);
  return Math.min(Math.max(span || 1, 1), 1000);
}

/**
 * The table that lists something: of those with header cells, else of all, the one with the most rows of its own; of
 * equals, the first. Tables that only lay out the page have no header cells.
 */
function listTable<Node>(tree: Tree<Node>, scope: Node): Node | undefined {
  let best: { table: Node; weight: number } | undefined;
  for (const table of tree.select(scope, "table")) {
    const rows = ownRows(tree, table);
    const hasHeader = rows.some((row) => hasCell(tree, row, "th"));
    const weight = rows.length + (hasHeader ? 1e9 : 0);
    if (best === undefined || weight > best.weight) best = { table, weight };
  }
  return best?.table;
}

/** The rows of a table without those of the tables in its cells. */
function ownRows<Node>(tree: Tree<Node>, table: Node): Node[] {
  const inner = new Set(tree.select(table, "table").flatMap((other) => tree.select(other, "tr")));
  return tree.select(table, "tr").filter((row) => !inner.has(row));
}

function splitRows<Node>(tree: Tree<Node>, table: Node): { header?: Node; body: Node[] } {
  const rows = ownRows(tree, table);
  const index = Math.max(
    rows.findIndex((row) => hasCell(tree, row, "th")),
    0,
  );
  const header = rows[index];
  // A body row has at least two cells: one cell across the table is a notice such as "No hay registros". Further rows of
  // header cells alone are search boxes, or the header again at the foot.
  const body = rows
    .slice(index + 1)
    .filter((row) => cellsOf(tree, row).length > 1 && hasCell(tree, row, "td"));
  return header === undefined ? { body } : { header, body };
}

function hasCell<Node>(tree: Tree<Node>, row: Node, tag: "td" | "th"): boolean {
  return tree.children(row).some((cell) => tree.tagName(cell) === tag);
}

function cellsOf<Node>(tree: Tree<Node>, row: Node): Node[] {
  return tree.children(row).filter((cell) => /^t[dh]$/.test(tree.tagName(cell) ?? ""));
}

function readLinks<Node>(tree: Tree<Node>, scope: Node): LinkText[] {
  return tree.select(scope, "a[href]").map((link) => ({
    text: readText(tree, link),
    href: tree.attribute(link, "href") ?? "",
  }));
}

function firstMatch<Node>(tree: Tree<Node>, selectors: string): Node | undefined {
  for (const selector of selectors.split(",")) {
    const [node] = tree.select(tree.root, selector.trim());
    if (node !== undefined) return node;
  }
  return undefined;
}

const separate = new Set(["br", "p", "div", "li", "td", "tr"]);
const hidden = new Set(["script", "style", "template", "noscript"]);

/** The text of a node on one line, with a space where the page breaks the line. */
function readText<Node>(tree: Tree<Node>, node: Node): string {
  const parts: string[] = [];
  const walk = (current: Node): void => {
    const data = tree.textData(current);
    if (data !== undefined) parts.push(data);
    const tag = tree.tagName(current);
    if (tag !== undefined && hidden.has(tag)) return;
    if (tag !== undefined && separate.has(tag)) parts.push(" ");
    for (const child of tree.children(current)) walk(child);
    if (tag !== undefined && separate.has(tag)) parts.push(" ");
  };
  walk(node);
  return collapseSpaces(parts.join(""));
}

/** The portal's number of a procedure or attachment in an address, by a route such as `/Anexo/{id}`; case does not matter. */
export function matchRoute(address: string, route: string): string | undefined {
  const pattern = route.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace("{id}", "(\\d+)");
  const path = address.replace(/^https?:\/\/[^/]+/i, "").replace(/[?#].*$/, "");
  return new RegExp(`^${pattern}/?$`, "i").exec(path)?.[1];
}

/** The portal's number of the procedure that an entry of a list links to, by the route of procedures. */
export function idOfEntry(entry: Entry, route: string): string | undefined {
  for (const { href } of entry.links) {
    const id = matchRoute(href, route);
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

import { foldLabelText } from "../labels.ts";
import type { LabelText } from "../page.ts";
import { type Anchors, keysOf } from "./anchors.ts";
import type { Candidate, FoundEntry, Strategy } from "./candidate.ts";
import { cellsOf, distinctCells, hasCell, type Line, layOut, ownRows } from "./grid.ts";
import { holdsInput, readText, type Tree } from "./tree.ts";

/** A table whose header names its columns, one record a row. Its header may be of `td`, below a title, or of two rows. */
export const table: Strategy = {
  name: "table",
  find: (tree, scope, anchors) =>
    tree.select(scope, "table").flatMap((node) => readTable(tree, node, anchors)),
};

/** How far down a header is looked for: above it are titles and search boxes. */
const headerWithin = 10;

function readTable<Node>(tree: Tree<Node>, node: Node, anchors: Anchors): Candidate<Node>[] {
  const rows = ownRows(tree, node);
  const cellsIn = rows.map((row) => cellsOf(tree, row));
  const grid = layOut(tree, cellsIn);
  const at = findHeader(tree, rows, grid, anchors);
  const header = rows[at];
  if (header === undefined) return [];
  const columns = grid[at] ?? [];
  const labelOf = new Map(distinctCells(columns).map((cell) => [cell, readText(tree, cell)]));
  const entries = rows.flatMap((row, line) => {
    // A body row has at least two cells: one cell across the table is a notice such as "No hay registros". Further rows of
    // header cells alone are search boxes, or the header again at the foot. What stands above is body where the header is
    // printed again further down, and only then as wide as it.
    const cells = grid[line] ?? [];
    const own = cellsIn[line] ?? [];
    const isBody =
      own.length > 1 &&
      own.some((cell) => tree.tagName(cell) === "td") &&
      (line > at || (line < at && cells.length === columns.length && !holdsInput(tree, row)));
    const pairs = isBody ? pairColumns(tree, columns, labelOf, cells) : [];
    return pairs.length === 0 || pairs.filter((pair) => isLabelAgain(pair, anchors)).length >= 2
      ? []
      : [{ pairs, node: row }];
  });
  const labels = [...labelOf.values()];
  const conflict = findTrouble(labels, entries, anchors);
  return [
    {
      node,
      start: header,
      labels,
      entries,
      hasHeader: hasCell(tree, header, "th"),
      ...(conflict && { conflict }),
    },
  ];
}

/** Whether the text is the label, as in a header that is printed again among the rows. */
function isLabelAgain({ label, texts }: LabelText, { keyOf }: Anchors): boolean {
  const text = texts.join(" ");
  // Folding every text of a long list would take longer than reading it.
  if (Math.abs(text.length - label.length) > 2 || keyOf(label) === undefined) return false;
  return text === label || foldLabelText(text) === foldLabelText(label);
}

/** Why the rows cannot be trusted to stand under their labels; undefined where they can. */
function findTrouble<Node>(
  labels: readonly string[],
  entries: readonly FoundEntry<Node>[],
  { keyOf }: Anchors,
): string | undefined {
  const isLost = ({ pairs }: FoundEntry<Node>) => pairs.every(({ label }) => label === "");
  if (entries.length > 0 && entries.every(isLost)) {
    return "no row of the table is as wide as its header";
  }
  const double = labels.find(
    (label, column) => keyOf(label) !== undefined && labels.indexOf(label) !== column,
  );
  const isDoubtful = ({ pairs }: FoundEntry<Node>) => {
    const texts = pairs.filter(({ label }) => label === double).map((pair) => pair.texts.join(" "));
    return texts.length !== 2 || texts[0] !== texts[1];
  };
  if (double === undefined || !entries.some(isDoubtful)) return undefined;
  return `two columns are headed "${double}" and say different things`;
}

/**
 * The row with the most labels that are known; of equals the first with header cells, else the first of all. One known label alone does not
 * outweigh header cells: a row whose link says "Ver" is none.
 */
function findHeader<Node>(
  tree: Tree<Node>,
  rows: readonly Node[],
  grid: readonly Line<Node>[],
  anchors: Anchors,
): number {
  let best = { at: 0, weight: -1 };
  for (const [at, row] of rows.slice(0, headerWithin).entries()) {
    const labels = distinctCells(grid[at]).map((cell) => readText(tree, cell));
    const weight = keysOf(labels, anchors).size + (hasCell(tree, row, "th") ? 1.5 : 0);
    if (weight > best.weight) best = { at, weight };
  }
  return best.at;
}

/**
 * The cells of a row under the header cells above them. A cell across several headers belongs to none of them alone: its
 * label is theirs joined, which no profile knows. Of a row that is not as wide as the header nobody can say which cell stands under
 * which label, so none has one; columns of links that were given no header do not count.
 */
function pairColumns<Node>(
  tree: Tree<Node>,
  columns: Line<Node>,
  labelOf: ReadonlyMap<Node, string>,
  row: Line<Node>,
): LabelText[] {
  const pairs: LabelText[] = [];
  const beyond = row.slice(columns.length);
  const isAligned =
    row.length >= columns.length &&
    row.every((cell) => cell !== undefined) &&
    distinctCells(beyond).every((cell) => isOfLinks(tree, cell));
  let above: Node | undefined;
  for (const cell of distinctCells(row)) {
    const text = readText(tree, cell);
    if (!isAligned) {
      pairs.push({ label: "", texts: [text] });
      continue;
    }
    const headers = distinctCells(columns.filter((_, column) => row[column] === cell));
    const [first, ...more] = headers;
    // One header over several cells, as "Acciones" has, is one label with several texts.
    if (first !== undefined && first === above && more.length === 0) pairs.at(-1)?.texts.push(text);
    else {
      const label = headers.map((header) => labelOf.get(header)).join(" / ");
      pairs.push({ label, texts: [text] });
    }
    above = more.length === 0 ? first : undefined;
  }
  return pairs;
}

/** Whether a cell says nothing but what its links say. */
function isOfLinks<Node>(tree: Tree<Node>, cell: Node): boolean {
  return readText(tree, cell) === readText(tree, ...tree.select(cell, "a, button"));
}

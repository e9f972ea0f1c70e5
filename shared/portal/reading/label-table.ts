import type { LabelText } from "../page.ts";
import { type Anchors, labelsOf } from "./anchors.ts";
import type { Candidate, Strategy } from "./candidate.ts";
import { cellsOf, ownRows } from "./grid.ts";
import { holdsInput, readText, type Tree } from "./tree.ts";

/** `<tr><th>Descripción</th><td>…</td></tr>`, of any kind of cell, and with several such pairs in a row: each table a region of its own. */
export const labelTable: Strategy = {
  name: "label-table",
  find: (tree, scope, anchors) =>
    tree.select(scope, "table").flatMap((node) => readLabelTable(tree, node, anchors)),
};

interface Row<Node> {
  cells: Node[];
  texts: string[];
}

function readLabelTable<Node>(tree: Tree<Node>, node: Node, anchors: Anchors): Candidate<Node>[] {
  const rows = ownRows(tree, node).flatMap((row): Row<Node>[] => {
    const cells = cellsOf(tree, row);
    // One cell across the table is a title.
    if (cells.length < 2) return [];
    return [{ cells, texts: cells.map((cell) => readText(tree, cell)) }];
  });
  const side = sideOfLabels(tree, rows, anchors);
  if (side === undefined) return [];
  const pairs = rows.flatMap((row) => pairCells(tree, row, side));
  return [
    { node, start: rows[0]?.cells[0] ?? node, labels: labelsOf(pairs), entries: [{ pairs, node }] },
  ];
}

/**
 * On which side of its text each label stands, by where known labels are. Undefined where they are on both sides, or all in one row of
 * several: then they head the columns of a list.
 */
function sideOfLabels<Node>(
  tree: Tree<Node>,
  rows: readonly Row<Node>[],
  { keyOf }: Anchors,
): "left" | "right" | undefined {
  const sides = new Set<"left" | "right">();
  let labelled = 0;
  for (const { cells, texts } of rows) {
    if (cells.length % 2 !== 0) continue;
    const known = texts.flatMap((text, index) => (keyOf(text) === undefined ? [] : [index]));
    for (const index of known) sides.add(index % 2 === 0 ? "left" : "right");
    const isHeaded = cells.every(
      (cell, index) => tree.tagName(cell) === (index % 2 === 0 ? "th" : "td"),
    );
    if (known.length > 0) labelled += isHeaded ? 2 : 1;
  }
  if (labelled === 0 || (labelled === 1 && rows.length > 1)) return undefined;
  const [side, other] = sides;
  return other === undefined ? side : undefined;
}

/** The pairs of a row. Where its cells are no pairs, since a label is split over two or a text is, they belong to no label. */
function pairCells<Node>(
  tree: Tree<Node>,
  { cells, texts }: Row<Node>,
  side: "left" | "right",
): LabelText[] {
  if (cells.length % 2 !== 0) return [{ label: "", texts }];
  const pairs: LabelText[] = [];
  for (let index = 0; index < cells.length; index += 2) {
    const [label, value] = side === "left" ? [index, index + 1] : [index + 1, index];
    const cell = cells[value];
    // A search form asks for a description and has none.
    if (cell === undefined || holdsInput(tree, cell)) continue;
    pairs.push({ label: texts[label] ?? "", texts: [texts[value] ?? ""] });
  }
  return pairs;
}

import { readText, type Tree } from "./tree.ts";

/** The rows of a table without those of the tables in its cells. */
export function ownRows<Node>(tree: Tree<Node>, table: Node): Node[] {
  const inner = new Set(tree.select(table, "table").flatMap((other) => tree.select(other, "tr")));
  return tree.select(table, "tr").filter((row) => !inner.has(row));
}

export function cellsOf<Node>(tree: Tree<Node>, row: Node): Node[] {
  return tree.children(row).filter((cell) => /^t[dh]$/.test(tree.tagName(cell) ?? ""));
}

export function hasCell<Node>(tree: Tree<Node>, row: Node, tag: "td" | "th"): boolean {
  return tree.children(row).some((cell) => tree.tagName(cell) === tag);
}

/** A table as rows of texts; a cell across several rows or columns stands in each of them. */
export type Grid = { text: string; isFromAbove: boolean }[][];

/** Every table of a page in document order, whatever it is for; those within another table's cells are further tables. */
export function readTables<Node>(tree: Tree<Node>): Grid[] {
  return tree.select(tree.root, "table").map((table) => {
    const rows = ownRows(tree, table).map((row) => cellsOf(tree, row));
    const lines = layOut(tree, rows);
    return rows.map((cells, line) => {
      const own = new Set(cells);
      return Array.from(lines[line] ?? [], (cell) => ({
        text: cell === undefined ? "" : readText(tree, cell),
        isFromAbove: cell !== undefined && !own.has(cell),
      }));
    });
  });
}

/** A row's cells by column, cells across several columns in all of them; undefined where neither it nor a row above fills one. */
export type Line<Node> = (Node | undefined)[];

/**
 * Which cell stands in each column of each row, cells across several rows and columns counted in all of them.
 *
 * @param rows the cells of each row.
 */
export function layOut<Node>(tree: Tree<Node>, rows: readonly (readonly Node[])[]): Line<Node>[] {
  const lines: Line<Node>[] = rows.map(() => []);
  for (const [line, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (lines[line]?.[column] !== undefined) column += 1;
      const end = column + spanOf(tree, cell, "colspan");
      const below = lines.slice(line, line + spanOf(tree, cell, "rowspan"));
      for (; column < end; column += 1) for (const taken of below) taken[column] = cell;
    }
  }
  return lines.map((line) => Array.from(line));
}

/** The cells of a row, each once. */
export function distinctCells<Node>(line: Line<Node> = []): Node[] {
  return [...new Set(line)].filter((cell) => cell !== undefined);
}

/** At most a thousand, as browsers have it; anything that is no number is one. */
function spanOf<Node>(tree: Tree<Node>, cell: Node, name: "colspan" | "rowspan"): number {
  const span = Number.parseInt(tree.attribute(cell, name) ?? "1", 10);
  return Math.min(Math.max(span || 1, 1), 1000);
}

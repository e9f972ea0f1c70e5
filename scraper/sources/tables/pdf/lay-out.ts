/** A text on a page: `left`, `top` and `width` in points from the page's upper left corner, `height` of its letters. */
export interface TextPiece {
  text: string;
  left: number;
  width: number;
  baseline: number;
  height: number;
}

/** Pieces on one line of a page, from left to right. */
type Line = TextPiece[];

/** A column from one x to another. */
interface Band {
  left: number;
  right: number;
}

/**
 * The rows of a table that goes over all pages, as texts by column. PDF knows no cells: a column is where, over the lines of all pages, text
 * stands between two gaps; a line whose first column is empty and that follows closely goes on with the row above.
 */
export function layOutRows(pages: readonly (readonly TextPiece[])[]): string[][] {
  const lines = pages.map(readLines);
  const columns = findColumns(lines.flat());
  return lines.flatMap((linesOfPage) => readRows(linesOfPage, columns));
}

function readLines(pieces: readonly TextPiece[]): Line[] {
  const lines: Line[] = [];
  for (const piece of [...pieces].sort((one, other) => one.baseline - other.baseline)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    const isSameLine =
      first !== undefined &&
      piece.baseline - first.baseline < Math.max(first.height, piece.height) / 2;
    if (isSameLine) line?.push(piece);
    else lines.push([piece]);
  }
  for (const line of lines) line.sort((one, other) => one.left - other.left);
  return lines;
}

/** Where text stands in more than one in fifty of the table's lines; lines with few texts, such as titles, do not count. */
function findColumns(lines: readonly Line[]): Band[] {
  const bandsOf = lines.map(joinWords);
  const most = Math.max(...bandsOf.map((bands) => bands.length));
  const table = bandsOf.filter((bands) => bands.length >= Math.max(2, most / 2));
  const edges = table.flat().flatMap(({ left, right }) => [
    { at: left, step: 1 },
    { at: right, step: -1 },
  ]);
  edges.sort((one, other) => one.at - other.at || other.step - one.step);
  const columns: Band[] = [];
  let depth = 0;
  let open: number | undefined;
  for (const { at, step } of edges) {
    depth += step;
    const isColumn = depth > table.length / 50;
    if (isColumn && open === undefined) open = at;
    if (isColumn || open === undefined) continue;
    columns.push({ left: open, right: at });
    open = undefined;
  }
  return columns;
}

/** Texts that are no further apart than words are. */
function joinWords(line: Line): Band[] {
  const bands: Band[] = [];
  for (const { left, width, height } of line) {
    const last = bands.at(-1);
    if (last !== undefined && left - last.right < height / 2)
      last.right = Math.max(last.right, left + width);
    else bands.push({ left, right: left + width });
  }
  return bands;
}

function readRows(lines: readonly Line[], columns: readonly Band[]): string[][] {
  const rows: string[][] = [];
  let above: TextPiece | undefined;
  for (const line of lines) {
    const cells = readCells(line, columns);
    const [first] = line;
    const row = rows.at(-1);
    const isClose =
      first !== undefined &&
      above !== undefined &&
      first.baseline - above.baseline < first.height * 1.6;
    if (row !== undefined && isClose && cells[0] === "" && columns.length > 1) {
      for (const [column, text] of cells.entries())
        row[column] = `${row[column] ?? ""} ${text}`.trim();
    } else rows.push(cells);
    above = first;
  }
  return rows;
}

function readCells(line: Line, columns: readonly Band[]): string[] {
  const cells = columns.map(() => "");
  let end: { column: number; right: number } | undefined;
  for (const { text, left, width, height } of line) {
    const column = nearest(columns, left + width / 2);
    const isNextWord = end?.column === column && left - end.right > height / 8;
    cells[column] = `${cells[column] ?? ""}${isNextWord ? " " : ""}${text}`;
    end = { column, right: left + width };
  }
  return cells;
}

function nearest(columns: readonly Band[], x: number): number {
  let best = { column: 0, distance: Number.POSITIVE_INFINITY };
  for (const [column, { left, right }] of columns.entries()) {
    const distance = Math.max(left - x, x - right, 0);
    if (distance < best.distance) best = { column, distance };
  }
  return best.column;
}

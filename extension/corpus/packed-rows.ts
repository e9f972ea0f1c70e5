import { TenderRow } from "../../shared/feed/tender-row.ts";
import type { RowList } from "../../shared/search/row-list.ts";

/**
 * Rows that follow each other as text, which is read as fast as its bytes are copied; each row is parsed when it is asked for. Few
 * large values are read several times faster than many small ones.
 */
export interface PackedChunk {
  number: number;
  /** The portal's numbers of the rows. */
  ids: string[];
  /** The other fields, in the order in which `lines` has them. */
  columns: Column[];
  /** Texts that stand in several rows. */
  texts: string[];
  /**
   * A JSON array of cells for each row, one behind the other, in letters of one byte: a single wider one would make the browser
   * keep all of them in two.
   */
  lines: string;
  /** Where each line begins, and where the last one ends. */
  starts: Uint32Array;
}

type Column = Exclude<keyof TenderRow, "id">;

/** A text; 0 for none; n for the nth of the texts, the first being 1; -n for the nth with the row's id behind it; what is no text, alone in an array. */
type Cell = string | number | [unknown];

const chunkSize = 10_000;
// The schema has these keys and no others.
const columns = Object.keys(TenderRow.shape).filter((key) => key !== "id") as Column[];
/** Addresses and the like, which end in the row's id. */
const withId: ReadonlySet<Column> = new Set(["ocid", "url"]);

/** Packs rows for storing. */
export function packRows(rows: readonly TenderRow[]): PackedChunk[] {
  const chunks: PackedChunk[] = [];
  for (let start = 0; start < rows.length; start += chunkSize) {
    chunks.push(packChunk(chunks.length, rows.slice(start, start + chunkSize)));
  }
  return chunks;
}

function packChunk(number: number, rows: readonly TenderRow[]): PackedChunk {
  const placeOf = numberShared(rows);
  const starts = new Uint32Array(rows.length + 1);
  let end = 0;
  const lines = rows.map((row, position) => {
    const cells = columns.map((column): Cell => {
      const value = row[column];
      if (value === undefined) return 0;
      if (typeof value !== "string") return [value];
      const stem = stemOf(row, column);
      return stem === undefined ? (placeOf.get(value) ?? value) : -(placeOf.get(stem) as number); // Every stem has a place.
    });
    const line = inOneByte(JSON.stringify(cells));
    end += line.length;
    starts[position + 1] = end;
    return line;
  });
  const ids = rows.map(({ id }) => id);
  return { number, ids, columns, texts: [...placeOf.keys()], lines: lines.join(""), starts };
}

/** The texts that are kept once for all rows, numbered from 1 on: those that are met again, and what stands before an id. */
function numberShared(rows: readonly TenderRow[]): Map<string, number> {
  const met = new Set<string>();
  const shared = new Set<string>();
  for (const row of rows) {
    for (const column of columns) {
      const stem = stemOf(row, column);
      const text = stem ?? row[column];
      if (typeof text !== "string") continue;
      if (stem !== undefined || met.has(text)) shared.add(text);
      met.add(text);
    }
  }
  return new Map(Array.from(shared, (text, place) => [text, place + 1]));
}

/** What stands before the row's id; undefined where a field does not end in it. */
function stemOf(row: TenderRow, column: Column): string | undefined {
  const text = row[column];
  if (!withId.has(column) || typeof text !== "string" || !text.endsWith(row.id)) return undefined;
  return text.slice(0, -row.id.length);
}

function inOneByte(json: string): string {
  return json.replace(
    /[\u0100-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The rows of chunks that follow each other. */
export class PackedRows implements RowList {
  readonly ids: readonly string[];
  readonly #chunks: readonly PackedChunk[];

  constructor(chunks: readonly PackedChunk[]) {
    this.#chunks = chunks;
    this.ids = chunks.flatMap(({ ids }) => ids);
  }

  get length(): number {
    return this.ids.length;
  }

  at(number: number): TenderRow | undefined {
    const chunk = this.#chunks[Math.floor(number / chunkSize)];
    const position = number % chunkSize;
    const id = chunk?.ids[position];
    if (chunk === undefined || id === undefined) return undefined;
    const line = chunk.lines.slice(chunk.starts[position], chunk.starts[position + 1]);
    const cells = JSON.parse(line) as Cell[]; // As they were packed, and checked before that.
    const row: Record<string, unknown> = { id };
    for (const [place, column] of chunk.columns.entries()) {
      const value = readCell(cells[place], id, chunk.texts);
      if (value !== undefined) row[column] = value;
    }
    return row as TenderRow; // The columns are its keys.
  }

  *[Symbol.iterator](): Generator<TenderRow> {
    for (const number of this.ids.keys()) yield this.at(number) as TenderRow; // Each number has a row.
  }
}

function readCell(cell: Cell | undefined, id: string, texts: readonly string[]): unknown {
  if (typeof cell === "object") return cell[0];
  if (typeof cell !== "number") return cell;
  return cell < 0 ? `${texts[-cell - 1]}${id}` : texts[cell - 1];
}

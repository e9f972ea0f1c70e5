import { type Cell, cellText, dateCell, serialCell, textCell } from "../cell.ts";
import { noColumns, type Row } from "../sheet.ts";
import { readPosition } from "./position.ts";
import { decodeOfficeText, readXml, type XmlEvents } from "./xml-events.ts";

/** What the cells of a sheet refer to. */
export interface CellContext {
  sharedStrings: readonly string[];
  /** By number of style. */
  isDateStyle: readonly boolean[];
  is1904: boolean;
  maxColumns: number;
}

/** A sheet whose rows do not end: its file is cut off. */
export class SheetCutOffError extends Error {
  override name = "SheetCutOffError";
}

/** The rows of a sheet as they stand in its part, merged cells not yet filled. Holds no more than a piece of it at a time. */
export async function* readSheetRows(
  chunks: AsyncIterable<Buffer>,
  context: CellContext,
): AsyncIterable<Row> {
  const reader = new RowReader(context);
  for await (const _ of readXml(chunks, reader)) yield* reader.takeRows();
  yield* reader.takeRows();
  if (!reader.isWhole) throw new SheetCutOffError("the sheet does not end");
}

/** The cell that is being read: its attributes and the texts of its elements. */
interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  inline: string;
  hasFormula: boolean;
}

class RowReader implements XmlEvents {
  isWhole = false;
  readonly #context: CellContext;
  #rows: Row[] = [];
  #number = 0;
  #cells: Cell[] = [];
  #cell: OpenCell | undefined;
  #column = 0;
  #into: "value" | "inline" | undefined;
  #isReading = false;

  constructor(context: CellContext) {
    this.#context = context;
  }

  takeRows(): Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "row") {
      this.#number = Number(attributes.r ?? this.#number + 1);
      this.#cells = [];
      this.#column = 0;
    } else if (name === "c") {
      const { r, t = "n", s = "-1" } = attributes;
      const column = r === undefined ? this.#column : readPosition(r).column;
      this.#cell = { column, type: t, style: Number(s), value: "", inline: "", hasFormula: false };
    } else if (name === "f" && this.#cell !== undefined) this.#cell.hasFormula = true;
    else if (name === "v") this.#into = "value";
    else if (name === "rPh") this.#isReading = true;
    else if (name === "t" && !this.#isReading) this.#into = "inline";
  }

  text(text: string): void {
    if (this.#cell !== undefined && this.#into !== undefined) this.#cell[this.#into] += text;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.#into = undefined;
    else if (name === "rPh") this.#isReading = false;
    else if (name === "c" && this.#cell !== undefined) {
      this.#put(this.#cell.column, cellOf(this.#cell, this.#context));
      this.#column = this.#cell.column + 1;
      this.#cell = undefined;
    } else if (name === "row") {
      this.#rows.push({ number: this.#number, cells: this.#cells, merged: noColumns });
    } else if (name === "worksheet") this.isWhole = true;
  }

  /** Empty cells that only have a style are not kept; one beyond the limit is kept at it, so that the row is seen to be too wide. */
  #put(column: number, cell: Cell): void {
    if (cell === undefined) return;
    const at = Math.min(column, this.#context.maxColumns);
    while (this.#cells.length < at) this.#cells.push(undefined);
    this.#cells[at] = cell;
  }
}

function cellOf({ type, style, value, inline, hasFormula }: OpenCell, context: CellContext): Cell {
  switch (type) {
    case "s": {
      const text = context.sharedStrings[Number(value)];
      return text === undefined
        ? { error: "a text that the workbook does not hold" }
        : officeText(text);
    }
    case "inlineStr":
      return officeText(inline);
    case "str":
      return officeText(value);
    case "b":
      return value === "" ? undefined : /^(1|true)$/.test(value);
    case "e":
      return { error: value };
    case "d":
      return dateCell(new Date(/Z$|T/.test(value) ? value.replace(/Z?$/, "Z") : value));
    default:
      return numberCell(value, hasFormula, context.isDateStyle[style] === true, context.is1904);
  }
}

function numberCell(value: string, hasFormula: boolean, isDate: boolean, is1904: boolean): Cell {
  // Programs that write formulas without computing them leave no value; Excel always saves one.
  if (value === "") return hasFormula ? { error: "a formula without its result" } : undefined;
  const number = Number(value);
  if (Number.isNaN(number)) return { error: `"${value}" in the place of a number` };
  if (!isDate) return number;
  const cell = serialCell(number, is1904);
  // Less than a day is a time without one: `11:30`.
  return number < 1 ? textCell(cellText(cell).slice(11, 16)) : cell;
}

function officeText(text: string): Cell {
  return textCell(decodeOfficeText(text));
}

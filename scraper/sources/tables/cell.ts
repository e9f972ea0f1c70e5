import { serialToDate } from "hucre";

/**
 * What stands in a cell: nothing, a text, a number, yes or no, a day or moment without a zone, or an error of the spreadsheet's. CSV, HTML
 * and PDF hold texts only.
 */
export type Cell = undefined | string | number | boolean | DateCell | ErrorCell;

/** `2026-03-18`, or `2026-03-18T11:30:00` where the cell has an hour. */
interface DateCell {
  date: string;
}

/** `#N/A`, `#¡REF!`: the spreadsheet's own formula failed, so there is no value. */
interface ErrorCell {
  error: string;
}

/** What Excel shows in the place of a value that it could not compute, in English and in Spanish. */
const errorTexts =
  /^#(?:N\/[AD]|¡?REF!|¡?VALU?E!|¡?VALOR!|¡?DIV\/0!|¿?NAME\?|¿?NOMBRE\?|¡?NUM!|¡?NUL[LO]!|GETTING_DATA|SPILL!|¡?DESBORDAMIENTO!|¡?CALC!|¡?FIELD!|¡?BLOCKED!)$/;

/** A cell from its text: without the spaces around it, and missing where nothing else is left. */
export function textCell(text: string): Cell {
  const trimmed = text.trim();
  if (trimmed === "") return undefined;
  return errorTexts.test(trimmed) ? { error: trimmed } : trimmed;
}

/** A date that a spreadsheet keeps: `clock` is what its clock shows, as if in UTC. Spreadsheets keep fractions of a day, so seconds are rounded. */
export function dateCell(clock: Date): Cell {
  if (Number.isNaN(clock.getTime())) return { error: "a date that does not exist" };
  const text = new Date(Math.round(clock.getTime() / 1000) * 1000).toISOString();
  return { date: text.slice(11, 19) === "00:00:00" ? text.slice(0, 10) : text.slice(0, 19) };
}

/**
 * A cell of a column of dates as text. A number there is a date that lost its format, as a CSV of a workbook may have them: between 1954 and
 * 2119, its days are counted as the spreadsheet does.
 */
export function dateText(cell: Cell, is1904: boolean): string {
  const text = cellText(cell);
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return serial >= 20_000 && serial <= 80_000 ? cellText(serialCell(serial, is1904)) : text;
}

/** A date as spreadsheets count them, in days. */
export function serialCell(serial: number, is1904: boolean): Cell {
  return dateCell(serialToDate(serial, is1904));
}

/** A cell as text, as one would type it: "" where it is missing. An error has no text either; ask `isErrorCell` first where that matters. */
export function cellText(cell: Cell): string {
  if (cell === undefined || isErrorCell(cell)) return "";
  if (typeof cell === "object") return cell.date.replace("T", " ");
  if (typeof cell === "boolean") return cell ? "Sí" : "No";
  return String(cell);
}

export function isErrorCell(cell: Cell): cell is ErrorCell {
  return typeof cell === "object" && "error" in cell;
}

import { dayOf, hasHour } from "../../values/dates.ts";
import type { Column } from "../column.ts";
import { cellText } from "./cell-text.ts";

/** Numbers of the workbook's cell styles. */
export interface SheetStyles {
  heading: number;
  text: number;
  instant: number;
  day: number;
  count: number;
  amount: number;
}

/** The XML of a sheet's first row. */
export function headingRow(
  columns: readonly Pick<Column<never>, "heading">[],
  styles: SheetStyles,
): string {
  const cells = columns.map(({ heading }, at) =>
    textCell(cellName(at, 1), styles.heading, heading),
  );
  return `<row r="1">${cells.join("")}</row>`;
}

/**
 * The XML of a row. Texts are inline strings, which are never formulas; dates are Excel's count of days, in local time. A cell
 * that is not known is left out.
 *
 * @param number of the row in its sheet, from 1 on.
 */
export function sheetRow<Row>(
  columns: readonly Column<Row>[],
  row: Row,
  number: number,
  styles: SheetStyles,
): string {
  let cells = "";
  for (const [at, column] of columns.entries()) {
    cells += sheetCell(column, row, cellName(at, number), styles);
  }
  return `<row r="${number}">${cells}</row>`;
}

function sheetCell<Row>(column: Column<Row>, row: Row, name: string, styles: SheetStyles): string {
  if ("text" in column) {
    const text = column.text(row);
    return text === undefined ? "" : textCell(name, styles.text, text);
  }
  if ("count" in column) {
    const count = column.count(row);
    return count === undefined ? "" : numberCell(name, styles.count, count);
  }
  if ("amount" in column) {
    const amount = column.amount(row);
    return amount === undefined ? "" : numberCell(name, styles.amount, amount);
  }
  const instant = "instant" in column ? column.instant(row) : column.day(row);
  if (instant === undefined) return "";
  return "instant" in column && hasHour(instant)
    ? numberCell(name, styles.instant, serialOf(instant.slice(0, 19)))
    : numberCell(name, styles.day, serialOf(dayOf(instant)));
}

/** Excel counts days from the end of 1899, as if 1900 had been a leap year. @param local a date, or a date and time, without zone. */
function serialOf(local: string): number {
  return Date.parse(local.includes("T") ? `${local}Z` : local) / 86_400_000 + 25_569;
}

function textCell(name: string, style: number, text: string): string {
  const content = cellText(text);
  if (content === "") return "";
  const space = /^\s|\s$|\s\s|\n/.test(content) ? ' xml:space="preserve"' : "";
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t${space}>${content}</t></is></c>`;
}

function numberCell(name: string, style: number, value: number): string {
  return `<c r="${name}" s="${style}"><v>${value}</v></c>`;
}

/** `0, 1` → `A1`. @param at the column, from 0 to 25. */
function cellName(at: number, row: number): string {
  return `${String.fromCharCode(65 + at)}${row}`;
}

import { stringify } from "csv-stringify/browser/esm/sync";
import { dayOf, hasHour } from "../values/dates.ts";
import type { Column } from "./column.ts";

/** The head of a CSV: with a byte-order mark, without which Excel takes UTF-8 for another encoding. */
export function csvHeading<Row>(columns: readonly Column<Row>[]): string {
  return `\uFEFF${csvLine(columns.map(({ heading }) => heading))}`;
}

/** One row. A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
export function csvRow<Row>(columns: readonly Column<Row>[], row: Row): string {
  return csvLine(columns.map((column) => csvCell(column, row) ?? ""));
}

function csvCell<Row>(column: Column<Row>, row: Row): string | undefined {
  if ("text" in column) return column.text(row);
  if ("count" in column) return column.count(row)?.toString();
  if ("amount" in column) return column.amount(row)?.toFixed(2);
  if ("instant" in column) return csvInstant(column.instant(row));
  const instant = column.day(row);
  return instant === undefined ? undefined : dayOf(instant);
}

/** `2026-03-18T11:30:00-06:00` → `2026-03-18 11:30`, the local time, which Excel reads as a date; the day alone where the hour is not known. */
function csvInstant(instant: string | undefined): string | undefined {
  if (instant === undefined) return undefined;
  return hasHour(instant) ? instant.slice(0, 16).replace("T", " ") : dayOf(instant);
}

function csvLine(cells: readonly string[]): string {
  return stringify([cells.map(disarm)], { record_delimiter: "\r\n" });
}

function disarm(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

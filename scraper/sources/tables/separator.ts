import { parse } from "csv-parse/sync";

const separators = [",", ";", "\t", "|"];

/**
 * The separator of a CSV: the one that divides most of the first lines into the same number of
 * columns, and of several such the one that gives most columns. Titles above the table, and commas in its texts, do not mislead it.
 *
 * @param start the beginning of the text; a last line that is cut off does no harm.
 */
export function findSeparator(start: string): string {
  let best: { separator: string; weight: number } = { separator: ",", weight: 0 };
  for (const separator of separators) {
    const weight = weigh(start, separator);
    if (weight > best.weight) best = { separator, weight };
  }
  return best.separator;
}

/** Rows that agree on their number of columns, times that number less one. */
function weigh(start: string, separator: string): number {
  const rowsOfWidth = new Map<number, number>();
  for (const { length } of parseStart(start, separator)) {
    if (length > 1) rowsOfWidth.set(length, (rowsOfWidth.get(length) ?? 0) + 1);
  }
  return Math.max(0, ...[...rowsOfWidth].map(([width, rows]) => rows * (width - 1)));
}

function parseStart(start: string, separator: string): string[][] {
  return parse(start, {
    delimiter: separator,
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_error: true,
    to: 100,
  });
}

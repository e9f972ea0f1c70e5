import { repairText } from "../../../shared/values/repair.ts";
import { foldLabel } from "../../../shared/values/text.ts";
import { cellText } from "./cell.ts";
import type { Row, Sheet } from "./sheet.ts";

/** A column that is looked for, and the headings under which it may stand. */
export interface WantedColumn<Key extends string> {
  key: Key;
  /** Case, accents and punctuation do not matter. Those of several words are also found within a longer heading. */
  headings: readonly string[];
}

/** Where a table begins in a sheet, and what stands in its columns. */
export interface FoundColumns<Key extends string> {
  /** The row of the headings, as the spreadsheet numbers it; the lower one where there are two. */
  headingRow: number;
  /** Every heading as it stands there, by column from 0; `upper / lower` where there are two. */
  headings: ReadonlyMap<number, string>;
  /** The columns whose heading is known, by column from 0. */
  keys: ReadonlyMap<number, Key>;
}

/** Headings stand no further down: titles and logos come first, and rarely take more than ten rows. */
const searchedRows = 50;

/**
 * The headings of a sheet: the row, or the two rows, with the most headings that are known. Undefined where no row has two of them.
 *
 * A heading that is known exactly wins over one that only holds known words, so that `Nombre` is no `Nombre del representante legal`.
 */
export async function findColumns<Key extends string>(
  sheet: Sheet,
  wanted: readonly WantedColumn<Key>[],
): Promise<FoundColumns<Key> | undefined> {
  const keyOf = readHeadings(wanted);
  let best: FoundColumns<Key> | undefined;
  let above: Row | undefined;
  let searched = 0;
  for await (const row of sheet.rows()) {
    searched += 1;
    if (searched > searchedRows) break;
    const single = matchHeadings([row], keyOf);
    const double = above === undefined ? single : matchHeadings([above, row], keyOf);
    // Two rows are headings together where the lower one says more; a row of data under the headings says nothing.
    const hasMore = countKeys(double) > countKeys(single) && countKeys(single) > 0;
    const found = hasMore ? double : single;
    if (countKeys(found) >= 2 && (best === undefined || countKeys(found) > countKeys(best))) {
      best = found;
    }
    above = row;
  }
  return best;
}

/** The rows below the headings, without those that repeat them, as pages do. */
export async function* rowsBelow<Key extends string>(
  sheet: Sheet,
  { headingRow, headings, keys }: FoundColumns<Key>,
): AsyncIterable<Row> {
  for await (const row of sheet.rows()) {
    if (row.number <= headingRow) continue;
    const isHeading = [...keys.keys()].every((column) => {
      const heading = headings.get(column) ?? "";
      return ` / ${heading}`.endsWith(` / ${cellText(row.cells[column])}`);
    });
    if (!isHeading) yield row;
  }
}

function countKeys<Key extends string>({ keys }: FoundColumns<Key>): number {
  return new Set(keys.values()).size;
}

function matchHeadings<Key extends string>(
  rows: readonly Row[],
  keyOf: (heading: string) => Key | undefined,
): FoundColumns<Key> {
  const headings = new Map<number, string>();
  const keys = new Map<number, Key>();
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  for (let column = 0; column < width; column += 1) {
    const texts = new Set(
      rows.flatMap(({ cells }) => {
        const text = cellText(cells[column]).replace(/\s+/g, " ");
        return text === "" ? [] : [text];
      }),
    );
    if (texts.size === 0) continue;
    const heading = [...texts].join(" / ");
    headings.set(column, heading);
    // The lower heading says what stands in the column, the upper one to what group it belongs.
    const key = [...texts]
      .reverse()
      .map(keyOf)
      .find((each) => each !== undefined);
    const known = key ?? keyOf(heading);
    if (known !== undefined) keys.set(column, known);
  }
  return { headingRow: rows.at(-1)?.number ?? 0, headings, keys };
}

function readHeadings<Key extends string>(
  wanted: readonly WantedColumn<Key>[],
): (heading: string) => Key | undefined {
  const known = wanted.flatMap(({ key, headings }) =>
    headings.map((heading) => ({ key, words: foldHeading(heading) })),
  );
  const exact = new Map(known.map(({ key, words }) => [words, key]));
  const within = known
    .filter(({ words }) => words.includes(" "))
    .sort((one, other) => other.words.length - one.words.length);
  return (heading) => {
    const words = foldHeading(heading);
    return exact.get(words) ?? within.find((each) => ` ${words} `.includes(` ${each.words} `))?.key;
  };
}

function foldHeading(heading: string): string {
  return foldLabel(repairText(heading))
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

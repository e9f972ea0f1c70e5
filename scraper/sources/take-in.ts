import { existsSync } from "node:fs";
import type { Import } from "../store/imports.ts";
import { openStore, type Store } from "../store/open-store.ts";
import { lockWriter } from "../store/writer-lock.ts";

/** Lines of a kind that a report shows on the screen; `compras imports --json` has all. */
const shownRows = 20;

/**
 * Takes a file in and tells what came of it, on standard output. A dry run leaves everything as it is, and needs no store.
 *
 * @param body does it, and throws where it cannot be done; @param isJson whether to tell the whole import as JSON.
 */
export async function takeIn(
  file: string,
  isDryRun: boolean,
  body: (store: Store) => Promise<Import>,
  isJson = false,
): Promise<void> {
  const store = openStore(isDryRun && !existsSync(file) ? ":memory:" : file);
  try {
    const unlock = isDryRun ? () => undefined : lockWriter(store);
    try {
      const done = await body(store);
      process.stdout.write(
        isJson ? `${JSON.stringify(done, undefined, 2)}\n` : describeImport(done, isDryRun),
      );
    } finally {
      unlock();
    }
  } finally {
    store.close();
  }
}

/** Which procedures of the portal's a report is surely about, and which ones it may be about. */
function describeLinks({ links = [] }: Import["report"]): string[] {
  const sure = links.flatMap(({ number, ocid, confidence, reasons }) =>
    confidence === undefined
      ? []
      : [`  ${number ?? "(no number)"} is ${ocid}, ${confidence}: ${reasons.join(", ")}`],
  );
  const open = links.flatMap(({ number, candidates }) =>
    candidates.length === 0 ? [] : [`  ${number ?? "(no number)"}: ${candidates.join(", ")}`],
  );
  return [...shorten("Linked to the portal's", sure), ...shorten("Not linked, perhaps", open)];
}

function shorten(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const left = lines.length - shownRows;
  return [
    `${title}, ${lines.length} in all:`,
    ...lines.slice(0, shownRows),
    ...(left > 0 ? [`  and ${left} more; \`compras imports --json\` lists them.`] : []),
  ];
}

function describeImport({ name, source, report }: Import, isDryRun: boolean): string {
  const { counts, notTaken, notes } = report;
  const counted = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  const lost = notTaken.map(({ sheet, row, column, reason }) => {
    const place = [
      ...(sheet === undefined ? [] : [`sheet "${sheet}"`]),
      ...(row === undefined ? [] : [`row ${row}`]),
      ...(column === undefined ? [] : [`column "${column}"`]),
    ];
    return `  ${place.join(", ")}: ${reason}`;
  });
  const end = isDryRun
    ? "Nothing was changed: this was a dry run."
    : `It is taken in as ${name}; \`compras imports undo ${name}\` takes it back. Publish to bring it into the feed.`;
  return [
    `${source}: ${counted.join(", ")}.`,
    ...notes.map((note) => `  ${note}`),
    ...describeLinks(report),
    ...shorten("Not taken", lost),
    `${end}\n`,
  ].join("\n");
}

import { feedPaths } from "../../shared/feed/paths.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { openJsonLines, yearFiles, yearOf } from "./year-files.ts";

/**
 * `full.jsonl.gz` and `<year>.jsonl.gz`: compiled releases, one a line, in the layout of the Open Contracting Partnership's Data
 * Registry; the year is that of the compiled release's date.
 */
export async function compiledLines({ draft }: Publication): Promise<FeedFormat> {
  const full = await openJsonLines(
    draft,
    feedPaths.compiled,
    "Estado actual de todos los procedimientos (compiled releases) OCDS, uno por línea, comprimido",
  );
  const years = yearFiles((year) =>
    openJsonLines(
      draft,
      feedPaths.compiledOfYear(year),
      `Estado actual de los procedimientos (compiled releases) OCDS con última entrega en ${year}, uno por línea, comprimido`,
    ),
  );
  return {
    addProcess: async ({ compiled }) => {
      const line = `${JSON.stringify(compiled)}\n`;
      await full.write(line);
      await (await years.get(yearOf(compiled.date))).write(line);
    },
    finish: async () => {
      await full.close();
      for (const [, file] of years.entries()) await file.close();
    },
  };
}

import { feedPaths } from "../../shared/feed/paths.ts";
import type { CompiledRelease } from "../../shared/ocds/schema.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { openJsonLines, yearFiles, yearOf } from "./year-files.ts";

/**
 * `full.jsonl.gz`, `<year>.jsonl.gz` and `undated.jsonl.gz`: compiled releases, one a line, in the layout of the Open Contracting
 * Partnership's Data Registry; the year is that of the compiled release's date. Every release has a date, so the last file is empty; it is
 * there because readers of that layout ask for it.
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
  const add = async ({ compiled }: { compiled: CompiledRelease }) => {
    const line = `${JSON.stringify(compiled)}\n`;
    await full.write(line);
    await (await years.get(yearOf(compiled.date))).write(line);
  };
  return {
    addProcess: add,
    addReported: add,
    finish: async () => {
      await full.close();
      for (const [, file] of years.entries()) await file.close();
      await draft.put(
        feedPaths.compiledUndated,
        {
          title: "Procedimientos sin fecha: vacío, porque toda entrega tiene fecha",
          mediaType: "application/gzip",
        },
        "",
      );
    },
  };
}

import { feedPaths } from "../../shared/feed/paths.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { openJsonLines, yearFiles, yearOf } from "./year-files.ts";

/** `releases/<year>.jsonl` and the same gzipped: every release ever made, one a line, by the year of its date. */
export function releaseLines({ draft }: Publication): FeedFormat {
  const years = yearFiles(async (year) => {
    const title = `Todas las entregas (releases) OCDS de ${year}, una por línea`;
    const path = feedPaths.releases(year);
    return {
      plain: await openJsonLines(draft, path, title),
      zipped: await openJsonLines(draft, `${path}.gz`, `${title}, comprimido`),
    };
  });
  return {
    addRelease: async ({ release }) => {
      const { plain, zipped } = await years.get(yearOf(release.date));
      const line = `${JSON.stringify(release)}\n`;
      await plain.write(line);
      await zipped.write(line);
    },
    finish: async () => {
      for (const [, { plain, zipped }] of years.entries()) {
        await plain.close();
        await zipped.close();
      }
    },
  };
}

import { feedPaths } from "../../shared/feed/paths.ts";
import { openPackage } from "./package-file.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { yearFiles, yearOf } from "./year-files.ts";

/** `packages/releases-<year>.json`: release packages by the year of the release. */
export function releasePackages(publication: Publication): FeedFormat {
  const years = yearFiles((year) =>
    openPackage(publication.draft, publication, {
      path: feedPaths.releasePackage(year),
      title: `Paquete de entregas (release package) OCDS de ${year}`,
      items: "releases",
    }),
  );
  return {
    addRelease: async ({ release }) => {
      const file = await years.get(yearOf(release.date));
      await file.add(release, release.date);
    },
    finish: async () => {
      for (const [, file] of years.entries()) await file.close();
    },
  };
}

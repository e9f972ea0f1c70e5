import { EdcaYears } from "../../shared/feed/edca.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import type { Release } from "../../shared/ocds/schema.ts";
import { openPackage } from "./package-file.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { yearFiles, yearOf } from "./year-files.ts";

/**
 * `edca/fiscalYears` and `edca/contractingprocess/<year>`: what the Open Contracting Partnership's collector (Kingfisher Collect)
 * asks of Mexican states. Files without an extension, since these are the addresses of a service. A process belongs to the
 * year in which it was published, else to the year of its first release.
 */
export function edca(publication: Publication): FeedFormat {
  const files = yearFiles((year) =>
    openPackage(publication.draft, publication, {
      path: feedPaths.edcaProcesses(year),
      title: `Procedimientos de ${year} como los pide Kingfisher Collect (EDCA-MX)`,
      items: "releases",
      wrap: "arrayReleasePackage",
    }),
  );
  const add = async (releases: readonly Release[], publishedAt: string | undefined) => {
    const instant = publishedAt ?? releases[0]?.date;
    if (instant === undefined) return;
    const file = await files.get(yearOf(instant));
    for (const release of releases) await file.add(release, release.date);
  };
  return {
    addProcess: ({ releases, row }) => add(releases, row.publishedAt),
    addReported: ({ releases, compiled }) =>
      add(releases, compiled.tender?.tenderPeriod?.startDate),
    finish: async () => {
      const list = files.entries();
      for (const [, file] of list) await file.close();
      // A collector that is told from and until when compares the years as numbers.
      const years = EdcaYears.parse({
        fiscalYears: list.map(([year]) => ({ year: Number(year) })),
      });
      await publication.draft.put(
        feedPaths.edcaYears,
        {
          title: "Años publicados, como los pide Kingfisher Collect",
          mediaType: "application/json",
        },
        `${JSON.stringify(years)}\n`,
      );
    },
  };
}

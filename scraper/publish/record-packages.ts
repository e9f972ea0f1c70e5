import { feedPaths } from "../../shared/feed/paths.ts";
import type { OcdsRecord } from "../../shared/ocds/schema.ts";
import { openPackage } from "./package-file.ts";
import type { FeedFormat, Publication, PublishedReport } from "./publication.ts";
import { yearFiles, yearOf } from "./year-files.ts";

/** `packages/records-<year>.json`: record packages, each process with all its releases, by the year of its latest release. */
export function recordPackages(publication: Publication): FeedFormat {
  const years = yearFiles((year) =>
    openPackage(publication.draft, publication, {
      path: feedPaths.recordPackage(year),
      title: `Paquete de registros (record package) OCDS de ${year}`,
      items: "records",
    }),
  );
  const add = async ({ releases, compiled }: PublishedReport) => {
    const file = await years.get(yearOf(compiled.date));
    // Its parts were checked when they were read and compiled.
    const record: OcdsRecord = { ocid: compiled.ocid, releases, compiledRelease: compiled };
    await file.add(record, compiled.date);
  };
  return {
    addProcess: add,
    addReported: add,
    finish: async () => {
      for (const [, file] of years.entries()) await file.close();
    },
  };
}

import { awardsCsv } from "./awards-csv.ts";
import { buyerProfiles } from "./buyer-profiles.ts";
import { changes } from "./changes.ts";
import { compiledLines } from "./compiled-lines.ts";
import { coverage } from "./coverage.ts";
import { edca } from "./edca.ts";
import { evidenceLines } from "./evidence.ts";
import { extensionDetails } from "./extension-details.ts";
import { extensionIndex } from "./extension-index.ts";
import { parquetFiles } from "./parquet/parquet-files.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { recordPackages } from "./record-packages.ts";
import { releaseLines } from "./release-lines.ts";
import { releasePackages } from "./release-packages.ts";
import { feedDatabase } from "./sqlite/feed-database.ts";
import { subscriptions } from "./subscriptions/subscriptions.ts";
import { supplierFiles } from "./supplier-files.ts";
import { supplierProfiles } from "./supplier-profiles.ts";
import { tendersCsv } from "./tenders-csv.ts";
import { wordLists } from "./word-lists.ts";
import { tendersXlsx } from "./xlsx/tenders-xlsx.ts";

/** Every format of the feed; a new one is a file beside this one and a line here. */
export const feedFormats: readonly ((
  publication: Publication,
) => FeedFormat | Promise<FeedFormat>)[] = [
  releaseLines,
  releasePackages,
  recordPackages,
  compiledLines,
  changes,
  evidenceLines,
  coverage,
  edca,
  tendersCsv,
  awardsCsv,
  tendersXlsx,
  parquetFiles,
  feedDatabase,
  supplierFiles,
  supplierProfiles,
  buyerProfiles,
  wordLists,
  subscriptions,
  extensionIndex,
  // Names the files of the suppliers and the buyers, so it comes after them.
  extensionDetails,
];

import { compiledLines } from "./compiled-lines.ts";
import { edca } from "./edca.ts";
import { extensionIndex } from "./extension-index.ts";
import { notices } from "./notices.ts";
import type { FeedFormat, Publication } from "./publication.ts";
import { recordPackages } from "./record-packages.ts";
import { releaseLines } from "./release-lines.ts";
import { releasePackages } from "./release-packages.ts";
import { supplierFiles } from "./supplier-files.ts";
import { tendersCsv } from "./tenders-csv.ts";

/** Every format of the feed; a new one is a file beside this one and a line here. */
export const feedFormats: readonly ((
  publication: Publication,
) => FeedFormat | Promise<FeedFormat>)[] = [
  releaseLines,
  releasePackages,
  recordPackages,
  compiledLines,
  edca,
  tendersCsv,
  supplierFiles,
  extensionIndex,
  notices,
];

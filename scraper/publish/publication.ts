import type { SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { declaredExtensions } from "../../shared/ocds/extensions.ts";
import type { CompiledRelease, PackageMetadata, Release } from "../../shared/ocds/schema.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import type { StoreIdentity } from "../store/identity.ts";
import type { FinishedRun } from "../store/runs.ts";
import type { FeedDraft } from "./feed-draft.ts";

/** The licence of what is published. The facts are the portal's; this covers their arrangement. */
export const feedLicense = "https://creativecommons.org/licenses/by/4.0/";

/** What every format knows of the feed that is being published. */
export interface Publication {
  draft: FeedDraft;
  identity: StoreIdentity;
  run: FinishedRun;
  /** Where the feed will be found, ending in a slash. */
  baseUrl: string;
  /** In Spanish: that this is not official, and whether its data is real. */
  notice: string;
}

/** A procedure as the formats get it. */
export interface PublishedProcess {
  record: Procedimiento;
  /** Oldest first. */
  releases: Release[];
  compiled: CompiledRelease;
  row: TenderRow;
}

/**
 * One kind of file of the feed. What it is interested in it takes; each release comes once, by date; each process once, latest
 * publication first; the suppliers come last, all at once.
 */
export interface FeedFormat {
  addRelease?(release: Release): Promise<void>;
  addProcess?(process: PublishedProcess): Promise<void>;
  addSuppliers?(suppliers: readonly SupplierRow[]): Promise<void>;
  /** Writes what is left and closes the files. */
  finish(): Promise<void>;
}

/** The head of every package; the date is that of the latest release in it. */
export function packageMetadata(
  publication: Publication,
  feedPath: string,
  publishedDate: string,
): PackageMetadata {
  return {
    uri: new URL(feedPath, publication.baseUrl).href,
    version: "1.1",
    extensions: declaredExtensions,
    publishedDate,
    publisher: { name: "Compras Abiertas Durango" },
    license: feedLicense,
    publicationPolicy: new URL("LEEME.txt", publication.baseUrl).href,
  };
}

import type { ToldEvent } from "../../shared/calendar/events-of-states.ts";
import type { ProcedureEvidence } from "../../shared/feed/evidence.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import type { DocumentText } from "../../shared/feed/process-texts.ts";
import type { RegistryChange } from "../../shared/feed/registry-change.ts";
import type { Listing69b, SupplierRow } from "../../shared/feed/supplier-row.ts";
import type { TenderRow } from "../../shared/feed/tender-row.ts";
import { declaredExtensions } from "../../shared/ocds/extensions.ts";
import type { CompiledRelease, PackageMetadata, Release } from "../../shared/ocds/schema.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import type { StoreIdentity } from "../store/identity.ts";
import type { FinishedRun } from "../store/runs.ts";
import type { FeedDraft } from "./feed-draft.ts";

/** The licence of what is published. The facts are the portal's; this covers their arrangement. */
export const feedLicense = "https://creativecommons.org/licenses/by/4.0/";

/**
 * What every format knows of the feed that is being published. Nothing of the latest run: the files of a format stay the same
 * until the data changes, and a publish of unchanged data carries them on.
 */
export interface Publication {
  draft: FeedDraft;
  identity: StoreIdentity;
  /** The portal as it is declared. */
  profile: PortalProfile;
  /** Where the feed will be found, ending in a slash. */
  baseUrl: string;
  /** IANA zone of the portal's dates. */
  timeZone: string;
  /** In Spanish: that this is not official, and whether its data is real. */
  notice: string;
  /** E-mail or address of whoever publishes; absent where none is configured. */
  contact?: string;
}

/** What the files know that describe the feed and are written anew by every publish. */
export interface DescribedPublication extends Publication {
  /** The latest that read the portal to its end. */
  run: FinishedRun;
  /** A SHA-256 of all that the formats' files depend on: where it is equal, so are they. */
  contentKey: string;
}

/** A release as the formats get it: what became known, and the state of its process before and after. */
export interface PublishedRelease {
  /** From 1 on, in the order in which releases came to be known; one never changes its number. */
  seq: number;
  release: Release;
  /** Absent for the first release of a process. */
  before?: CompiledRelease;
  after: CompiledRelease;
  /** Set where the portal does not have the process: reports alone speak of it. */
  isReported?: true;
}

/** That an import was undone: what it had added to a process is not published any more. It has a number like a release. */
export interface PublishedUndo {
  seq: number;
  /** ISO 8601 with offset. */
  date: string;
  ocid: string;
  /** The mark's own identifier. */
  id: string;
  /** The state without the import; absent where nothing is left of the process. */
  after?: CompiledRelease;
}

/** A procedure as the formats get it. */
export interface PublishedProcess {
  record: Procedimiento;
  /** Oldest first. */
  releases: Release[];
  /** The state after each release; the last one is `compiled`. */
  states: CompiledRelease[];
  compiled: CompiledRelease;
  /** Of each date that was ever announced. */
  events: ToldEvent[];
  row: TenderRow;
  /** What is written in the latest files of its attachments, of those that were looked at. */
  texts: DocumentText[];
  evidence: ProcedureEvidence;
}

/** A process that reports alone speak of, as the formats get it. */
export type PublishedReport = Omit<PublishedProcess, "record" | "events" | "row" | "texts">;

/**
 * One kind of file of the feed. What it is interested in it takes; each release comes once, day by day and of one day in the order
 * of `seq`, and so does each undoing; each process once, latest publication first, those of the portal before those that reports alone speak of; the suppliers come last, all at once, with all that has changed in the registry, and with what the SAT's list says, by RFC.
 */
export interface FeedFormat {
  addRelease?(step: PublishedRelease): Promise<void>;
  addUndo?(step: PublishedUndo): Promise<void>;
  addProcess?(process: PublishedProcess): Promise<void>;
  addReported?(process: PublishedReport): Promise<void>;
  addSuppliers?(
    suppliers: readonly SupplierRow[],
    changes: readonly RegistryChange[],
    listings: ReadonlyMap<string, Listing69b>,
  ): Promise<void>;
  /** Writes what is left and closes the files. */
  finish(): Promise<void>;
}

/** The head of every package; the date is that of the latest release in it. */
export function packageMetadata(
  publication: Publication,
  feedPath: string,
  publishedDate: string,
  extensions: readonly string[] = declaredExtensions,
): PackageMetadata {
  return {
    uri: new URL(feedPath, publication.baseUrl).href,
    version: "1.1",
    extensions: [...extensions],
    publishedDate,
    publisher: { name: "Compras Abiertas Durango" },
    license: feedLicense,
    publicationPolicy: new URL(feedPaths.policy, publication.baseUrl).href,
  };
}

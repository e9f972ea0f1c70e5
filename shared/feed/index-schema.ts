import * as z from "zod";
import { SupplierRow } from "./supplier-row.ts";
import { TenderRow } from "./tender-row.ts";

/** Raised when an older extension could no longer read the files below. */
export const feedSchemaVersion = 1;

const Instant = z.iso.datetime({ offset: true });
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();

/** A published file: its path from the feed's root, with forward slashes. */
export const FeedFile = z.strictObject({
  path: z.string().min(1),
  /** What it is, in Spanish. */
  title: z.string().min(1),
  mediaType: z.string().min(1),
  bytes: Count,
  sha256: Sha256,
});
export type FeedFile = z.infer<typeof FeedFile>;

const FeedPath = z.string().min(1);

/** `index.json`: what is in the feed. A later one may hold more, so readers take no offence at fields that they do not know. */
export const FeedIndex = z.object({
  schemaVersion: z.literal(feedSchemaVersion),
  title: z.string().min(1),
  /** That this is not an official publication, and whether its data is made up. */
  notice: z.string().min(1),
  portal: z.strictObject({ id: z.string(), name: z.string(), url: z.url() }),
  ocidPrefix: z.string().min(1),
  ocdsVersion: z.literal("1.1"),
  extensions: z.array(z.url()),
  license: z.url(),
  /** Where it says more of itself: paths from the feed's root. */
  links: z.object({
    license: FeedPath,
    publicationPolicy: FeedPath,
    dictionary: FeedPath,
    openApi: FeedPath,
    dcat: FeedPath,
    dataPackage: FeedPath,
  }),
  /** The last run that read the portal to its end. */
  lastRun: z.strictObject({ startedAt: Instant, finishedAt: Instant }),
  counts: z.object({
    /** Those that the portal has no longer are among them. */
    procedures: Count,
    /** Procedures that the portal has no longer. */
    withdrawn: Count,
    releases: Count,
    /** Attachments that a procedure lists or has listed. */
    documents: Count,
    /** Attachments that their procedure lists no longer. */
    withdrawnDocuments: Count,
    buyers: Count,
    suppliers: Count,
    /** Processes that reports alone speak of: none of `procedures`. Absent, like the next two, in feeds from before reports were taken in. */
    reported: Count.optional(),
    awards: Count.optional(),
    contracts: Count.optional(),
  }),
  /** First and last date of a release. */
  firstReleaseAt: Instant,
  lastReleaseAt: Instant,
  /** The number of the release that came to be known last; the first is 1. */
  lastCursor: Count,
  /** Equal in two feeds of equal data, written by the same program in the same way. */
  contentKey: Sha256,
  files: z.array(FeedFile),
});
export type FeedIndex = z.infer<typeof FeedIndex>;

/** `extension/index.json`: where the extension finds its rows. */
export const ExtensionManifest = z.object({
  schemaVersion: z.literal(feedSchemaVersion),
  portal: z.string().min(1),
  /** When the portal was last read to the end. */
  readAt: Instant,
  /** Relative to the folder of this file. */
  path: z.string().regex(/^index-[0-9a-f]{16}\.json\.gz$/),
  /** Of the file at `path`, as it is stored. */
  sha256: Sha256,
  bytes: Count,
  tenders: Count,
  suppliers: Count,
  /** That this is not an official publication, and whether its data is made up. Absent, like the licence, in feeds from before it was told here. */
  notice: z.string().min(1).optional(),
  license: z.url().optional(),
  /** Where it is told in which file who bid and who won stands, an `ExtensionDetails`. Absent in feeds from before that was told. */
  details: z
    .object({ path: z.string().regex(/^detalles-[0-9a-f]{16}\.json$/), sha256: Sha256 })
    .optional(),
});
export type ExtensionManifest = z.infer<typeof ExtensionManifest>;

/** `extension/index-<hash>.json.gz`, unzipped. Rows are sorted by date of publication, latest first, undated last. */
export const ExtensionIndex = z.object({
  schemaVersion: z.literal(feedSchemaVersion),
  tenders: z.array(TenderRow),
  suppliers: z.array(SupplierRow),
});
export type ExtensionIndex = z.infer<typeof ExtensionIndex>;

import * as z from "zod";

const Text = z.string().min(1);
const Instant = z.iso.datetime({ offset: true });
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Where the archive of raw responses keeps something: its file, from the archive's folder, and the record's WARC-Record-ID. */
const ArchiveRef = z.strictObject({ file: Text, recordId: Text });

/** One release, citable: who has its hash can prove what the feed said. */
export const CitedRelease = z.strictObject({
  id: Text,
  /** When it became known. */
  date: Instant,
  /** Of the release in canonical JSON (RFC 8785). */
  sha256: Sha256,
  /** The file that holds it for good, and after `#` the release's id. */
  permalink: z.url(),
  /** The page of the portal that it rests on, as it was received. Absent where the portal had no page any more, and of a report. */
  page: z.strictObject({ sha256: Sha256, archive: ArchiveRef.optional() }).optional(),
  /** The rows of reports that it rests on; of the portal's it has none. */
  rows: z
    .array(
      z.strictObject({
        /** Name of the import. */
        import: Text,
        /** Name of the file as it was imported. */
        file: Text,
        /** Of the file. */
        sha256: Sha256,
        sheet: Text,
        /** As the spreadsheet counts, from 1. */
        row: z.int().positive(),
      }),
    )
    .min(1)
    .optional(),
});
export type CitedRelease = z.infer<typeof CitedRelease>;

/** What was found at an attachment's address. Name and media type are those of the response's headers. */
const AttachmentFile = z.strictObject({
  sha256: Sha256,
  bytes: z.int().nonnegative(),
  name: Text.optional(),
  mediaType: Text.optional(),
  /** When this content was first read there. */
  readAt: Instant,
  archive: ArchiveRef.optional(),
});

/** That something vanished from the portal or came back. */
const Sighting = z.strictObject({
  event: z.enum(["withdrawn", "returned"]),
  at: Instant,
  /** The last time it was there before `at`: a procedure in the list or by its page, a document on the page. */
  lastSeenAt: Instant,
});

/** `evidencia.jsonl.gz`: where everything that is said of a procedure comes from, one procedure a line. */
export const ProcedureEvidence = z.strictObject({
  ocid: Text,
  /** The portal's number; of a process that the portal does not have, `pnt-` and a digest. */
  id: Text,
  /** The procedure's page on the portal; absent where the portal does not have it. */
  url: z.url().optional(),
  firstSeenAt: Instant,
  /** Since when the portal has it no longer, when its list or its page last showed it, and when its page was last read; all absent while it is there. */
  withdrawnAt: Instant.optional(),
  lastSeenAt: Instant.optional(),
  lastReadAt: Instant.optional(),
  sightings: z.array(Sighting),
  /** That reports speak of this procedure of the portal's, with how sure that is, from 0 to 1, and why. */
  reported: z
    .array(z.strictObject({ confidence: z.number().min(0).max(1), reasons: z.array(Text) }))
    .min(1)
    .optional(),
  /** Oldest first. */
  releases: z.array(CitedRelease).min(1),
  /** Attachments that the page lists or has listed. */
  documents: z.array(
    z.strictObject({
      id: Text,
      url: z.url(),
      firstSeenAt: Instant,
      withdrawnAt: Instant.optional(),
      lastSeenAt: Instant.optional(),
      sightings: z.array(Sighting),
      /** Every content that was found there, oldest first; empty where it was not read. */
      files: z.array(AttachmentFile),
    }),
  ),
});
export type ProcedureEvidence = z.infer<typeof ProcedureEvidence>;

import * as z from "zod";
import { documentModes } from "../crawl/attachments.ts";
import { exitCodes } from "../errors.ts";
import { Reached } from "../store/runs.ts";

/** The instants of an archive, ISO 8601 in UTC with milliseconds. */
const instant = z.iso.datetime({ offset: false }).transform((text) => new Date(text));
const count = z.coerce.number().int().nonnegative();
const list = z.string().transform((text) => text.split(" ").filter((word) => word !== ""));

/**
 * What a file of the archive says in front of one invocation of the scraper: its warcinfo record. The options are those that
 * decide what a reading of the answers comes to.
 */
export const RunStart = z
  .object({
    software: z.string(),
    "http-header-user-agent": z.string(),
    portal: z.string(),
    "portal-url": z.url(),
    "ocid-prefix": z.string().min(1),
    "started-at": instant,
    limit: z.coerce.number().int().positive().optional(),
    documents: z.enum(documentModes),
    concurrency: z.coerce.number().int().positive(),
    "max-skip-share": z.coerce.number().min(0).max(1),
    retries: z.coerce.number().int().nonnegative(),
    "max-retry-after-ms": z.coerce.number().nonnegative(),
    "max-age-days": z.coerce.number().positive().optional(),
    "days-ahead": z.coerce.number().nonnegative().default(0),
    "days-behind": z.coerce.number().nonnegative().default(0),
    "days-of-waiting": z.coerce.number().nonnegative().default(0),
    "max-documents": count.optional(),
    "max-document-bytes": count.optional(),
    "read-before": list.default([]),
  })
  .transform((fields) => ({
    software: fields.software,
    userAgent: fields["http-header-user-agent"],
    portal: fields.portal,
    portalUrl: fields["portal-url"],
    ocidPrefix: fields["ocid-prefix"],
    startedAt: fields["started-at"],
    /** How many procedures it was told to read; undefined for all. */
    limit: fields.limit,
    documents: fields.documents,
    concurrency: fields.concurrency,
    maxSkipShare: fields["max-skip-share"],
    retries: fields.retries,
    maxRetryAfterMs: fields["max-retry-after-ms"],
    /** By which pages were read again; undefined where all were read. */
    rules:
      fields["max-age-days"] === undefined
        ? undefined
        : {
            maxAgeDays: fields["max-age-days"],
            daysAhead: fields["days-ahead"],
            daysBehind: fields["days-behind"],
            daysOfWaiting: fields["days-of-waiting"],
          },
    /** Undefined in the files of older versions. */
    maxDocuments: fields["max-documents"],
    /** Undefined in the files of older versions. */
    maxDocumentBytes: fields["max-document-bytes"],
    /** Procedures that the interrupted run which this one goes on with had read. */
    readBefore: fields["read-before"],
  }));
export type RunStart = z.infer<typeof RunStart>;

/** What the file says behind the invocation; absent where it was killed. */
export const RunEnd = z
  .object({
    "finished-at": instant,
    "exit-code": z.coerce.number().pipe(z.literal(Object.values(exitCodes))),
    message: z.string().optional(),
    reached: Reached.optional(),
    "left-unread": list.default([]),
    unanswered: list.default([]),
    "sha256-before": z.string().regex(/^[0-9a-f]{64}$/),
  })
  .transform((fields) => ({
    finishedAt: fields["finished-at"],
    exitCode: fields["exit-code"],
    /** Why it failed; absent where it did not. */
    message: fields.message,
    /** Whether the portal answered; absent where that is not what made it fail. */
    reached: fields.reached,
    /** Addresses of procedures' pages that were received and not looked at any more when the run failed. */
    leftUnread: fields["left-unread"],
    /** Numbers of procedures that were asked for and never answered. */
    unanswered: fields.unanswered,
    /** Of the file's bytes before this record, hexadecimal. */
    sha256Before: fields["sha256-before"],
  }));
export type RunEnd = z.infer<typeof RunEnd>;

/** The fields of the warcinfo record, from which `RunStart` reads the same start. */
export function fieldsOfStart(start: RunStart): Record<string, string> {
  return {
    software: start.software,
    format: "WARC File Format 1.1",
    conformsTo: "https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
    robots: "obey",
    "http-header-user-agent": start.userAgent,
    portal: start.portal,
    "portal-url": start.portalUrl,
    "ocid-prefix": start.ocidPrefix,
    "started-at": start.startedAt.toISOString(),
    ...numberField("limit", start.limit),
    documents: start.documents,
    concurrency: String(start.concurrency),
    "max-skip-share": String(start.maxSkipShare),
    retries: String(start.retries),
    "max-retry-after-ms": String(start.maxRetryAfterMs),
    ...(start.rules && {
      "max-age-days": String(start.rules.maxAgeDays),
      "days-ahead": String(start.rules.daysAhead),
      "days-behind": String(start.rules.daysBehind),
      "days-of-waiting": String(start.rules.daysOfWaiting),
    }),
    ...numberField("max-documents", start.maxDocuments),
    ...numberField("max-document-bytes", start.maxDocumentBytes),
    ...(start.readBefore.length > 0 && { "read-before": start.readBefore.join(" ") }),
  };
}

/** The fields of the last record, from which `RunEnd` reads the same end. */
export function fieldsOfEnd(end: RunEnd): Record<string, string> {
  return {
    "finished-at": end.finishedAt.toISOString(),
    "exit-code": String(end.exitCode),
    ...(end.message !== undefined && { message: end.message }),
    ...(end.reached !== undefined && { reached: end.reached }),
    ...(end.leftUnread.length > 0 && { "left-unread": end.leftUnread.join(" ") }),
    ...(end.unanswered.length > 0 && { unanswered: end.unanswered.join(" ") }),
    "sha256-before": end.sha256Before,
  };
}

function numberField(name: string, value: number | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: String(value) };
}

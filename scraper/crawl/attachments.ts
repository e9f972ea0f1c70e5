import { procedimiento } from "../../shared/portal/pages/procedimiento.ts";
import { isPortalAddress } from "../../shared/portal/portal-address.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { Anexo, Procedimiento } from "../../shared/portal/records.ts";
import {
  describeError,
  PortalRefusedError,
  RetryableFetchError,
  SkipPageError,
} from "../errors.ts";
import type { ReadFile } from "../store/documents.ts";
import type { Findings } from "./findings.ts";
import type { HttpClient } from "./http-client.ts";
import type { KnownBody } from "./known-body.ts";
import { readHtml } from "./read-page.ts";
import { mayHaveChanged, type ReadingReason } from "./reading-rules.ts";
import { stopAtRefusal } from "./refusal.ts";
import type { Sink } from "./sink.ts";

/** `hash` reads attachments for their name, type, size and SHA-256; `keep` also keeps them in the archive; `skip` asks for none. */
export const documentModes = ["hash", "keep", "skip"] as const;
export type DocumentMode = (typeof documentModes)[number];

export interface AttachmentsTask {
  http: HttpClient;
  profile: PortalProfile;
  checkRobots: (url: string) => void;
  sink: Sink;
  findings: Findings;
  documents: DocumentMode;
  /** Attachments read in a run at most; the next run goes on with the rest. */
  maxDocuments: number;
  /** A larger attachment is left out. */
  maxDocumentBytes: number;
  /** When the run began. */
  begunAt: Date;
}

/** Reads attachments, within the bounds of a run. */
export interface AttachmentReader {
  /**
   * The attachments of a record that are to be read: those never read, and all of a procedure that is new or has changed. Those of one that
   * is read because of a date or a result are asked for once a day, where the portal gave something by which it can be asked whether they
   * have changed; a portal that says wrongly that they have not is believed, since attachments are large.
   */
  choose(record: Procedimiento, reason: ReadingReason): ChosenFiles;
  /** Reads what was chosen; an attachment that cannot be had is left out and reported. */
  read(chosen: ChosenFiles): Promise<FoundFiles>;
  /** How many were read so far, and of how many the portal said that they have not changed. */
  counts(): { documents: number; documentsUnchanged: number };
}

/** What is to be read of a procedure's attachments. */
export interface ChosenFiles {
  anexos: readonly ChosenFile[];
  /** How many would be read too, did the run's bounds allow it. */
  left: number;
}

interface ChosenFile {
  anexo: Anexo;
  /** What it is asked for the difference from; undefined where it is read in any case. */
  known: KnownBody | undefined;
}

export interface FoundFiles {
  /** By the attachment's id. */
  files: ReadonlyMap<string, ReadFile>;
  /** Addresses of those that have not changed. */
  unchangedFiles: readonly string[];
  /** How many a later run has to read: those that were not chosen, and those that may be had another time. */
  left: number;
}

export function readAttachments(task: AttachmentsTask): AttachmentReader {
  let left = task.documents === "skip" ? 0 : task.maxDocuments;
  // What nobody has read must get its turn, however many others are asked about.
  let questions = Math.floor(left / 2);
  const counts = { documents: 0, documentsUnchanged: 0 };
  return {
    choose: (record, reason) => {
      const wanted = wantedFiles(record, reason, task);
      const unread = wanted.filter(({ known }) => known === undefined);
      const read = unread.slice(0, left);
      left -= read.length;
      const asked = wanted.filter(({ known }) => known).slice(0, Math.min(left, questions));
      left -= asked.length;
      questions -= asked.length;
      return { anexos: [...read, ...asked], left: unread.length - read.length };
    },
    read: async (chosen) => {
      const files = new Map<string, ReadFile>();
      const unchangedFiles: string[] = [];
      let later = chosen.left;
      for (const { anexo, known } of chosen.anexos) {
        const file = await readOne(anexo, known, task);
        if (file === "unchanged") unchangedFiles.push(anexo.url);
        else if (file === "later") later += 1;
        else if (file !== undefined) files.set(anexo.id, file);
      }
      counts.documents += files.size;
      counts.documentsUnchanged += unchangedFiles.length;
      return { files, unchangedFiles, left: later };
    },
    counts: () => counts,
  };
}

function wantedFiles(
  record: Procedimiento,
  reason: ReadingReason,
  task: AttachmentsTask,
): ChosenFile[] {
  const { sink, profile, documents, begunAt } = task;
  if (record.anexos.length === 0) return [];
  const isNews = documents !== "skip" && (reason === "new" || sink.compare(record) !== "unchanged");
  const read = isNews ? undefined : sink.readFiles(record.id);
  return record.anexos
    .filter(({ url }) => isOnPortal(url, profile))
    .flatMap((anexo): ChosenFile[] => {
      if (!read?.has(anexo.url)) return [{ anexo, known: undefined }];
      const known = documents === "skip" ? undefined : sink.knownBody(anexo.url);
      return known && mayHaveChanged(reason, known.checkedAt, begunAt) ? [{ anexo, known }] : [];
    });
}

function isOnPortal(url: string, profile: PortalProfile): boolean {
  return isPortalAddress(new URL(url), profile);
}

/** Undefined for one that is not to be had; `later` for one that may be another time; `unchanged` for one that is what was known. */
async function readOne(
  anexo: Anexo,
  known: KnownBody | undefined,
  task: AttachmentsTask,
): Promise<ReadFile | "unchanged" | "later" | undefined> {
  const leaveOut = (reason: string, example: string): undefined => {
    task.findings.add("skippedDocument", "procedimiento", reason, example);
    return undefined;
  };
  task.checkRobots(anexo.url);
  try {
    const request = { keep: task.documents === "keep", maxBytes: task.maxDocumentBytes };
    const file = known
      ? await task.http.getDocumentIfChanged(anexo.url, request, known)
      : await task.http.getDocument(anexo.url, request);
    if ("isUnchanged" in file) return "unchanged";
    // A login or an error page sent in the place of a file must not pass for it.
    if (file.mediaType === "text/html") {
      if (file.page) {
        const page = readHtml(file.page, undefined, procedimiento, task.profile);
        stopAtRefusal(page, file.page, anexo.url);
      }
      return leaveOut("a web page in place of an attachment", anexo.url);
    }
    return file.url === new URL(anexo.url).href ? file : { ...file, validators: undefined };
  } catch (error) {
    const isRetryable = error instanceof RetryableFetchError;
    if (isRetryable || error instanceof SkipPageError) {
      leaveOut(error.name, describeError(error));
      // What was read before is not unread because it could not be asked about.
      return isRetryable && known === undefined ? "later" : undefined;
    }
    if (!(error instanceof PortalRefusedError)) throw error;
    throw new PortalRefusedError(
      `${error.message} If only the attachments are not to be had, leave them out with --documents skip.`,
      { cause: error },
    );
  }
}

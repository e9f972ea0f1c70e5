import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { Anexo, Procedimiento } from "../../shared/portal/records.ts";
import { describeError, RetryableFetchError, SkipPageError } from "../errors.ts";
import type { ReadFile } from "../store/documents.ts";
import type { Findings } from "./findings.ts";
import type { HttpClient } from "./http-client.ts";
import { isPortalAddress } from "./portal-hosts.ts";
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
}

/** Reads attachments, within the bounds of a run. */
export interface AttachmentReader {
  /** The attachments of a record that are to be read: those never read, and all of a procedure that is new or has changed. */
  choose(record: Procedimiento): ChosenFiles;
  /** Reads what was chosen; an attachment that cannot be had is left out and reported. */
  read(chosen: ChosenFiles): Promise<FoundFiles>;
  /** How many were read so far. */
  count(): number;
}

/** What is to be read of a procedure's attachments. */
export interface ChosenFiles {
  anexos: readonly Anexo[];
  /** How many would be read too, did the run's bounds allow it. */
  left: number;
}

export interface FoundFiles {
  /** By the attachment's id. */
  files: ReadonlyMap<string, ReadFile>;
  /** How many a later run has to read: those that were not chosen, and those that may be had another time. */
  left: number;
}

export function readAttachments(task: AttachmentsTask): AttachmentReader {
  let left = task.documents === "skip" ? 0 : task.maxDocuments;
  let count = 0;
  return {
    choose: (record) => {
      if (record.anexos.length === 0) return { anexos: [], left: 0 };
      const known = task.sink.readFiles(record.id);
      const isNews = task.documents !== "skip" && task.sink.compare(record) !== "unchanged";
      const wanted = record.anexos.filter(
        ({ url }) => (isNews || !known.has(url)) && isOnPortal(url, task.profile),
      );
      const anexos = wanted.slice(0, left);
      left -= anexos.length;
      return { anexos, left: wanted.length - anexos.length };
    },
    read: async (chosen) => {
      const files = new Map<string, ReadFile>();
      let later = chosen.left;
      for (const anexo of chosen.anexos) {
        const file = await readOne(anexo, task);
        if (file === "later") later += 1;
        else if (file !== undefined) files.set(anexo.id, file);
      }
      count += files.size;
      return { files, left: later };
    },
    count: () => count,
  };
}

function isOnPortal(url: string, profile: PortalProfile): boolean {
  return isPortalAddress(new URL(url), profile);
}

/** Undefined for one that is not to be had; `later` for one that may be another time. */
async function readOne(
  anexo: Anexo,
  task: AttachmentsTask,
): Promise<ReadFile | "later" | undefined> {
  const leaveOut = (reason: string, example: string): undefined => {
    task.findings.add("skippedDocument", "procedimiento", reason, example);
    return undefined;
  };
  task.checkRobots(anexo.url);
  try {
    const file = await task.http.getDocument(anexo.url, {
      keep: task.documents === "keep",
      maxBytes: task.maxDocumentBytes,
    });
    // A login or an error page sent in the place of a file must not pass for it.
    if (file.mediaType === "text/html") {
      return leaveOut("a web page in place of an attachment", anexo.url);
    }
    return file;
  } catch (error) {
    const isRetryable = error instanceof RetryableFetchError;
    if (!isRetryable && !(error instanceof SkipPageError)) throw error;
    leaveOut(error.name, describeError(error));
    return isRetryable ? "later" : undefined;
  }
}

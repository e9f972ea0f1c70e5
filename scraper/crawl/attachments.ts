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
  choose(record: Procedimiento): Anexo[];
  /** What was found at their addresses, by the attachment's id; one that cannot be had is left out and reported. */
  read(anexos: readonly Anexo[]): Promise<Map<string, ReadFile>>;
  /** How many were read so far. */
  count(): number;
}

export function readAttachments(task: AttachmentsTask): AttachmentReader {
  let left = task.documents === "skip" ? 0 : task.maxDocuments;
  let count = 0;
  return {
    choose: (record) => {
      if (left === 0 || record.anexos.length === 0) return [];
      const known = task.sink.readFiles(record.id);
      const isNews = task.sink.compare(record) !== "unchanged";
      const chosen = record.anexos
        .filter(({ url }) => (isNews || !known.has(url)) && isOnPortal(url, task.profile))
        .slice(0, left);
      left -= chosen.length;
      return chosen;
    },
    read: async (anexos) => {
      const files = new Map<string, ReadFile>();
      for (const anexo of anexos) {
        const file = await readOne(anexo, task);
        if (file !== undefined) files.set(anexo.id, file);
      }
      count += files.size;
      return files;
    },
    count: () => count,
  };
}

function isOnPortal(url: string, profile: PortalProfile): boolean {
  return isPortalAddress(new URL(url), profile);
}

async function readOne(anexo: Anexo, task: AttachmentsTask): Promise<ReadFile | undefined> {
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
    if (error instanceof SkipPageError || error instanceof RetryableFetchError) {
      return leaveOut(error.name, describeError(error));
    }
    throw error;
  }
}

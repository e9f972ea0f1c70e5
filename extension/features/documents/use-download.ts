import { useEffect, useRef, useState } from "react";
import { folderOfProcedure } from "../../../shared/documents/name-documents.ts";
import { isPublished } from "../../../shared/feed/unpublished.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";
import type { ListedDocument } from "../../corpus/list-documents.ts";
import { downloadDocuments, downloadPace } from "../../downloads/download-documents.ts";
import { indexFile } from "../../downloads/index-file.ts";
import type { Outcome } from "../../downloads/outcome.ts";
import { type DownloadedProcedure, readmeFile } from "../../downloads/readme-file.ts";
import { startZip } from "../../downloads/zip-file.ts";
import type { Conversations } from "../../messages.ts";
import { saveFile } from "../../overlay/save-file.ts";

/** How a download stands. */
export interface Download {
  state: "idle" | "running" | "saved" | "nothing" | "cancelled" | "failed";
  /** Of those that have had their turn, by the document's id. */
  outcomes: ReadonlyMap<string, Outcome>;
  /** What the portal is being asked for. */
  asked?: ListedDocument;
  /** Of the ZIP. */
  fileName?: string;
  failure?: string;
}

const idle: Download = { state: "idle", outcomes: new Map() };

type Answer = Conversations["documents"]["answer"];

/** Downloading the documents of a procedure into one ZIP, begun and ended by the user. @param id the portal's number. */
export function useDownload(id: string): {
  download: Download;
  start: (answer: Answer) => void;
  cancel: () => void;
} {
  const [download, setDownload] = useState(idle);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = (answer: Answer): void => {
    running.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setDownload({ ...idle, state: "running" });
    const change = (next: (before: Download) => Download): void => {
      if (running.current === controller) setDownload(next);
    };
    takeAll(id, answer, signal, change).then(
      (fileName) => change((before) => ({ ...ended(before), ...finished(fileName) })),
      (error: unknown) =>
        change((before) =>
          signal.aborted
            ? { ...idle, state: "cancelled" }
            : { ...ended(before), state: "failed", failure: String(error) },
        ),
    );
  };
  return { download, start, cancel: () => running.current?.abort() };
}

function ended({ outcomes }: Download): Pick<Download, "outcomes"> {
  return { outcomes };
}

function finished(fileName: string | undefined): Pick<Download, "state" | "fileName"> {
  return fileName === undefined ? { state: "nothing" } : { state: "saved", fileName };
}

/** Downloads and saves; gives back the name of the ZIP, or undefined where nothing could be had. */
async function takeAll(
  id: string,
  { documents, row, feed }: Answer,
  signal: AbortSignal,
  change: (next: (before: Download) => Download) => void,
): Promise<string | undefined> {
  const { title, number, ocid } = row ?? {}; // Nothing may be known but the documents.
  const procedure: DownloadedProcedure = {
    id,
    ...(title !== undefined && { title }),
    ...(number !== undefined && { number }),
    ...(ocid !== undefined && isPublished({ ocid }) && { ocid }),
    ...(feed?.notice && { notice: feed.notice }),
  };
  const folder = folderOfProcedure(procedure);
  const madeAt = new Date();
  const zip = startZip(madeAt);
  const outcomes = await downloadDocuments({
    documents,
    profile: durango,
    pace: downloadPace,
    signal,
    wait,
    onStart: (asked) => change((before) => ({ ...before, asked })),
    onOutcome: (outcome) =>
      change((before) => ({
        ...before,
        outcomes: new Map(before.outcomes).set(outcome.document.id, outcome),
      })),
    keep: (path, bytes) => zip.add(`${folder}/${path}`, bytes),
  });
  if (!outcomes.some((outcome) => "path" in outcome)) return undefined;
  zip.add(`${folder}/indice.csv`, indexFile(outcomes, durango.timeZone));
  zip.add(`${folder}/LEEME.txt`, readmeFile(procedure, outcomes, madeAt, durango));
  const name = `${folder}.zip`;
  saveFile(name, zip.finish(), "application/zip");
  return name;
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}

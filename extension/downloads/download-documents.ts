import { chooseEnding, endingOf, endingOfMediaType } from "../../shared/documents/file-form.ts";
import { nameDocuments } from "../../shared/documents/name-documents.ts";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { hashBytes } from "../../shared/values/hash.ts";
import type { ListedDocument } from "../corpus/list-documents.ts";
import { fetchDocument } from "./fetch-document.ts";
import { isAskedFor } from "./is-asked-for.ts";
import type { FetchedFile, Oddity, Outcome, Problem } from "./outcome.ts";

/** How the portal is asked, and how much is taken. */
export interface DownloadPace {
  /**
   * From the start of a request to the start of the next: one at a time and about as often as a person would click. The scraper, which asks for
   * thousands, waits longer.
   */
  startEveryMs: number;
  /** Of each document. */
  timeoutMs: number;
  /** Of all together: they wait in the browser's memory until the ZIP is saved. */
  totalBytes: number;
}

export const downloadPace: DownloadPace = {
  startEveryMs: 1000,
  timeoutMs: 3 * 60_000,
  totalBytes: 300 * 2 ** 20,
};

export interface DownloadTask {
  documents: readonly ListedDocument[];
  profile: PortalProfile;
  pace: DownloadPace;
  /** Ends it: nothing more is asked, and the download rejects. */
  signal: AbortSignal;
  /** Waits, or rejects as soon as the signal aborts. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Called before the portal is asked for a document, and with what became of each. */
  onStart: (document: ListedDocument) => void;
  onOutcome: (outcome: Outcome) => void;
  /** Takes a file in, at its path from the procedure's folder. */
  keep: (path: string, bytes: Uint8Array<ArrayBuffer>) => void;
}

/** Downloads the documents of a procedure from the portal, one after another. What cannot be had is told, and the others are still asked for, unless the portal refuses. */
export async function downloadDocuments(task: DownloadTask): Promise<Outcome[]> {
  const { documents, profile, pace, signal, wait, onStart, onOutcome, keep } = task;
  const paths = nameDocuments(documents);
  const outcomes: Outcome[] = [];
  let startedAt: number | undefined;
  let left = pace.totalBytes;
  let isRefused = false;
  for (const document of documents) {
    signal.throwIfAborted();
    const outcome = await downloadOne(document);
    outcomes.push(outcome);
    onOutcome(outcome);
  }
  return outcomes;

  async function downloadOne(document: ListedDocument): Promise<Outcome> {
    if (!isAskedFor(document)) {
      const kind = document.isOnPortal ? "withdrawn" : "elsewhere";
      return { document, problem: { kind } };
    }
    if (isRefused) return { document, problem: { kind: "notAsked" } };
    if (startedAt !== undefined) {
      await wait(Math.max(startedAt + pace.startEveryMs - performance.now(), 0), signal);
    }
    startedAt = performance.now();
    const askedAt = new Date();
    onStart(document);
    const limits = { timeoutMs: pace.timeoutMs, bytes: left };
    const file = await fetchDocument(document.url, profile, limits, signal);
    if (isProblem(file)) {
      isRefused = file.kind === "refused" || file.kind === "tooMany";
      return { document, askedAt, problem: file };
    }
    left -= file.bytes.length;
    const kept = describeFile(document, file);
    const path = `${paths.get(document.id)}.${kept.ending}`;
    keep(path, file.bytes);
    const { sha256, oddities } = kept;
    const { mediaType } = file;
    const size = file.bytes.length;
    return { document, askedAt, path, size, sha256, oddities, ...(mediaType && { mediaType }) };
  }
}

function isProblem(file: FetchedFile | Problem): file is Problem {
  return "kind" in file;
}

function describeFile(document: ListedDocument, { bytes, mediaType = "", ending }: FetchedFile) {
  // A media type says least: many portals call everything the same.
  const names = [endingOf(document.title ?? ""), ending, endingOfMediaType(mediaType)];
  const chosen = chooseEnding(bytes, names);
  const sha256 = hashBytes(bytes);
  const oddities: Oddity[] = [];
  if (!chosen.isAsClaimed) oddities.push("otherFormat");
  if (document.sha256 !== undefined && document.sha256 !== sha256) oddities.push("otherThanFeed");
  return { ending: chosen.ending, sha256, oddities };
}

import { setImmediate as macrotask } from "node:timers/promises";
import PQueue from "p-queue";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import type { Procedimiento } from "../../shared/portal/records.ts";
import { ImplausiblePortalError, RunPausedError } from "../errors.ts";
import type { ReadFile } from "../store/documents.ts";
import type { AttachmentReader, ChosenFiles, FoundFiles } from "./attachments.ts";
import { bodyOf, fetchDetail, readDetail } from "./detail-page.ts";
import type { Findings } from "./findings.ts";
import type { Fetched, HttpClient } from "./http-client.ts";
import type { Unchanged } from "./known-body.ts";
import type { PlannedPage } from "./plan-reading.ts";
import { enoughToJudge, openProbation } from "./probation.ts";
import type { Sink } from "./sink.ts";
import { skipper } from "./skip-page.ts";

export interface DetailsTask {
  http: HttpClient;
  profile: PortalProfile;
  checkRobots: (url: string) => void;
  sink: Sink;
  findings: Findings;
  attachments: AttachmentReader;
  /** Pages asked for at once. */
  concurrency: number;
  /** Share of all procedures on the list, from 0 to 1, that may be skipped; one more stops the run. Every run tries again what was skipped before. */
  maxSkipShare: number;
  /** Procedures on the list. */
  listed: number;
  /** Pages that the run had read before it was interrupted. */
  resumed: number;
  /** When the run began. */
  begunAt: Date;
  /** Called after each page, read or skipped. */
  onPage?: (url: string, skipped: string | undefined) => void;
  /** Called for a page that the portal has no longer, in place of skipping it; absent for pages that the list still leads to. */
  onGone?: (id: string, saidAt: Date) => void;
}

export interface DetailCounts {
  read: number;
  skipped: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Procedures whose release failed validation. */
  setAside: number;
  /** Pages that were skipped or set aside and had not been when they were tried before. */
  failedAnew: number;
  /** Pages of the sample that are not what they were. */
  changedInSample: number;
  /** Pages of which the portal said that they have not changed; they count as read. */
  notModified: number;
}

/**
 * Reads the planned pages and hands the records to the sink.
 *
 * A page that cannot be had or read is skipped and counted; once more than `maxSkipShare` of the list are, or most of those that this run
 * reads and that had not failed before, `StopRunError` is thrown, with exit code 4 where most of the skipped pages had changed. What
 * was read until then stays in the sink, but for the first pages of a portal whose texts turn out to be impossible.
 */
export async function readDetails(
  pages: readonly PlannedPage[],
  task: DetailsTask,
): Promise<DetailCounts> {
  const counts: DetailCounts = {
    read: 0,
    skipped: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    setAside: 0,
    failedAnew: 0,
    changedInSample: 0,
    notModified: 0,
  };
  // Reading a page where its response arrives costs 1.6 times the wall time of a crawl: the answers of the other requests wait
  // for it. So pages are read one a macrotask, from a queue that holds back the requests when it is full.
  const reading = new PQueue({ concurrency: 1 });
  const tried = task.resumed + pages.filter(({ reason }) => reason !== "retry").length;
  const skip = skipper(task, tried, counts);
  const failures: unknown[] = [];
  const fail = (error: unknown): void => {
    // The first failure is the cause; what is in flight then fails because of it.
    failures.push(error);
    // Nothing more is asked for then; what is on its way is not lost.
    if (error instanceof RunPausedError) return;
    reading.clear();
    task.http.abort();
  };
  const save = ({ record, page, planned }: ReadPage, found: FoundFiles) => {
    const { rowHash, reason, procedimiento } = planned;
    const { files, unchangedFiles, left: documentsLeft } = found;
    const body = "isUnchanged" in page ? undefined : bodyOf(page, procedimiento.url);
    const reading = { rowHash, documentsLeft, body, unchangedFiles };
    const change = task.sink.saveProcedure(record, page, files, reading);
    if (body === undefined) counts.notModified += 1;
    counts[change] += 1;
    counts.read += 1;
    if (change === "setAside" && reason !== "retry") counts.failedAnew += 1;
    if (change !== "unchanged" && reason === "sample") counts.changedInSample += 1;
    for (const why of change === "setAside" ? task.sink.reasons(record.id) : []) {
      task.findings.add("setAside", "procedimiento", why, record.url);
    }
    task.onPage?.(record.url, undefined);
  };
  // A run that is gone on with has judged the portal before.
  const wanted = task.resumed > 0 ? 1 : enoughToJudge;
  // What is read while others wait to be is saved in one go: a transaction for each page would cost more than what it writes.
  const ready: Saved[] = [];
  const saveReady = (): void => {
    if (ready.length === 0) return;
    task.sink.together(() => {
      for (const { read, found } of ready.splice(0)) save(read, found);
    });
  };
  const probation = openProbation(wanted, task.findings.requirePlausible, (item: Saved) => {
    ready.push(item);
    if (reading.size === 0 || ready.length >= task.concurrency) saveReady();
  });
  // Records that wait for their attachments; workers see to these before they ask for further pages.
  const waiting: (ReadPage & { chosen: ChosenFiles })[] = [];
  const complete = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      probation.add({ read: next, found: await task.attachments.read(next.chosen) });
    }
  };
  const pending = pages.values();
  const worker = async (): Promise<void> => {
    for (const planned of pending) {
      await reading.onSizeLessThan(task.concurrency + 1);
      await complete();
      if (failures.length > 0) return;
      const page = await fetchDetail(planned, task).catch(skip(planned));
      if (page === undefined) continue;
      void reading
        .add(async () => {
          await macrotask();
          const record = readDetail(planned.procedimiento, page, task);
          const chosen = task.attachments.choose(record, planned.reason);
          const read = { record, page, planned };
          const none = { ...noFiles, left: chosen.left };
          if (chosen.anexos.length === 0) probation.add({ read, found: none });
          else waiting.push({ ...read, chosen });
        })
        .catch(skip(planned))
        .catch(fail);
    }
    await reading.onIdle();
    await complete();
  };
  await Promise.all(Array.from({ length: task.concurrency }, () => worker().catch(fail)));
  await reading.onIdle();
  if (!(failures[0] instanceof ImplausiblePortalError)) probation.end();
  saveReady();
  if (failures.length > 0) throw failures[0];
  return counts;
}

/** A page that was read, and why. */
interface ReadPage {
  record: Procedimiento;
  page: Fetched | Unchanged;
  planned: PlannedPage;
}

/** A page that is ready to be saved. */
interface Saved {
  read: ReadPage;
  found: FoundFiles;
}

const noFiles = { files: new Map<string, ReadFile>(), unchangedFiles: [] };

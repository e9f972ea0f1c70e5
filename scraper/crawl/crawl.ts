import type { ListKind } from "../../shared/portal/fingerprint.ts";
import { readAttachments } from "./attachments.ts";
import { collectFindings, type Findings } from "./findings.ts";
import { readPortalList } from "./list.ts";
import { hasUnsteadyRows, planReading } from "./plan-reading.ts";
import { type PlanOutcome, readPlan } from "./read-plan.ts";
import { readerKey } from "./reader-key.ts";
import { usualRules } from "./reading-rules.ts";
import { obeyRobots } from "./robots.ts";
import type { RunSource } from "./run-source.ts";
import type { ScrapeSettings } from "./scrape.ts";
import type { Sink } from "./sink.ts";
import { readSteadyList, type SteadyList } from "./steady-list.ts";
import { readSupplierRegistry } from "./suppliers.ts";

/** What a run did, by name; among it how many pages it asked for by each reason, and what came of them. */
export type CrawlCounts = PlanOutcome["counts"] & {
  /** Procedures on the list, each once. */
  listed: number;
  duplicates: number;
  junk: number;
  /** Pages of the list that were asked for, in all readings of it. */
  listPages: number;
  /** How often the list was read until it stood still. */
  listReadings: number;
  /** Pages left out because the interrupted run had read them. */
  resumed: number;
  /** Listed procedures whose page was not asked for, since nothing says that it has changed. */
  notDue: number;
  /** Attachments that were read. */
  documents: number;
  /** Attachments of which the portal said that they have not changed. */
  documentsUnchanged: number;
  /** Suppliers in the registry; absent where it could not be read. */
  suppliers?: number;
  requests: number;
  retries: number;
};

export interface Crawled {
  listKind: ListKind;
  counts: CrawlCounts;
  /** Whether every page of the portal's list and of the procedures on it was read. */
  isWhole: boolean;
}

/** Reads the list, then the pages that the plan chooses, then the registry of suppliers. */
export async function crawl(
  settings: ScrapeSettings,
  source: RunSource,
  sink: Sink,
  findings: Findings,
): Promise<Crawled> {
  const { profile, reporter, limit } = settings;
  const begunAt = settings.now();
  const http = await source.open(sink);
  const abort = () => http.abort();
  settings.signal?.addEventListener("abort", abort);
  try {
    settings.signal?.throwIfAborted();
    const checkRobots = await obeyRobots(http, profile.baseUrl);
    const readOnce = (reading: number) => {
      // What a person should look at is told once, however often the list is read.
      const told = reading === 1 ? findings : collectFindings(profile);
      return readPortalList(http, profile, checkRobots, told, limit);
    };
    const list: SteadyList =
      limit === undefined
        ? await readSteadyList(readOnce, sink.listedBefore())
        : { ...(await readOnce(1)), readings: 1 };
    const { entries, kind, duplicates, junk, pages: listPages, readings: listReadings } = list;
    if (list.doubt !== undefined) {
      findings.add("notice", "listado", "the list may lack procedures", list.doubt);
    }
    const listed = entries.length;
    sink.noteListed(entries);
    const plan = planReading(entries, sink.pageStates(), {
      profile,
      now: begunAt,
      rules: settings.rules ?? usualRules,
      reader: readerKey(profile),
      isFull: sink.isFull,
      alreadyRead: sink.alreadyRead,
      seed: sink.startedAt,
      maxDocuments: settings.documents === "skip" ? 0 : settings.maxDocuments,
      isListWhole: limit === undefined,
    });
    if (hasUnsteadyRows(plan)) {
      findings.add(
        "notice",
        "listado",
        "the list says something else of most procedures than before",
        "Where a column changes by itself, name it in list.unsteady of the profile; else every run reads all pages.",
      );
    }
    const { resumed } = plan;
    const rows = { duplicates, junk, listPages, listReadings };
    reporter.event("The list is read", { kind, listed, resumed, ...rows });
    const shared = { ...settings, http, checkRobots, sink, findings, begunAt };
    const attachments = readAttachments(shared);
    const task = { ...shared, listed, resumed, attachments };
    const read = await readPlan(plan, task, source, settings);
    const suppliers = source.readsRegistry
      ? await readSupplierRegistry(http, profile, checkRobots, findings)
      : undefined;
    if (suppliers) sink.saveSuppliers(suppliers);
    const notDue = listed - resumed - read.listed;
    return {
      listKind: kind,
      isWhole: limit === undefined && notDue === 0,
      counts: {
        listed,
        ...rows,
        resumed,
        notDue,
        ...read.counts,
        ...attachments.counts(),
        ...(suppliers && { suppliers: suppliers.length }),
        ...http.counts,
      },
    };
  } finally {
    settings.signal?.removeEventListener("abort", abort);
    http.abort();
    await http.close();
  }
}

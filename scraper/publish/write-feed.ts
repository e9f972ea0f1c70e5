import { FeedCoverage } from "../../shared/feed/coverage.ts";
import type { FeedIndex } from "../../shared/feed/index-schema.ts";
import { feedPaths } from "../../shared/feed/paths.ts";
import { hashJson } from "../../shared/values/hash.ts";
import { silentReporter } from "../reporter.ts";
import { hashContent } from "../store/content-hash.ts";
import type { StoreIdentity } from "../store/identity.ts";
import { inSnapshot, type Store } from "../store/open-store.ts";
import { hasPresentProcedures } from "../store/read-procedures.ts";
import type { FinishedRun } from "../store/runs.ts";
import { writeChecksums } from "./checksums.ts";
import { writeCompat } from "./compat.ts";
import { feedDescribers } from "./describe/describe-feed.ts";
import { writeFeedIndex } from "./describe/feed-index.ts";
import { noticeOf } from "./describe/notice.ts";
import { startDraft } from "./feed-draft.ts";
import type { FeedFacts } from "./feed-facts.ts";
import { emptyFeed, findGateReasons } from "./gate.ts";
import { writeHealth } from "./health.ts";
import { type LastFeed, readFeedFile } from "./last-feed.ts";
import { hashProgram } from "./program-hash.ts";
import type { Publication } from "./publication.ts";
import type { PublishSettings } from "./publish.ts";
import { countRecent, noChanges, type RecentChanges } from "./recent-changes.ts";
import { carryContent } from "./reuse.ts";
import { settleGate } from "./settle-gate.ts";
import { writeContent } from "./write-content.ts";

/** What a feed is written from. */
export interface FeedSource {
  store: Store;
  identity: StoreIdentity;
  /** The latest that read the portal to its end. */
  run: FinishedRun;
  /** The feed whose place this one takes; undefined where there is none. */
  last: LastFeed | undefined;
}

/** Writes a whole feed into an empty folder. Throws `GateClosedError` where it must not take the place of the last one. */
export async function writeFeed(
  folder: string,
  source: FeedSource,
  settings: PublishSettings,
): Promise<FeedIndex> {
  const { store, identity, run } = source;
  const { baseUrl, profile, contact, gate, reporter = silentReporter } = settings;
  if (gate && !hasPresentProcedures(store)) {
    settleGate(store, run.id, emptyFeed, { ...gate, reporter });
  }
  const draft = startDraft(folder);
  const publication: Publication = {
    draft,
    identity,
    profile,
    baseUrl,
    timeZone: profile.timeZone,
    notice: noticeOf(identity, run, profile),
    ...(contact !== undefined && { contact }),
  };
  const content = await inSnapshot(store, () => fillDraft(publication, source));
  if (content.isCarried)
    reporter.event("Nothing has changed, so the last feed's files are carried on");
  if (gate) {
    const next = await readFeedFile(folder, feedPaths.coverage, FeedCoverage);
    if (next === undefined) throw new Error(`${folder}: the draft holds no coverage`);
    const before = source.last?.coverage?.total;
    if (before === undefined) reporter.event("No last feed to compare with");
    const { counts } = run;
    const { recent } = content;
    const { limits } = gate;
    const reasons = findGateReasons({ counts, next: next.total, last: before, recent, limits });
    settleGate(store, run.id, reasons, { ...gate, reporter });
  }
  const described = { ...publication, run, contentKey: content.key };
  for (const describe of feedDescribers) await describe(described, content.facts);
  // These two speak of the source and are renewed without the data, so no other file but the index holds their hash.
  await writeHealth(draft, store);
  await writeCompat(draft, store, profile);
  const index = await writeFeedIndex(described, content.facts);
  await writeChecksums(draft);
  return index;
}

interface Content {
  /** Changes with the data, the program and its settings. */
  key: string;
  facts: FeedFacts;
  /** What came since the last feed. */
  recent: RecentChanges;
  isCarried: boolean;
}

/** Fills the draft with the files of every format: those of the last feed where they would be the same, new ones otherwise. */
async function fillDraft(
  publication: Publication,
  { store, identity, last }: FeedSource,
): Promise<Content> {
  const { draft, profile, baseUrl, notice, contact = "" } = publication;
  const data = hashContent(store);
  const key = hashJson({ data, program: hashProgram(), profile, baseUrl, notice, contact });
  const carried = await carryContent(last, key, draft);
  if (carried) return { key, facts: carried, recent: noChanges, isCarried: true };
  const counter = countRecent(last?.index.lastCursor ?? 0, identity.ocidPrefix);
  const facts = await writeContent(store, publication, counter);
  return { key, facts, recent: counter.changes(), isCarried: false };
}

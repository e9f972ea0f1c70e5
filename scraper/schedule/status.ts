import { formatInstant } from "../../shared/values/dates.ts";
import { recentRuns } from "../publish/health.ts";
import { readLastFeed } from "../publish/last-feed.ts";
import { isSameSource, readIdentity } from "../store/identity.ts";
import type { Store } from "../store/open-store.ts";
import { currentSchedule, type Schedule } from "../store/schedule-lock.ts";
import { countSetAside } from "../store/set-aside.ts";
import { currentWriter } from "../store/writer-lock.ts";
import { findAttention } from "./attention.ts";
import { type CronTimes, readCron } from "./cron-times.ts";
import { readLastRun } from "./last-run.ts";
import { type RunStatus, statusOfRun } from "./run-status.ts";

/** What `compras status --json` gives. Instants are ISO 8601 with offset. */
export interface Status {
  asOf: string;
  store: string;
  /** Where the portal is; absent for a store that nothing was scraped into. */
  portal?: string;
  /** The process that scrapes into the store now; absent where none does. */
  running?: { pid: number; host: string };
  /** The `compras schedule` that runs on the store; absent where none does. */
  schedule?: Schedule;
  /** When the next run is due; in the past where it was missed. */
  next: { cron: string; at: string };
  /** The latest first. */
  runs: RunStatus[];
  /** The feed; absent where there is none of this store. */
  published?: PublishedStatus;
  /** Procedures whose latest content failed validation, so that it is not published. */
  setAside: number;
  /** What a person should look at, a sentence each. */
  attention: string[];
}

export interface PublishedStatus {
  folder: string;
  /** When the portal was read of which it tells. */
  readAt: string;
  ageHours: number;
  procedures: number;
}

export interface StatusSettings {
  /** Folder of the feed. */
  out: string;
  /** Undefined for that of the schedule which runs. */
  cron: string | undefined;
  /** Where no schedule runs. */
  defaultCron: string;
  /** Runs told of at most. */
  runs: number;
  timeZone: string;
  now: Date;
}

/** Gathers how things stand with a store and its feed. */
export async function readStatus(store: Store, settings: StatusSettings): Promise<Status> {
  const { timeZone, now } = settings;
  const running = currentWriter(store);
  const schedule = currentSchedule(store.file);
  const identity = readIdentity(store);
  const history = recentRuns(store, Math.max(settings.runs, 2));
  const runs = history.map((run, index) => statusOfRun(run, index === 0 && running !== undefined));
  const published = await readPublished(store, settings);
  const cron = readCron(settings.cron ?? schedule?.cron ?? settings.defaultCron, timeZone);
  const setAside = countSetAside(store);
  return {
    asOf: formatInstant(now, timeZone),
    store: store.file,
    ...(identity && { portal: identity.portalUrl }),
    ...(running && { running }),
    ...(schedule && { schedule }),
    next: { cron: cron.pattern, at: formatInstant(nextRun(store, cron, now), timeZone) },
    runs: runs.slice(0, settings.runs),
    ...(published && { published }),
    setAside,
    attention: findAttention({ history, runs, published, setAside, out: settings.out }),
  };
}

function nextRun(store: Store, cron: CronTimes, now: Date): Date {
  const { settledAt } = readLastRun(store, now);
  return settledAt === undefined ? now : cron.next(settledAt);
}

async function readPublished(
  store: Store,
  { out, now }: StatusSettings,
): Promise<PublishedStatus | undefined> {
  const feed = await readLastFeed(out);
  const identity = readIdentity(store);
  if (feed === undefined || identity === undefined) return undefined;
  const { portal, ocidPrefix, lastRun, counts } = feed.index;
  const source = { portal: portal.id, portalUrl: portal.url, ocidPrefix };
  if (!isSameSource(identity, source)) return undefined;
  const readAt = lastRun.finishedAt;
  return {
    folder: out,
    readAt,
    ageHours: Math.round((now.getTime() - Date.parse(readAt)) / 36_000) / 100,
    procedures: counts.procedures,
  };
}

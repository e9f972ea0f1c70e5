import { existsSync } from "node:fs";
import type { PortalProfile } from "../../shared/portal/profile.ts";
import { dayOf, formatInstant } from "../../shared/values/dates.ts";
import { RunPausedError } from "../errors.ts";
import { openStore } from "../store/open-store.ts";
import { bookRequests, requestsOn, returnRequests } from "../store/requests-by-day.ts";
import { isWithin, type ReadingHours } from "./reading-hours.ts";

export interface AllowanceSettings {
  profile: PortalProfile;
  /** File of the store, which counts the requests of a day. */
  store: string;
  dryRun: boolean;
  /** Requests in a calendar day of the portal's zone; undefined for no limit. */
  maxRequestsPerDay?: number | undefined;
  /** Hours of the portal's zone in which it may be read; undefined for all. */
  hours?: ReadingHours | undefined;
  now: () => Date;
}

/** What whoever runs the program allows: how many requests in a day, and at which hours. */
export interface Allowance {
  /** One request is about to be sent. Throws `RunPausedError` where it is not allowed any more. */
  take(): void;
  /** Gives back to the day what was not used. */
  close(): void;
}

/** Requests that are booked in the store at once. A run that is killed counts for so many too many at most, never for too few. */
const bookedAtOnce = 10;

/**
 * Opens the count of the day's requests. All are counted, whether there is a limit or not, those of a dry run too: they are no less
 * to the portal.
 *
 * Throws `RunPausedError` where nothing is allowed now, so that no run begins.
 */
export function openAllowance(settings: AllowanceSettings): Allowance {
  const { now, maxRequestsPerDay: most = Number.MAX_SAFE_INTEGER } = settings;
  checkHours(settings, now());
  const ledger = openLedger(settings);
  const spent = (day: string) =>
    new RunPausedError(
      `The ${most} requests that --max-requests-per-day allows on ${day} are used up. What was read is kept; the run goes on ` +
        `when the command is run again, from midnight in ${settings.profile.timeZone}.`,
    );
  const today = (at: Date): string => dayOf(formatInstant(at, settings.profile.timeZone));
  let day = today(now());
  let left = 0;
  const giveBack = (): void => {
    if (left > 0) ledger.giveBack(day, left);
    left = 0;
  };
  if (ledger.count(day) >= most) {
    ledger.close();
    throw spent(day);
  }
  return {
    take: () => {
      const at = now();
      checkHours(settings, at);
      if (today(at) !== day) {
        giveBack();
        day = today(at);
      }
      if (left === 0) left = ledger.book(day, bookedAtOnce, most);
      if (left === 0) throw spent(day);
      left -= 1;
    },
    close: () => {
      giveBack();
      ledger.close();
    },
  };
}

function checkHours({ hours, profile }: AllowanceSettings, at: Date): void {
  if (hours === undefined || isWithin(hours, at, profile.timeZone)) return;
  const time = formatInstant(at, profile.timeZone).slice(11, 16);
  throw new RunPausedError(
    `It is ${time} in ${profile.timeZone}, and --hours ${hours.from}-${hours.to} allows reading from ${hours.from} to ${hours.to} ` +
      "o'clock. What was read is kept; the run goes on when the command is run again within these hours.",
  );
}

interface Ledger {
  count(day: string): number;
  book(day: string, count: number, most: number): number;
  giveBack(day: string, count: number): void;
  close(): void;
}

function openLedger({ store: file, dryRun }: AllowanceSettings): Ledger {
  if (dryRun && !existsSync(file)) return memoryLedger();
  const store = openStore(file);
  return {
    count: (day) => requestsOn(store, day),
    book: (day, count, most) => bookRequests(store, day, count, most),
    giveBack: (day, count) => returnRequests(store, day, count),
    close: () => store.close(),
  };
}

/** For a dry run that has no store: it must not make one. */
function memoryLedger(): Ledger {
  const sent = new Map<string, number>();
  const count = (day: string): number => sent.get(day) ?? 0;
  return {
    count,
    book: (day, wanted, most) => {
      const booked = Math.max(0, Math.min(wanted, most - count(day)));
      sent.set(day, count(day) + booked);
      return booked;
    },
    giveBack: (day, unused) => {
      sent.set(day, count(day) - unused);
    },
    close: () => undefined,
  };
}

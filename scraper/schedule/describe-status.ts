import { hasFailed, lastOver } from "./attention.ts";
import type { RunStatus } from "./run-status.ts";
import type { Status } from "./status.ts";

/** A status in lines, for whoever runs the program. */
export function describeStatus(status: Status): string {
  const { running, schedule, next, published, setAside, runs, attention } = status;
  const isOverdue = Date.parse(next.at) < Date.parse(status.asOf);
  return [
    `${status.store}: ${status.portal ?? "nothing was scraped into it yet"}`,
    running
      ? `Now: process ${running.pid} on ${running.host} reads the portal.`
      : "Now: no run reads the portal.",
    schedule
      ? `Schedule: process ${schedule.pid} on ${schedule.host}, since ${schedule.since}.`
      : "Schedule: no `compras schedule` runs on this store.",
    `Next run: ${next.at}${isOverdue ? ", which is past" : ""} (--cron "${next.cron}").`,
    published
      ? `Published: ${published.procedures} procedures in ${published.folder}, as the portal was at ${published.readAt}, ${published.ageHours} hours ago.`
      : "Published: nothing.",
    `Set aside: ${setAside} procedures.`,
    ...list("Runs, the latest first:", runs.map(describeRun)),
    ...list("To look at:", attention),
  ].join("\n");
}

/** Why `--check` fails, in one line; undefined where it does not. @param maxAgeHours of what is published. */
export function findCheckFault(status: Status, maxAgeHours: number): string | undefined {
  const { runs, published, attention } = status;
  const last = lastOver(runs);
  if (last !== undefined && hasFailed(last)) return attention[0];
  if (published === undefined) return "nothing is published yet.";
  if (published.ageHours <= maxAgeHours) return undefined;
  return `what is published in ${published.folder} is ${published.ageHours} hours old, and --max-age allows ${maxAgeHours}.`;
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function describeRun({ startedAt, seconds, outcome, exitCode, counts }: RunStatus): string {
  const how = exitCode === undefined ? outcome : `${outcome} (${exitCode})`;
  const lasted = seconds === undefined ? [] : [describeSeconds(seconds)];
  const counted = Object.entries(counts ?? {}).filter(([, count]) => count > 0);
  const told = counted.map(([name, count]) => `${count} ${name}`).join(", ");
  return [startedAt, ...lasted, how, ...(told === "" ? [] : [told])].join(" · ");
}

function describeSeconds(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

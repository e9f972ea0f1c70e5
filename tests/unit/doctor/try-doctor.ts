import { moveProfile } from "../../../scraper/crawl/portal-hosts.ts";
import {
  type Examination,
  type ExamineSettings,
  examine,
} from "../../../scraper/doctor/examine.ts";
import type { Reply } from "../../../scraper/doctor/question.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";

/** Looks at a portal fast. */
export function tryDoctor(
  url: string,
  { declared = durango, ...settings }: Partial<ExamineSettings> = {},
): Promise<Examination> {
  return examine({
    declared,
    profile: moveProfile(declared, url),
    userAgent: "ComprasAbiertasDurango/prueba",
    delayMs: 0,
    concurrency: 1,
    timeoutMs: 3000,
    retries: 0,
    retryDelayMs: 1,
    maxRetryAfterMs: 2000,
    now: () => new Date("2026-11-22T18:00:00Z"),
    ...settings,
  });
}

/** What a report says to a question, as one text: the answer, or `?` and the reason. */
export function answersOf({ report }: Examination): Record<string, string> {
  const say = (reply: Reply): string =>
    reply.state === "answered" ? reply.answer : `? ${reply.because}`;
  return Object.fromEntries(report.replies.map((reply) => [reply.id, say(reply)]));
}

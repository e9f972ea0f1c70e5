import { onTestFinished } from "vitest";
import { openArchive } from "../../../scraper/archive/archive-writer.ts";
import { createHttpClient } from "../../../scraper/crawl/http-client.ts";
import { moveProfile } from "../../../scraper/crawl/portal-hosts.ts";
import { durango } from "../../../shared/portal/profiles/durango.ts";

/** When what a keeper gets was received. */
export const keptAt = new Date("2026-11-23T06:30:00.250Z");
const done = { message: undefined, reached: undefined, leftUnread: [], unanswered: [] };

/** A client that keeps what it gets in `archive`; `end` says that its run is over; `writer` is what keeps it. */
export async function openKeeper(url: string, archive: string, startedAt = keptAt) {
  const writer = await openArchive(archive, {
    software: "ComprasAbiertasDurango/prueba",
    userAgent: "ComprasAbiertasDurango/prueba (+correo@example.org)",
    portal: "durango",
    portalUrl: url,
    ocidPrefix: "ocds-prueba",
    startedAt,
    limit: undefined,
    documents: "hash",
    concurrency: 4,
    maxSkipShare: 0.05,
    retries: 1,
    maxRetryAfterMs: 1000,
    rules: { maxAgeDays: 30, daysAhead: 3, daysBehind: 2, daysOfWaiting: 0 },
    maxDocuments: 2000,
    maxDocumentBytes: 1_000_000,
    readBefore: ["7", "12"],
  });
  const client = createHttpClient(
    moveProfile(durango, url),
    {
      userAgent: "ComprasAbiertasDurango/prueba (+correo@example.org)",
      delayMs: 0,
      concurrency: 4,
      timeoutMs: 2000,
      retries: 1,
      retryDelayMs: 1,
      maxRetryAfterMs: 1000,
      now: () => startedAt,
    },
    writer,
  );
  onTestFinished(() => client.close());
  return { client, writer, end: () => writer.end({ finishedAt: startedAt, exitCode: 0, ...done }) };
}

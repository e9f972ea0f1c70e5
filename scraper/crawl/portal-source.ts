import { matchRoute } from "../../shared/portal/routes.ts";
import { type ArchiveWriter, openArchive } from "../archive/archive-writer.ts";
import { describeError, exitCodes, StopRunError } from "../errors.ts";
import type { Allowance } from "./allowance.ts";
import { createHttpClient } from "./http-client.ts";
import { reachOf } from "./reach.ts";
import { usualRules } from "./reading-rules.ts";
import { software, userAgentOf } from "./request-headers.ts";
import type { RunSource } from "./run-source.ts";
import type { ScrapeSettings } from "./scrape.ts";

/** The portal itself. What it answers is put into an archive where the settings name one; in a dry run nothing is. */
export function portalSource(settings: ScrapeSettings, allowance: Allowance): RunSource {
  const { profile, archive, dryRun, contact } = settings;
  const userAgent = userAgentOf(contact);
  /** Addresses of procedures' pages that were received and not judged yet. */
  const unread = new Set<string>();
  /** Numbers of procedures whose page did not come at all. */
  const unanswered = new Set<string>();
  let writer: ArchiveWriter | undefined;
  let startedAt: Date | undefined = settings.now();
  let finishedAt: Date | undefined;
  const now = (): Date => startedAt ?? finishedAt ?? settings.now();
  return {
    now,
    alreadyRead: (known) => known,
    reads: (_id, isDue) => isDue,
    readsRegistry: true,
    open: async ({ alreadyRead, isFull }) => {
      if (archive !== undefined && !dryRun) {
        const kept = await openArchive(archive, {
          software,
          userAgent,
          portal: profile.id,
          portalUrl: profile.baseUrl,
          ocidPrefix: settings.ocidPrefix,
          startedAt: now(),
          limit: settings.limit,
          rules: isFull ? undefined : (settings.rules ?? usualRules),
          documents: settings.documents,
          concurrency: settings.concurrency,
          maxSkipShare: settings.maxSkipShare,
          retries: settings.retries,
          maxRetryAfterMs: settings.maxRetryAfterMs,
          maxDocuments: settings.maxDocuments,
          maxDocumentBytes: settings.maxDocumentBytes,
          readBefore: [...alreadyRead],
        });
        writer = {
          ...kept,
          keep: (answer, question, readBody) => {
            const { address } = question;
            if (matchRoute(address, profile.routes.procedimiento)) unread.add(address);
            return kept.keep(answer, question, readBody);
          },
        };
      }
      startedAt = undefined;
      const http = {
        ...settings,
        userAgent,
        allow: allowance.take,
        onSlower: (gapMs: number) =>
          settings.reporter.event("The portal asks for a slower pace", { delayMs: gapMs }),
      };
      return createHttpClient(profile, http, writer);
    },
    judged: (url) => {
      const id = matchRoute(url, profile.routes.procedimiento);
      if (!unread.delete(url) && id !== undefined) unanswered.add(id);
    },
    end: async (failure) => {
      startedAt = undefined;
      finishedAt ??= settings.now();
      await writer?.end({
        finishedAt,
        exitCode: exitCodeOf(failure),
        message: failure === undefined ? undefined : describeError(failure),
        reached: reachOf(failure),
        leftUnread: failure === undefined ? [] : [...unread],
        unanswered: [...unanswered],
      });
    },
  };
}

function exitCodeOf(failure: unknown) {
  if (failure === undefined) return exitCodes.done;
  return failure instanceof StopRunError ? failure.exitCode : exitCodes.failed;
}

import { createClient } from "../crawl/client.ts";
import type { RunSource } from "../crawl/run-source.ts";
import type { ScrapeSettings } from "../crawl/scrape.ts";
import { archiveTransport } from "./archive-transport.ts";
import { procedureIds } from "./asked-addresses.ts";
import type { Replay } from "./plan-replay.ts";

/** What an invocation of the scraper saw, and the clock that it had. Where it failed, it fails again, at the latest in the end. */
export function archiveSource(replay: Replay, settings: ScrapeSettings): RunSource {
  const { folder, asked, failure, wanted } = replay;
  const { start, end, lastAt } = replay.run;
  const asks = procedureIds(asked.keys(), settings.profile.routes.procedimiento);
  for (const id of end?.unanswered ?? []) asks.add(id);
  const registry = settings.profile.baseUrl + settings.profile.routes.padron;
  let at = start.startedAt;
  return {
    now: () => at,
    alreadyRead: () => new Set(start.readBefore),
    reads: (id, isDue) => {
      if (wanted) return wanted.has(id);
      return start.rules === undefined ? isDue : asks.has(id);
    },
    readsRegistry: failure === undefined || asked.has(new URL(registry).href),
    open: async () => {
      const transport = archiveTransport(folder, asked, (receivedAt) => {
        at = receivedAt;
      });
      return createClient(settings.profile, settings, transport);
    },
    judged: () => undefined,
    end: async (reason) => {
      at = end?.finishedAt ?? lastAt;
      if (reason === undefined && failure) throw failure;
    },
  };
}

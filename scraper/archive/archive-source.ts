import { createClient } from "../crawl/client.ts";
import type { RunSource } from "../crawl/run-source.ts";
import type { ScrapeSettings } from "../crawl/scrape.ts";
import { archiveTransport } from "./archive-transport.ts";
import type { Replay } from "./plan-replay.ts";

/** What an invocation of the scraper saw, and the clock that it had. Where it failed, it fails again, at the latest in the end. */
export function archiveSource(replay: Replay, settings: ScrapeSettings): RunSource {
  const { folder, asked, failure, wanted } = replay;
  const { start, end, lastAt } = replay.run;
  let at = start.startedAt;
  return {
    now: () => at,
    alreadyRead: () => (wanted ? new AllBut(wanted) : new Set(start.readBefore)),
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

/** Every text but a few, as far as `has` is asked. */
class AllBut extends Set<string> {
  readonly #few: ReadonlySet<string>;

  constructor(few: ReadonlySet<string>) {
    super();
    this.#few = few;
  }

  override has(text: string): boolean {
    return !this.#few.has(text);
  }
}

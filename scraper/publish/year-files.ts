import type { DraftFile, FeedDraft } from "./feed-draft.ts";

/** Opens one file a year as the years come. */
export interface YearFiles<File> {
  get(year: string): Promise<File>;
  /** Every year that came, in order. */
  entries(): [year: string, file: File][];
}

export function yearFiles<File>(open: (year: string) => Promise<File>): YearFiles<File> {
  const files = new Map<string, File>();
  return {
    get: async (year) => {
      const known = files.get(year);
      if (known !== undefined) return known;
      const file = await open(year);
      files.set(year, file);
      return file;
    },
    entries: () => [...files.entries()].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** The calendar year of an instant where it was written: `2026-01-01T00:00:00-06:00` → `2026`. */
export function yearOf(instant: string): string {
  return instant.slice(0, 4);
}

/** A JSON Lines file, gzipped where its path says so. */
export function openJsonLines(
  draft: FeedDraft,
  feedPath: string,
  title: string,
): Promise<DraftFile> {
  const mediaType = feedPath.endsWith(".gz") ? "application/gzip" : "application/jsonl";
  return draft.open(feedPath, { title, mediaType });
}

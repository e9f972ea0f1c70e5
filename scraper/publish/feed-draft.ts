import { rename } from "node:fs/promises";
import path from "node:path";
import type { FeedFile } from "../../shared/feed/index-schema.ts";
import { type FeedFileWriter, openFeedFile } from "./feed-file-writer.ts";

/** A file of the draft; closing it enters it in the list of files. */
export interface DraftFile {
  write(text: string): Promise<void>;
  /** @param finalPath the file's path where it depends on the hash of its content. */
  close(finalPath?: (sha256: string) => string): Promise<FeedFile>;
}

/** The feed that is being written, in a folder of its own. */
export interface FeedDraft {
  folder: string;
  /** Every closed file, in the order of their paths. */
  files(): FeedFile[];
  /** @param about the title in Spanish. */
  open(feedPath: string, about: { title: string; mediaType: string }): Promise<DraftFile>;
  /** Opens, writes and closes. */
  put(
    feedPath: string,
    about: { title: string; mediaType: string },
    text: string,
  ): Promise<FeedFile>;
}

export function startDraft(folder: string): FeedDraft {
  const files: FeedFile[] = [];
  const open: FeedDraft["open"] = async (feedPath, about) => {
    const writer: FeedFileWriter = await openFeedFile(path.join(folder, feedPath));
    return {
      write: (text) => writer.write(text),
      close: async (finalPath) => {
        const { bytes, sha256 } = await writer.close();
        const at = finalPath?.(sha256) ?? feedPath;
        if (at !== feedPath) await rename(path.join(folder, feedPath), path.join(folder, at));
        const file: FeedFile = { path: at, ...about, bytes, sha256 };
        files.push(file);
        return file;
      },
    };
  };
  return {
    folder,
    files: () => [...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
    open,
    put: async (feedPath, about, text) => {
      const file = await open(feedPath, about);
      await file.write(text);
      return file.close();
    },
  };
}

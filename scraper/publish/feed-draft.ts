import { rename } from "node:fs/promises";
import path from "node:path";
import type { FeedFile } from "../../shared/feed/index-schema.ts";
import { type FeedFileWriter, linkFile, measureFile, openFeedFile } from "./feed-file-writer.ts";

/** A file of the draft; closing it enters it in the list of files. */
export interface DraftFile {
  /** Text is written as UTF-8. Bytes belong to the file from then on: they must not be changed any more. */
  write(content: string | Uint8Array): Promise<void>;
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
  /** Enters a file in the list that a library has written, by its path, into `folder`. */
  adopt(feedPath: string, about: { title: string; mediaType: string }): Promise<FeedFile>;
  /** Takes a file over from another feed, whose entry is given; it has been compared with its hash. */
  carry(otherFeed: string, file: FeedFile): Promise<void>;
  /** Enters a file that lies in `folder` already and is as its entry says. */
  enter(file: FeedFile): FeedFile;
}

export function startDraft(folder: string): FeedDraft {
  const files: FeedFile[] = [];
  const enter = (file: FeedFile): FeedFile => {
    files.push(file);
    return file;
  };
  const open: FeedDraft["open"] = async (feedPath, about) => {
    const writer: FeedFileWriter = await openFeedFile(path.join(folder, feedPath));
    return {
      write: (content) => writer.write(content),
      close: async (finalPath) => {
        const { bytes, sha256 } = await writer.close();
        const at = finalPath?.(sha256) ?? feedPath;
        if (at !== feedPath) await rename(path.join(folder, feedPath), path.join(folder, at));
        return enter({ path: at, ...about, bytes, sha256 });
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
    adopt: async (feedPath, about) =>
      enter({ path: feedPath, ...about, ...(await measureFile(path.join(folder, feedPath))) }),
    carry: async (otherFeed, file) => {
      await linkFile(path.join(otherFeed, file.path), path.join(folder, file.path));
      enter(file);
    },
    enter,
  };
}

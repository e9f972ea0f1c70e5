import { readdir } from "node:fs/promises";
import { describeError, errorCode, StopRunError } from "../errors.ts";

/** Whether a name, from the archive's folder, is one that its files have; no other is opened, whoever names it. */
export function isArchiveFile(name: string): boolean {
  return /^\d{4}\/[\w.-]+\.warc\.gz$/.test(name);
}

/** The files of an archive by name, which is by the instant at which they begin; from the archive's folder, with `/`. Throws `StopRunError` for a folder that cannot be read. */
export async function archiveFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true });
    return entries
      .map((entry) => entry.replaceAll("\\", "/"))
      .filter(isArchiveFile)
      .sort();
  } catch (cause) {
    throw new StopRunError(
      `${folder}: the archive cannot be read (${errorCode(cause) ?? describeError(cause)}). Name the folder that --archive was given.`,
      { cause },
    );
  }
}

import { createHash } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import PQueue from "p-queue";
import { describeError, errorCode, StopRunError } from "../errors.ts";

/** A file that grows by whole records. */
export interface AppendFile {
  /** Appends a record and gives back where it begins, once it is on the disk. Throws `StopRunError` where it cannot be written; then nothing of it stays. */
  append(record: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<number>;
  /** Appends a last record, made with the SHA-256 of all before it, and closes the file. After a failed `append` it only closes it. */
  end(last: (sha256: string) => Promise<Iterable<Uint8Array>>): Promise<void>;
}

/** Creates a file, its folder too. Throws `StopRunError` where that cannot be done. */
export async function createAppendFile(file: string): Promise<AppendFile> {
  const handle = await create(file);
  // One record after the other; while one is written, others may be waiting for the disk.
  const lane = new PQueue({ concurrency: 1 });
  const hash = createHash("sha256");
  let size = 0;
  let broken: StopRunError | undefined;

  const write = async (record: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
    if (broken) throw broken;
    const start = size;
    try {
      for await (const chunk of record) {
        await handle.appendFile(chunk);
        hash.update(chunk);
        size += chunk.byteLength;
      }
      return start;
    } catch (cause) {
      broken = cannotWrite(file, cause);
      // Where even that fails, the file ends with a record that is cut off, as after a kill.
      await handle.truncate(start).catch(() => undefined);
      throw broken;
    }
  };

  let syncing: Promise<void> = Promise.resolve();
  let nextSync: Promise<void> | undefined;
  /** Records that wait for the disk at one time go there together. */
  const sync = (): Promise<void> => {
    nextSync ??= syncing.then(() => {
      nextSync = undefined;
      syncing = handle.datasync().catch((cause: unknown) => {
        broken = cannotWrite(file, cause);
        throw broken;
      });
      return syncing;
    });
    return nextSync;
  };

  return {
    append: async (record) => {
      const start = await lane.add(() => write(record));
      await sync();
      return start;
    },
    end: (last) =>
      lane.add(async () => {
        try {
          if (broken) return;
          await write(await last(hash.copy().digest("hex")));
          await sync();
        } finally {
          broken ??= new StopRunError(`${file}: the run has ended; nothing is added to its file.`);
          await handle.close();
        }
      }),
  };
}

async function create(file: string) {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    return await open(file, "wx");
  } catch (cause) {
    throw cannotWrite(file, cause);
  }
}

/** What to do about a file of the archive that cannot be written. */
export function cannotWrite(file: string, cause: unknown): StopRunError {
  const code = errorCode(cause) ?? describeError(cause);
  const remedy = /ENOSPC|EDQUOT|EFBIG/.test(code)
    ? "Make room on the disk and run the command again; it goes on where it stopped."
    : `Make ${path.dirname(file)} writable, name another folder with --archive, or do without one with --no-archive.`;
  return new StopRunError(`${file}: the archive cannot be written (${code}). ${remedy}`, { cause });
}

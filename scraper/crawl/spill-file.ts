import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describeError, errorCode, StopRunError } from "../errors.ts";

/** A file for a moment, for what is too large for the memory and is needed twice. */
export interface SpillFile {
  write: (chunk: Uint8Array) => Promise<void>;
  /** What was written, from the beginning; may be called again. */
  read: () => AsyncIterable<Uint8Array>;
  remove(): Promise<void>;
}

/** Opens such a file in the system's folder for them. It and `write` throw `StopRunError` where nothing can be written there. */
export async function openSpillFile(): Promise<SpillFile> {
  const folder = await mkdtemp(path.join(tmpdir(), "compras-")).catch(stop);
  const file = path.join(folder, "document");
  const handle = await open(file, "wx").catch(stop);
  return {
    write: (chunk) => handle.appendFile(chunk).catch(stop),
    read: () => createReadStream(file),
    remove: async () => {
      await handle.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function stop(cause: unknown): never {
  throw new StopRunError(
    `${tmpdir()}: an attachment cannot be put down there (${errorCode(cause) ?? describeError(cause)}). Make room, or name another folder in TMPDIR.`,
    { cause },
  );
}

import { existsSync } from "node:fs";
import { access, constants, mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { feedPaths } from "../../shared/feed/paths.ts";
import { describeError, errorCode, StopRunError } from "../errors.ts";
import { HeldError, isHeld, lockFile } from "../store/file-lock.ts";
import { linkFile, syncToDisk } from "./feed-file-writer.ts";

/**
 * Gives the feed back its folder where a publish was killed between its two renames: the last feed then lies beside it as
 * `<out>.previous`. Called before anything that reads the feed. Whoever writes it just now does so itself.
 */
export async function recoverFeed(out: string): Promise<void> {
  if (existsSync(previousOf(out)) && !isHeld(lockFileOf(out))) await putBack(out);
}

/**
 * Makes an empty folder beside the feed to write the next one in, and has it written; what is left of it in the end is removed, and
 * so is what killed publishes left. Meanwhile no other process writes the feed: the lock is the file `<out>.lock`.
 *
 * Throws `StopRunError` where another process writes the feed, and where the place cannot be written, or holds something that is no
 * feed and must not be replaced.
 */
export async function withDraft<Written>(
  out: string,
  write: (draft: string) => Promise<Written>,
): Promise<Written> {
  const unlock = await explainPlace(out, () => takePlace(out));
  try {
    const draft = await explainPlace(out, () => makeDraft(out));
    try {
      return await write(draft);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  } finally {
    unlock();
  }
}

async function explainPlace<Result>(out: string, use: () => Promise<Result>): Promise<Result> {
  try {
    return await use();
  } catch (cause) {
    if (cause instanceof StopRunError) throw cause;
    throw new StopRunError(
      `${out}: the feed cannot be written there (${errorCode(cause) ?? describeError(cause)}). Make ${parentOf(out)} writable, or name another folder with --out.`,
      { cause },
    );
  }
}

/** Makes this process the only one that writes the feed, until the returned function is called or the process ends. */
async function takePlace(out: string): Promise<() => void> {
  await mkdir(parentOf(out), { recursive: true });
  await access(parentOf(out), constants.W_OK);
  try {
    return lockFile(lockFileOf(out), `writes ${path.resolve(out)}`);
  } catch (error) {
    if (!(error instanceof HeldError)) throw error;
    throw new StopRunError(
      `${out}: another publish (${error.who}) is writing this feed. Wait until it is done, or name another folder with --out.`,
      { cause: error },
    );
  }
}

async function makeDraft(out: string): Promise<string> {
  await putBack(out);
  await removeAbandonedDrafts(out);
  await refuseForeignFolder(out);
  const draft = `${path.resolve(out)}.new-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  return draft;
}

/** Puts the last feed back in its place. Only for whoever may write the feed. */
async function putBack(out: string): Promise<void> {
  const previous = previousOf(out);
  if (!existsSync(previous)) return;
  if (existsSync(out)) await rm(previous, { recursive: true, force: true });
  else await rename(previous, out);
}

/**
 * Puts a finished draft in the place of the feed. Whoever reads the feed sees the old one or the new one, never a mixture; if
 * this is killed between the renames, `recoverFeed` puts the old one back.
 */
export async function swapFeed(draft: string, out: string): Promise<void> {
  await syncFolders(draft);
  const previous = previousOf(out);
  await rm(previous, { recursive: true, force: true });
  if (existsSync(out)) await rename(out, previous);
  await rename(draft, out);
  await syncToDisk(path.dirname(path.resolve(out)));
  await rm(previous, { recursive: true, force: true });
}

/** Links every file of a folder into another one, but those at the paths of `except`. */
export async function linkFolder(
  from: string,
  to: string,
  except: readonly string[],
): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) continue;
    const file = path.relative(from, path.join(entry.parentPath, entry.name));
    if (except.includes(file)) continue;
    await linkFile(path.join(from, file), path.join(to, file));
  }
}

function parentOf(out: string): string {
  return path.dirname(path.resolve(out));
}

function previousOf(out: string): string {
  return `${path.resolve(out)}.previous`;
}

function lockFileOf(out: string): string {
  return `${path.resolve(out)}.lock`;
}

async function syncFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) await syncToDisk(path.join(entry.parentPath, entry.name));
  }
  await syncToDisk(folder);
}

/** Nobody but this process writes the feed, so every draft that is there is of one that was killed. */
async function removeAbandonedDrafts(out: string): Promise<void> {
  const prefix = `${path.basename(path.resolve(out))}.new-`;
  for (const name of await readdir(parentOf(out))) {
    if (!name.startsWith(prefix) || !/^\d+$/.test(name.slice(prefix.length))) continue;
    await rm(path.join(parentOf(out), name), { recursive: true, force: true });
  }
}

/** The folder is replaced whole, so a folder that holds anything but a feed is left alone. */
async function refuseForeignFolder(out: string): Promise<void> {
  if (!existsSync(out)) return;
  const names = await readdir(out).catch(() => undefined);
  if (names?.length === 0 || (names && (await isFeed(out)))) return;
  throw new StopRunError(
    `${out}: this exists and is no feed, and publishing would replace it. Name another folder with --out.`,
  );
}

async function isFeed(out: string): Promise<boolean> {
  try {
    const index: unknown = JSON.parse(await readFile(path.join(out, feedPaths.index), "utf8"));
    return z.object({ schemaVersion: z.number(), ocidPrefix: z.string() }).safeParse(index).success;
  } catch (error) {
    if (error instanceof SyntaxError || errorCode(error) !== undefined) return false;
    throw error;
  }
}

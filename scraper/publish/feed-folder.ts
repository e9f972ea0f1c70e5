import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { feedPaths } from "../../shared/feed/paths.ts";
import { describeError, errorCode, StopRunError } from "../errors.ts";
import { linkFile, syncToDisk } from "./feed-file-writer.ts";

/**
 * Gives the feed back its folder where a publish was killed between its two renames: the last feed then lies beside it as
 * `<out>.previous`. Called before anything that reads or replaces the feed.
 */
export async function recoverFeed(out: string): Promise<void> {
  const previous = previousOf(out);
  if (!existsSync(previous)) return;
  if (existsSync(out)) await rm(previous, { recursive: true, force: true });
  else await rename(previous, out);
}

/**
 * Makes an empty folder beside the feed to write the next one in, and removes those that killed publishes left. Throws
 * `StopRunError` where the place cannot be written, or holds something that is no feed and must not be replaced.
 */
export async function openDraftFolder(out: string): Promise<string> {
  const parent = path.dirname(path.resolve(out));
  try {
    await mkdir(parent, { recursive: true });
    await recoverFeed(out);
    await removeAbandonedDrafts(out, parent);
    await refuseForeignFolder(out);
    const draft = `${path.resolve(out)}.new-${process.pid}`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft);
    return draft;
  } catch (cause) {
    if (cause instanceof StopRunError) throw cause;
    throw new StopRunError(
      `${out}: the feed cannot be written there (${errorCode(cause) ?? describeError(cause)}). Make ${parent} writable, or name another folder with --out.`,
      { cause },
    );
  }
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

function previousOf(out: string): string {
  return `${path.resolve(out)}.previous`;
}

async function syncFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) await syncToDisk(path.join(entry.parentPath, entry.name));
  }
  await syncToDisk(folder);
}

/** A draft bears the number of the process that writes it. */
async function removeAbandonedDrafts(out: string, parent: string): Promise<void> {
  const prefix = `${path.basename(path.resolve(out))}.new-`;
  for (const name of await readdir(parent)) {
    const pid = Number(name.startsWith(prefix) ? name.slice(prefix.length) : Number.NaN);
    if (!Number.isInteger(pid) || (pid !== process.pid && isRunning(pid))) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
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

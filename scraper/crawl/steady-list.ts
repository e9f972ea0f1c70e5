import { describeError, RetryableFetchError } from "../errors.ts";
import type { PortalList } from "./list.ts";
import type { ListEntry } from "./list-entry.ts";

/** A list that was read until it stood still. */
export interface SteadyList extends PortalList {
  readings: number;
  /** Why it may lack procedures that are on the portal; absent where it does not. */
  doubt?: string;
}

/** A list that still changes after so many readings is taken as all of them together. */
const maxReadings = 4;

/**
 * Reads a list that may change while its pages are asked for. A row that is put in shifts others to a page that is read later, where they
 * are seen once more, which does no harm; one that is taken out shifts others to a page that was read before, where they are missed. So the
 * list is read again, until two readings have the same procedures, where a reading
 * states different totals, lacks a procedure that the list had before, or is so much of what nobody knows that it could lack anything.
 * One answer that has the whole list cannot change.
 *
 * What is new on it and missed is found by the next run. Where no two readings agree, or the portal does not answer any more, all that
 * was seen is on the list.
 *
 * @param read reads it once; the first reading is 1. @param known numbers of the procedures that the list had shown before.
 */
export async function readSteadyList(
  read: (reading: number) => Promise<PortalList>,
  known: ReadonlySet<string>,
): Promise<SteadyList> {
  let last = await read(1);
  if (!mayLack(last, known)) return { ...last, readings: 1 };
  const seen = new Map<string, ListEntry>();
  let { pages } = last;
  let readings = 1;
  let doubt = "it changed while it was read";
  while (readings < maxReadings) {
    for (const entry of last.entries) seen.set(entry.procedimiento.id, entry);
    const next = await read(readings + 1).catch(notAgain);
    if (next instanceof Error) {
      doubt = `it could not be read again: ${describeError(next)}`;
      break;
    }
    readings += 1;
    pages += next.pages;
    if (haveSame(last, next)) return { ...next, pages, readings };
    last = next;
  }
  for (const entry of last.entries) seen.set(entry.procedimiento.id, entry);
  return { ...last, entries: [...seen.values()], pages, readings, doubt };
}

function mayLack({ entries, hasParts, hasMoved }: PortalList, known: ReadonlySet<string>): boolean {
  if (!hasParts) return false;
  const found = entries.filter(({ procedimiento: { id } }) => known.has(id)).length;
  return hasMoved || found < known.size || found * 2 < entries.length;
}

function haveSame(a: PortalList, b: PortalList): boolean {
  const ids = new Set(a.entries.map(({ procedimiento }) => procedimiento.id));
  return (
    !b.hasMoved &&
    ids.size === b.entries.length &&
    b.entries.every(({ procedimiento }) => ids.has(procedimiento.id))
  );
}

function notAgain(error: unknown): RetryableFetchError {
  if (error instanceof RetryableFetchError) return error;
  throw error;
}

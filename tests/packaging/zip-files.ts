import { zipSync } from "fflate";

/** What a folder or a ZIP holds, by path with `/` between its parts. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * The time of every file in a ZIP, which keeps local time without its zone: the same digits in every zone. January of 1980,
 * where such times begin, is a day of 1979 for whoever takes them for UTC.
 */
const noTime = new Date(1980, 1, 1);

/** A ZIP that is the same to the byte whoever makes it, where and when: no times or modes of files, and no order but that of their names. */
export function zipFiles(files: Files): Uint8Array {
  const inOrder = [...files].sort(([first], [second]) => (first < second ? -1 : 1));
  return zipSync(Object.fromEntries(inOrder), { level: 9, mtime: noTime });
}

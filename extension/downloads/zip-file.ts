import { strToU8, Zip, ZipPassThrough } from "fflate";

/** A ZIP while it grows. Its files are stored as they are: PDF and Word files are packed already. */
export interface ZipFile {
  add(path: string, content: Uint8Array | string): void;
  /** The whole ZIP; nothing can be added then. */
  finish(): Blob;
}

/** Begins a ZIP. @param madeAt what its files state as their time. */
export function startZip(madeAt: Date): ZipFile {
  // Each piece is a blob of its own, which the browser may put on the disk.
  const parts: Blob[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    // The library makes no shared memory.
    parts.push(new Blob([chunk as Uint8Array<ArrayBuffer>]));
  });
  return {
    add(path, content) {
      const file = new ZipPassThrough(path);
      file.mtime = madeAt;
      zip.add(file);
      file.push(typeof content === "string" ? strToU8(content) : content, true);
    },
    finish() {
      zip.end();
      return new Blob(parts, { type: "application/zip" });
    },
  };
}

import { createHash } from "node:crypto";
import path from "node:path";
import { isAddress } from "./fetch-source.ts";
import type { SourceFile } from "./tables/sheet.ts";

/** A file as an import remembers it: its address, or its name without the folders of this machine, and the hash of what it holds. */
export function describeSource({ name, bytes }: SourceFile): { source: string; sha256: string } {
  return {
    source: isAddress(name) ? name : path.basename(name),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

import { maskPersonal } from "../../shared/mapping/mask-personal.ts";
import { openPayloadIndex } from "../archive/payload-index.ts";
import { readAnswer } from "../archive/read-answer.ts";
import type { Reporter } from "../reporter.ts";
import { filesWithoutText, type KeptFile, saveText } from "../store/document-texts.ts";
import type { Store } from "../store/open-store.ts";
import { openPdfReader, type ReadPages } from "./pdf-reader.ts";
import { type TextLimits, textLimits } from "./text-limits.ts";

interface TextTask {
  store: Store;
  /** Folder of the archive. */
  archive: string;
  reporter: Reporter;
  limits?: TextLimits;
  /** Ends it; what was read until then is kept. */
  signal?: AbortSignal | undefined;
}

/** How many files were looked at, by what came of each, and how many the archive does not hold. */
export type TextCounts = Partial<Record<ReadPages["state"], number>> & { notKept: number };

/**
 * Looks in the archive for the text of every attachment that was kept and not yet looked at, and keeps it in the store, without personal data.
 * One file that cannot be read is noted, and the others go on.
 */
export async function keepTexts(task: TextTask): Promise<TextCounts> {
  const { store, archive, reporter, limits = textLimits, signal } = task;
  const counts: TextCounts = { notKept: 0 };
  const index = await openPayloadIndex(archive);
  const reader = openPdfReader(limits);
  try {
    for (const file of filesWithoutText(store)) {
      signal?.throwIfAborted();
      const bytes = await bodyOf(file);
      if (bytes === undefined) {
        counts.notKept += 1;
        continue;
      }
      const { pages, ...read } = await reader.read(bytes);
      saveText(store, file.sha256, { ...read, ...(pages && { pages: pages.map(maskPersonal) }) });
      counts[read.state] = (counts[read.state] ?? 0) + 1;
      if (!quiet.has(read.state)) {
        reporter.warn("The text of an attachment cannot be read", { url: file.url, ...read });
      }
    }
    return counts;
  } finally {
    await reader.close();
    await index.close();
  }

  async function bodyOf({ url, sha256 }: KeptFile): Promise<Uint8Array | undefined> {
    const payload = await index.find(url, sha256);
    if (payload === undefined) return undefined;
    const { body } = await readAnswer(archive, payload, payload.recordId);
    return "content" in body ? body.content : undefined;
  }
}

/** What is nobody's fault. */
const quiet: ReadonlySet<ReadPages["state"]> = new Set(["text", "noText", "notPdf"]);

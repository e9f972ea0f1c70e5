import { parentPort } from "node:worker_threads";
import { getDocumentProxy, getResolvedPDFJS } from "unpdf";
import type { ReadPages } from "./pdf-reader.ts";
import type { TextLimits } from "./text-limits.ts";

interface Question {
  bytes: Uint8Array;
  limits: TextLimits;
}

/** The thread that reads PDFs, one after another; it says when it is ready. It knows nothing of the store: whatever a PDF does to it, only it ends. */
parentPort?.on("message", ({ bytes, limits }: Question) => {
  void readPages(bytes, limits).then((read) => parentPort?.postMessage(read));
});

// The library loads what it needs with the first file; that is not the file's time either.
await getResolvedPDFJS();
parentPort?.postMessage("ready");

async function readPages(bytes: Uint8Array, limits: TextLimits): Promise<ReadPages> {
  try {
    const document = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false });
    const pages: string[] = [];
    let left = limits.characters;
    const pageCount = document.numPages;
    for (let number = 1; number <= Math.min(pageCount, limits.pages) && left > 0; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = joinItems(items).slice(0, left);
      left -= text.length;
      pages.push(text);
      page.cleanup();
    }
    await document.loadingTask.destroy();
    if (pages.every((text) => text === "")) return { state: "noText" };
    return { state: "text", pages, isCut: pages.length < pageCount || left <= 0 };
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    return { state: isLocked ? "locked" : "damaged" };
  }
}

/** The text of a page: pieces of a line as they stand there, lines one below another, no more white space than that. */
function joinItems(items: readonly object[]): string {
  const pieces = items.flatMap((item) => {
    // Marks of a page's structure have no text.
    if (!("str" in item) || typeof item.str !== "string") return [];
    return "hasEOL" in item && item.hasEOL === true ? [item.str, "\n"] : [item.str];
  });
  return pieces
    .join("")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\n ]*/g, "\n")
    .trim();
}

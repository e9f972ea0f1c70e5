import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { DocumentText } from "../../shared/feed/process-texts.ts";
import { errorCode } from "../errors.ts";
import { type TextLimits, textLimits } from "./text-limits.ts";

/** What came of reading a PDF. */
export type ReadPages = Pick<DocumentText, "state" | "pages" | "isCut">;

/** Reads PDFs, one after another, in a thread of its own. */
export interface PdfReader {
  /** The text of each page. Whatever a file does, what became of it is told. The bytes belong to the reader from then on. */
  read(bytes: Uint8Array): Promise<ReadPages>;
  close(): Promise<void>;
}

/** Opens a reader. Its thread is begun with the first file, and anew after one that it did not survive. */
export function openPdfReader(limits: TextLimits = textLimits): PdfReader {
  let thread: Worker | undefined;
  const end = async (): Promise<void> => {
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  };
  const ask = async (bytes: Uint8Array): Promise<ReadPages> => {
    thread ??= await startThread(limits);
    const asked = thread;
    return new Promise((resolve) => {
      const settle = (read: ReadPages): void => {
        clearTimeout(timer);
        asked.off("message", settle).off("error", onError).off("exit", onExit);
        resolve(read);
      };
      const giveUp = (state: ReadPages["state"]): void => {
        settle({ state });
        void end();
      };
      const onError = (error: Error): void => {
        const isFull = errorCode(error) === "ERR_WORKER_OUT_OF_MEMORY";
        giveUp(isFull ? "tooLarge" : "damaged");
      };
      const onExit = (): void => giveUp("damaged");
      const timer = setTimeout(() => giveUp("tooLong"), limits.timeoutMs);
      asked.on("message", settle).on("error", onError).on("exit", onExit);
      // A copy: the buffer may hold other bytes too.
      const own = new Uint8Array(bytes);
      asked.postMessage({ bytes: own, limits }, [own.buffer]);
    });
  };
  return {
    async read(bytes) {
      if (!isPdf(bytes)) return { state: "notPdf" };
      return bytes.length > limits.bytes ? { state: "tooLarge" } : ask(bytes);
    },
    close: end,
  };
}

/** Starts a thread, and waits until it can read: that is not the file's time. */
async function startThread({ memoryMb }: TextLimits): Promise<Worker> {
  const thread = new Worker(new URL("pdf-worker.js", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    // What the library has to say of a file is said by its state.
    stdout: true,
    stderr: true,
  });
  await once(thread, "message");
  return thread;
}

/** As programs that show PDFs do, the sign is looked for in the first kilobyte. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes(
    "%PDF-",
  );
}

import type { Writable } from "node:stream";

/**
 * What writes to the head of a pipeline. Each write returns once the stream has taken the content, and throws what the pipeline failed
 * with, such as a full disk, where it did. Until a write, a failure counts as handled.
 *
 * @param written settles with the pipeline.
 */
export function writeInto(
  head: Writable,
  written: Promise<void>,
): (content: string | Uint8Array) => Promise<void> {
  // A stream that is destroyed never answers a write that waits for room, so the pipeline answers in its place.
  let refuse: (reason: unknown) => void = () => undefined;
  written.catch((error: unknown) => refuse(error));
  return (content) =>
    new Promise((resolve, reject) => {
      refuse = reject;
      head.write(content, (error) => {
        // The stream may know no more than that it was destroyed.
        if (error) written.then(() => reject(error), reject);
        else resolve();
      });
    });
}

import type { Transport } from "../crawl/transport.ts";
import { RetryableFetchError } from "../errors.ts";
import type { AnswerPlace } from "./asked-addresses.ts";
import { earliestFirst } from "./earliest-first.ts";
import { readAnswer } from "./read-answer.ts";

/**
 * Answers as a file of the archive says that the portal did, without waiting. An address that is not in the file is answered with
 * `RetryableFetchError`: then as now, nothing came of it.
 *
 * @param asked answers by address; what is given out is taken from it.
 * @param onAnswer is told when each answer was received.
 */
export function archiveTransport(
  folder: string,
  asked: ReadonlyMap<string, AnswerPlace[]>,
  onAnswer: (receivedAt: Date) => void,
): Transport {
  const answersTo = (address: string) => asked.get(new URL(address).href) ?? [];
  const passGate = earliestFirst();
  return {
    send: async ({ url, address }) => {
      const place = answersTo(address).shift();
      const missing = () => new RetryableFetchError(`GET ${url.href}: not in the archive.`);
      if (place === undefined) throw missing();
      // Requests in flight at one time are answered in the order of then, so that all is found in that order.
      return passGate(place.offset, async () => {
        const answer = await readAnswer(folder, place, place.recordId);
        if (answer.url !== url.href) throw missing();
        onAnswer(answer.receivedAt);
        return answer;
      });
    },
    mayAskIfChanged: async () => true,
    mayTryAgain: (address) => answersTo(address).length > 0,
    easeOff: () => undefined,
    slowDown: () => undefined,
    close: async () => undefined,
  };
}

import { useLayoutEffect, useState } from "react";
import { ask, type Conversations } from "../messages.ts";
import { onReturn } from "../page/on-return.ts";
import { onCorpusChange, onLook } from "../settings.ts";

/** The latest answer, the question that it answers, or why there is none. */
export interface Answered<Answer, Question = unknown> {
  answer?: Answer;
  /** While a newer one is asked, still that of the answer. */
  question?: Question;
  failure?: string;
}

/**
 * Asks the worker, and asks again whenever the question or what the worker knows changes, and when someone comes back to the page after a
 * while; what is the user's, whenever some news of it was looked at too. The last answer stays until the next
 * one is here; an answer that was overtaken by a newer question is dropped.
 *
 * @param question undefined while there is nothing to ask yet.
 */
export function useAnswer<
  K extends
    | "search"
    | "partidas"
    | "suppliers"
    | "process"
    | "documents"
    | "documentText"
    | "similar"
    | "awards"
    | "supplier"
    | "buyer"
    | "buyerOverview"
    | "marks"
    | "mine"
    | "status"
    | "month"
    | "subscriptions",
>(
  topic: K,
  question: Conversations[K]["ask"] | undefined,
): Answered<Conversations[K]["answer"], Conversations[K]["ask"]> {
  const [answered, setAnswered] = useState<
    Answered<Conversations[K]["answer"], Conversations[K]["ask"]>
  >({});
  const key = JSON.stringify(question);
  // At once, and not when the frame is drawn: the worker answers meanwhile.
  useLayoutEffect(() => {
    if (key === undefined) return;
    const controller = new AbortController();
    const { signal } = controller;
    const put = (): void => {
      // The key is the question's own JSON.
      const asked = JSON.parse(key) as Conversations[K]["ask"];
      ask(topic, asked).then(
        (answer) => {
          if (!signal.aborted) setAnswered({ answer, question: asked });
        },
        (error: unknown) => {
          if (!signal.aborted) setAnswered((before) => ({ ...before, failure: String(error) }));
        },
      );
    };
    onCorpusChange(signal, put);
    onReturn(signal, put);
    if (topic === "mine") onLook(signal, put);
    put();
    return () => controller.abort();
  }, [topic, key]);
  return answered;
}

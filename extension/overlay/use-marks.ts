import { useMemo } from "react";
import type { Mark } from "../personal/conversations.ts";
import { useAnswer } from "./use-answer.ts";

/** What is the user's of some procedures, by the portal's number; empty until it is known. The same map until there is another answer. */
export function useMarks(ids: readonly string[]): ReadonlyMap<string, Mark> {
  const { answer } = useAnswer("marks", ids.length > 0 ? { ids: [...ids] } : undefined);
  return useMemo(() => new Map(answer?.marks.map((mark) => [mark.id, mark])), [answer]);
}

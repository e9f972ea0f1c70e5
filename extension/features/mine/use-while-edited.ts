import { type FocusEvent, useRef, useState } from "react";
import type { Follow } from "../../../shared/monitor/personal.ts";
import { focusedBeside } from "../../overlay/use-focus-kept.ts";

/** The follows to show, and what each one's card listens to. */
export interface WhileEdited {
  shown: readonly Follow[];
  watchCard: (id: string) => {
    onFocus: (event: FocusEvent<HTMLElement>) => void;
    onBlur: (event: FocusEvent<HTMLElement>) => void;
  };
}

/**
 * What is followed, and beside it the one in whose card the user still is, though nothing of it is left: a note that is emptied to be
 * written anew must not take its field away.
 */
export function useWhileEdited(follows: readonly Follow[]): WhileEdited {
  const [edited, setEdited] = useState<string>();
  const last = useRef(follows);
  const isGone = !follows.some(({ id }) => id === edited);
  const gone = isGone ? last.current.find(({ id }) => id === edited) : undefined;
  const shown = gone === undefined ? follows : insertBlank(follows, gone);
  last.current = shown;
  return {
    shown,
    watchCard: (id) => ({
      onFocus: ({ target }) => {
        if (target.matches("textarea, select")) setEdited(id);
      },
      onBlur: ({ currentTarget, relatedTarget }) => {
        // Another window in front leaves the focus where it is.
        const next = relatedTarget ?? focusedBeside(currentTarget) ?? null;
        if (!currentTarget.contains(next)) setEdited(undefined);
      },
    }),
  };
}

/** Follows with one more, of which nothing is kept, in the order in which the database has them. */
function insertBlank(follows: readonly Follow[], { status: _, ...gone }: Follow): Follow[] {
  const blank: Follow = { ...gone, isFavourite: false, note: "" };
  return [...follows, blank].sort((a, b) => (a.id < b.id ? -1 : 1));
}

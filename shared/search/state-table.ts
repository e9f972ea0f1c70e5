import { type TenderState, tenderStates } from "./filter.ts";

/** The state of every row as its number in `tenderStates`, kept up to date as calls close. */
export interface StateTable {
  /** Changed in place by `statesAt`. */
  stateOf: Uint8Array;
  openUntilMs: Float64Array;
  /** For what instants `stateOf` holds: from the first on, and before the second. */
  holdsFrom: number;
  holdsUntil: number;
}

export function startStates(openUntilMs: Float64Array): StateTable {
  return {
    stateOf: new Uint8Array(openUntilMs.length),
    openUntilMs,
    holdsFrom: Number.POSITIVE_INFINITY,
    holdsUntil: Number.NEGATIVE_INFINITY,
  };
}

const numberOf = (state: TenderState): number => tenderStates.indexOf(state);
const [open, closed, undated] = [numberOf("open"), numberOf("closed"), numberOf("undated")];

/** The states at an instant. Between the closing of one call and that of the next they stay, and cost nothing. */
export function statesAt(table: StateTable, nowMs: number): Uint8Array {
  const { stateOf, openUntilMs } = table;
  if (nowMs >= table.holdsFrom && nowMs < table.holdsUntil) return stateOf;
  let lastClosed = Number.NEGATIVE_INFINITY;
  let nextToClose = Number.POSITIVE_INFINITY;
  for (let row = 0; row < stateOf.length; row += 1) {
    const until = openUntilMs[row] as number; // As long as the states.
    if (Number.isNaN(until)) stateOf[row] = undated;
    else if (nowMs <= until) {
      stateOf[row] = open;
      if (until < nextToClose) nextToClose = until;
    } else {
      stateOf[row] = closed;
      if (until > lastClosed) lastClosed = until;
    }
  }
  // A call is open at its last instant: it closes one millisecond later.
  table.holdsFrom = lastClosed + 1;
  table.holdsUntil = nextToClose + 1;
  return stateOf;
}

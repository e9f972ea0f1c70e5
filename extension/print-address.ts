import { decodeFilter, encodeFilter } from "../shared/search/filter.ts";
import type { RowChoice } from "./take-messages.ts";

const pickedName = "elegida";

/** Where rows can be printed: the choice stands behind the `#`, so that the page can be loaded again. */
export function printAddress({ filter, picked }: RowChoice): string {
  const parameters = new URLSearchParams(encodeFilter(filter));
  for (const id of picked ?? []) parameters.append(pickedName, id); // Absent where all that the filter finds is meant.
  return `${chrome.runtime.getURL("tabs/print.html")}#${parameters}`;
}

/** The choice that the address of a page for printing carries. */
export function choiceOfAddress(hash: string): RowChoice {
  const text = hash.slice(1);
  const picked = new URLSearchParams(text).getAll(pickedName);
  return { filter: decodeFilter(text), ...(picked.length > 0 && { picked }) };
}

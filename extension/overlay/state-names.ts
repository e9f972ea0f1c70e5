import type { TenderState } from "../../shared/search/filter.ts";
import type { MessageName } from "./i18n.ts";

/** What a procedure's state is called: in the filter and on each result alike. */
export const stateNames: Readonly<Record<TenderState, MessageName>> = {
  open: "stateOpen",
  closed: "stateClosed",
  undated: "stateUndated",
};

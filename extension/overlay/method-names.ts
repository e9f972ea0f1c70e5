import type { MethodChoice } from "../../shared/search/filter.ts";
import type { MessageName } from "./i18n.ts";

/** What a kind of procedure is called: in the filter and of a buyer alike. */
export const methodNames: Readonly<Record<MethodChoice, MessageName>> = {
  open: "methodOpen",
  selective: "methodSelective",
  limited: "methodLimited",
  direct: "methodDirect",
  unknown: "methodUnknown",
};

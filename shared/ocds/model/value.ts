import { codelists } from "../codelists.ts";
import { Amount, code } from "./field.ts";
import { object } from "./object.ts";

export const Value = object({
  amount: Amount.nullish(),
  currency: code(codelists.currency).nullish(),
});

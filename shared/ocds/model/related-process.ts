import { codelists } from "../codelists.ts";
import { code, list, Text, Uri } from "./field.ts";
import { object } from "./object.ts";

export const RelatedProcess = object({
  id: Text.optional(),
  relationship: list(code(codelists.relatedProcess)).nullish(),
  title: Text.nullish(),
  scheme: code(codelists.relatedProcessScheme).nullish(),
  identifier: Text.nullish(),
  uri: Uri.nullish(),
});

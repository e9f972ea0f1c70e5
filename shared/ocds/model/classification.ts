import { codelists } from "../codelists.ts";
import { code, Text, TextOrInteger, Uri } from "./field.ts";
import { object } from "./object.ts";

export const Classification = object(
  {
    scheme: code(codelists.itemClassificationScheme).nullish(),
    id: TextOrInteger.nullish(),
    description: Text.nullish(),
    uri: Uri.nullish(),
  },
  "description",
);

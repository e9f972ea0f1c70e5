import { Text, TextOrInteger, Uri } from "./field.ts";
import { object } from "./object.ts";

export const Identifier = object(
  {
    scheme: Text.nullish(),
    id: TextOrInteger.nullish(),
    legalName: Text.nullish(),
    uri: Uri.nullish(),
  },
  "legalName",
);

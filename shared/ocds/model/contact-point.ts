import { Text, Uri } from "./field.ts";
import { object } from "./object.ts";

export const ContactPoint = object(
  {
    name: Text.nullish(),
    email: Text.nullish(),
    telephone: Text.nullish(),
    faxNumber: Text.nullish(),
    url: Uri.nullish(),
  },
  "name",
);

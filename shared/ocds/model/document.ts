import { codelists } from "../codelists.ts";
import { code, DateTime, Text, TextOrInteger, Uri } from "./field.ts";
import { object } from "./object.ts";

export const Document = object(
  {
    id: TextOrInteger,
    documentType: code(codelists.documentType).nullish(),
    title: Text.nullish(),
    description: Text.nullish(),
    url: Uri.nullish(),
    datePublished: DateTime.nullish(),
    dateModified: DateTime.nullish(),
    /** The media type, for instance `application/pdf`. */
    format: Text.nullish(),
    language: Text.nullish(),
  },
  "title",
  "description",
);

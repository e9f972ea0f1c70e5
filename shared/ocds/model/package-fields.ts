import * as z from "zod";
import { DateTime, list, Text, Uri } from "./field.ts";
import { object } from "./object.ts";

/** The fields at the head of every package. */
export const packageFields = {
  uri: Uri,
  /** Of OCDS, with major and minor number: `1.1`. */
  version: z.string().regex(/^\d+\.\d+$/, "not a version such as 1.1"),
  /** Addresses of `extension.json`, one for each extension in use. */
  extensions: list(Uri).optional(),
  publishedDate: DateTime,
  publisher: object({
    name: Text,
    scheme: Text.nullish(),
    uid: Text.nullish(),
    uri: Uri.nullish(),
  }),
  license: Uri.nullish(),
  publicationPolicy: Uri.nullish(),
};

import * as z from "zod";
import { DateTime, list, Text } from "./field.ts";
import { object } from "./object.ts";

const Change = object({
  property: Text.optional(),
  former_value: z
    .union(
      [z.string(), z.number(), z.array(z.unknown()), z.record(z.string(), z.unknown())],
      "expected a text, a number, a list or an object",
    )
    .nullish(),
});

export const Amendment = object(
  {
    id: Text.nullish(),
    date: DateTime.nullish(),
    rationale: Text.nullish(),
    description: Text.nullish(),
    amendsReleaseID: Text.nullish(),
    releaseID: Text.nullish(),
    /** Deprecated. */
    changes: list(Change).optional(),
  },
  "rationale",
);

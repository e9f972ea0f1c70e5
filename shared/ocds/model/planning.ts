import { Document } from "./document.ts";
import { list, Text, TextOrInteger, Uri } from "./field.ts";
import { Milestone } from "./milestone.ts";
import { object } from "./object.ts";
import { Value } from "./value.ts";

const Budget = object(
  {
    id: TextOrInteger.nullish(),
    description: Text.nullish(),
    amount: Value.optional(),
    project: Text.nullish(),
    projectID: TextOrInteger.nullish(),
    uri: Uri.nullish(),
    /** Deprecated. */
    source: Uri.nullish(),
  },
  "source",
  "description",
  "project",
);

export const Planning = object(
  {
    rationale: Text.nullish(),
    budget: Budget.optional(),
    documents: list(Document).optional(),
    milestones: list(Milestone).optional(),
  },
  "rationale",
);

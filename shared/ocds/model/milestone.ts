import { codelists } from "../codelists.ts";
import { Document } from "./document.ts";
import { code, DateTime, Text, TextOrInteger, uniqueList } from "./field.ts";
import { object } from "./object.ts";

export const Milestone = object(
  {
    id: TextOrInteger,
    title: Text.nullish(),
    type: code(codelists.milestoneType).nullish(),
    description: Text.nullish(),
    code: Text.nullish(),
    dueDate: DateTime.nullish(),
    dateMet: DateTime.nullish(),
    dateModified: DateTime.nullish(),
    status: code(codelists.milestoneStatus).nullish(),
    /** Deprecated. */
    documents: uniqueList(Document).optional(),
  },
  "title",
  "description",
);

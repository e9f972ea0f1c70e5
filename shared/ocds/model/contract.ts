import { codelists } from "../codelists.ts";
import { Amendment } from "./amendment.ts";
import { Document } from "./document.ts";
import { code, DateTime, list, Text, TextOrInteger, uniqueList } from "./field.ts";
import { Implementation } from "./implementation.ts";
import { Item } from "./item.ts";
import { Milestone } from "./milestone.ts";
import { object } from "./object.ts";
import { Period } from "./period.ts";
import { RelatedProcess } from "./related-process.ts";
import { Value } from "./value.ts";

export const Contract = object(
  {
    id: TextOrInteger,
    awardID: TextOrInteger,
    title: Text.nullish(),
    description: Text.nullish(),
    status: code(codelists.contractStatus).nullish(),
    period: Period.optional(),
    value: Value.optional(),
    items: uniqueList(Item).optional(),
    dateSigned: DateTime.nullish(),
    documents: uniqueList(Document).optional(),
    implementation: Implementation.optional(),
    relatedProcesses: uniqueList(RelatedProcess).optional(),
    milestones: list(Milestone).optional(),
    amendments: list(Amendment).optional(),
    /** Deprecated. */
    amendment: Amendment.optional(),
  },
  "title",
  "description",
);

import { codelists } from "../codelists.ts";
import { Amendment } from "./amendment.ts";
import { Document } from "./document.ts";
import { code, DateTime, list, Text, TextOrInteger, uniqueList } from "./field.ts";
import { Item } from "./item.ts";
import { object } from "./object.ts";
import { OrganizationReference } from "./organization-reference.ts";
import { Period } from "./period.ts";
import { Value } from "./value.ts";

export const Award = object(
  {
    id: TextOrInteger,
    title: Text.nullish(),
    description: Text.nullish(),
    status: code(codelists.awardStatus).nullish(),
    date: DateTime.nullish(),
    value: Value.optional(),
    suppliers: uniqueList(OrganizationReference).optional(),
    items: uniqueList(Item).optional(),
    contractPeriod: Period.optional(),
    documents: uniqueList(Document).optional(),
    amendments: list(Amendment).optional(),
    /** Deprecated. */
    amendment: Amendment.optional(),
    /** Extension bids: the `id` of the bid that won. */
    relatedBid: Text.nullish(),
  },
  "title",
  "description",
);

import { codelists } from "../codelists.ts";
import { Document } from "./document.ts";
import { Amount, code, DateTime, list, Text, uniqueList } from "./field.ts";
import { object } from "./object.ts";
import { OrganizationReference } from "./organization-reference.ts";
import { Value } from "./value.ts";

const BidsStatistic = object({
  id: Text,
  measure: code(codelists.bidStatistics),
  date: DateTime.nullish(),
  value: Amount,
  currency: code(codelists.currency).nullish(),
  notes: Text.nullish(),
  relatedLot: Text.nullish(),
});

const Bid = object({
  id: Text,
  date: DateTime.nullish(),
  status: code(codelists.bidStatus).nullish(),
  tenderers: list(OrganizationReference).optional(),
  value: Value.optional(),
  documents: uniqueList(Document).optional(),
});

/** Extension bids v1.1.5. */
export const Bids = object({
  statistics: list(BidsStatistic).optional(),
  details: list(Bid).optional(),
});

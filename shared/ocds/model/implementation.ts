import { Document } from "./document.ts";
import { DateTime, TextOrInteger, Uri, uniqueList } from "./field.ts";
import { Identifier } from "./identifier.ts";
import { Milestone } from "./milestone.ts";
import { object } from "./object.ts";
import { OrganizationReference } from "./organization-reference.ts";
import { Value } from "./value.ts";

/** A payment. The last three fields are deprecated. */
const Transaction = object({
  id: TextOrInteger,
  source: Uri.nullish(),
  date: DateTime.nullish(),
  value: Value.optional(),
  payer: OrganizationReference.optional(),
  payee: OrganizationReference.optional(),
  uri: Uri.nullish(),
  amount: Value.optional(),
  providerOrganization: Identifier.optional(),
  receiverOrganization: Identifier.optional(),
});

/** What became of a contract. */
export const Implementation = object({
  transactions: uniqueList(Transaction).optional(),
  milestones: uniqueList(Milestone).optional(),
  documents: uniqueList(Document).optional(),
});

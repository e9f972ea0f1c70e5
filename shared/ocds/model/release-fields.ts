import { codelists } from "../codelists.ts";
import { Award } from "./award.ts";
import { Bids } from "./bids.ts";
import { Contract } from "./contract.ts";
import { code, DateTime, Text, uniqueList } from "./field.ts";
import { Organization } from "./organization.ts";
import { OrganizationReference } from "./organization-reference.ts";
import { Planning } from "./planning.ts";
import { RelatedProcess } from "./related-process.ts";
import { TenderChange } from "./tender-change.ts";

/** The fields that releases and compiled releases share: all but `tag`. */
export const releaseFields = {
  ocid: Text,
  id: Text,
  date: DateTime,
  initiationType: code(codelists.initiationType),
  language: Text.nullish(),
  parties: uniqueList(Organization).optional(),
  buyer: OrganizationReference.optional(),
  planning: Planning.optional(),
  tender: TenderChange.optional(),
  bids: Bids.optional(),
  awards: uniqueList(Award).optional(),
  contracts: uniqueList(Contract).optional(),
  relatedProcesses: uniqueList(RelatedProcess).optional(),
};

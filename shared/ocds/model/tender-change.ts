import * as z from "zod";
import { codelists } from "../codelists.ts";
import { Address } from "./address.ts";
import { Amendment } from "./amendment.ts";
import { Document } from "./document.ts";
import { code, DateTime, Integer, list, Text, TextOrInteger, uniqueList } from "./field.ts";
import { Item } from "./item.ts";
import { Location } from "./location.ts";
import { Milestone } from "./milestone.ts";
import { object } from "./object.ts";
import { OrganizationReference } from "./organization-reference.ts";
import { Period } from "./period.ts";
import { Value } from "./value.ts";

/** Extension bidOpening. */
const BidOpening = object({
  date: DateTime.nullish(),
  location: Location.optional(),
  address: Address.optional(),
  description: Text.nullish(),
});

/** Extension clarificationMeetings. */
const ClarificationMeeting = object(
  {
    id: TextOrInteger,
    date: DateTime.nullish(),
    attendees: list(OrganizationReference).optional(),
    officials: list(OrganizationReference).optional(),
  },
  // The extension allows for descriptions in other languages only.
  "description",
);

/** The process from the call to the ruling, in a release. */
export const TenderChange = object(
  {
    id: TextOrInteger,
    title: Text.nullish(),
    description: Text.nullish(),
    status: code(codelists.tenderStatus).nullish(),
    procuringEntity: OrganizationReference.optional(),
    items: uniqueList(Item).optional(),
    value: Value.optional(),
    minValue: Value.optional(),
    procurementMethod: code(codelists.method).nullish(),
    procurementMethodDetails: Text.nullish(),
    procurementMethodRationale: Text.nullish(),
    mainProcurementCategory: code(codelists.procurementCategory).nullish(),
    additionalProcurementCategories: list(code(codelists.extendedProcurementCategory)).nullish(),
    awardCriteria: code(codelists.awardCriteria).nullish(),
    awardCriteriaDetails: Text.nullish(),
    submissionMethod: list(code(codelists.submissionMethod)).nullish(),
    submissionMethodDetails: Text.nullish(),
    tenderPeriod: Period.optional(),
    enquiryPeriod: Period.optional(),
    hasEnquiries: z.boolean().nullish(),
    eligibilityCriteria: Text.nullish(),
    awardPeriod: Period.optional(),
    contractPeriod: Period.optional(),
    numberOfTenderers: Integer.nullish(),
    tenderers: uniqueList(OrganizationReference).optional(),
    documents: list(Document).optional(),
    milestones: list(Milestone).optional(),
    amendments: list(Amendment).optional(),
    /** Deprecated. */
    amendment: Amendment.optional(),
    bidOpening: BidOpening.optional(),
    clarificationMeetings: list(ClarificationMeeting).optional(),
  },
  "title",
  "description",
  "procurementMethodRationale",
  "awardCriteriaDetails",
  "submissionMethodDetails",
  "eligibilityCriteria",
);

/** The codes of OCDS 1.1.5's codelists that can stand in what this project publishes. */

/** `tenderStatus`, closed. */
export const tenderStatuses = [
  "planning",
  "planned",
  "active",
  "cancelled",
  "unsuccessful",
  "complete",
  "withdrawn",
] as const;

/** `method`, closed. */
export const procurementMethods = ["open", "selective", "limited", "direct"] as const;

/** `procurementCategory`, closed. */
export const mainProcurementCategories = ["goods", "works", "services"] as const;

/** `releaseTag`, closed. `compiled` belongs to compiled releases alone. */
export const releaseTags = [
  "planning",
  "planningUpdate",
  "tender",
  "tenderAmendment",
  "tenderUpdate",
  "tenderCancellation",
  "award",
  "awardUpdate",
  "awardCancellation",
  "contract",
  "contractUpdate",
  "contractAmendment",
  "implementation",
  "implementationUpdate",
  "contractTermination",
] as const;

/** `partyRole`, open; the codes used here. */
export const partyRoles = ["buyer", "procuringEntity"] as const;

/** `documentType`, open; the codes used here. */
export const documentTypes = [
  "tenderNotice",
  "biddingDocuments",
  "clarifications",
  "openingOfProposals",
  "evaluationReports",
  "awardNotice",
  "contractDraft",
  "contractSigned",
  "contractAnnexe",
] as const;

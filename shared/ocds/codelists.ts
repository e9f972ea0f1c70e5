import { currencies } from "./currencies.ts";

/** Codes for a field. A code outside a closed list is a fault; beside the codes of an open list any other text may stand. */
export interface Codelist<Code extends string, IsOpen extends boolean = boolean> {
  isOpen: IsOpen;
  codes: readonly Code[];
}

export const tenderStatuses = [
  "planning",
  "planned",
  "active",
  "cancelled",
  "unsuccessful",
  "complete",
  "withdrawn",
] as const;

export const procurementMethods = ["open", "selective", "limited", "direct"] as const;

export const mainProcurementCategories = ["goods", "works", "services"] as const;

/** What a release may say of itself; `compiled`, the last code of `releaseTag`, belongs to compiled releases alone. */
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

/** The standard's codes, then one of this project's own: the record of the opening of proposals has no code in OCDS. */
export const documentTypes = [
  "plannedProcurementNotice",
  "tenderNotice",
  "awardNotice",
  "contractNotice",
  "completionCertificate",
  "procurementPlan",
  "biddingDocuments",
  "technicalSpecifications",
  "evaluationCriteria",
  "evaluationReports",
  "contractDraft",
  "contractSigned",
  "contractArrangements",
  "contractSchedule",
  "physicalProgressReport",
  "financialProgressReport",
  "finalAudit",
  "hearingNotice",
  "marketStudies",
  "eligibilityCriteria",
  "clarifications",
  "shortlistedFirms",
  "environmentalImpact",
  "assetAndLiabilityAssessment",
  "riskProvisions",
  "winningBid",
  "complaints",
  "contractAnnexe",
  "contractGuarantees",
  "subContract",
  "needsAssessment",
  "feasibilityStudy",
  "projectPlan",
  "billOfQuantity",
  "bidders",
  "conflictOfInterest",
  "debarments",
  "illustration",
  "submissionDocuments",
  "contractSummary",
  "cancellationDetails",
  "openingOfProposals",
] as const;

/** The codelists of OCDS 1.1.5 and of the known extensions, by their names without `.csv`, each with all its codes. */
export const codelists = {
  awardCriteria: {
    isOpen: true,
    codes: [
      "priceOnly",
      "costOnly",
      "qualityOnly",
      "ratedCriteria",
      "lowestCost",
      "bestProposal",
      "bestValueToGovernment",
      "singleBidOnly",
    ],
  },
  awardStatus: { isOpen: false, codes: ["pending", "active", "cancelled", "unsuccessful"] },
  /** Extension bids. */
  bidStatistics: {
    isOpen: true,
    codes: [
      "requests",
      "bids",
      "validBids",
      "lowestValidBidValue",
      "highestValidBidValue",
      "bidders",
      "qualifiedBidders",
      "disqualifiedBidders",
      "electronicBids",
      "smeBids",
      "foreignBids",
      "foreignBidsFromEU",
      "foreignBidsFromNonEU",
      "tendersAbnormallyLow",
    ],
  },
  /** Extension bids. */
  bidStatus: { isOpen: false, codes: ["invited", "pending", "valid", "disqualified", "withdrawn"] },
  contractStatus: { isOpen: false, codes: ["pending", "active", "cancelled", "terminated"] },
  currency: { isOpen: false, codes: currencies },
  documentType: { isOpen: true, codes: documentTypes },
  extendedProcurementCategory: {
    isOpen: true,
    codes: ["goods", "works", "services", "consultingServices"],
  },
  /** Extension location, which bidOpening builds on. */
  geometryType: {
    isOpen: false,
    codes: ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"],
  },
  initiationType: { isOpen: false, codes: ["tender"] },
  itemClassificationScheme: {
    isOpen: true,
    codes: ["CPV", "CPVS", "GSIN", "UNSPSC", "CPC", "OKDP", "OKPD", "CUCOP", "NAICS", "PSC", "HS"],
  },
  /** Extension location, which bidOpening builds on. */
  locationGazetteers: { isOpen: true, codes: ["NUTS", "ISO2", "GEONAMES", "OSMN", "OSMR", "OSMW"] },
  method: { isOpen: false, codes: procurementMethods },
  milestoneStatus: { isOpen: false, codes: ["scheduled", "met", "notMet", "partiallyMet"] },
  milestoneType: {
    isOpen: true,
    codes: [
      "preProcurement",
      "approval",
      "engagement",
      "assessment",
      "delivery",
      "reporting",
      "financing",
      "payment",
    ],
  },
  /** The last two come from the extension clarificationMeetings. */
  partyRole: {
    isOpen: true,
    codes: [
      "buyer",
      "procuringEntity",
      "supplier",
      "tenderer",
      "funder",
      "enquirer",
      "payer",
      "payee",
      "reviewBody",
      "interestedParty",
      "attendee",
      "official",
    ],
  },
  procurementCategory: { isOpen: false, codes: mainProcurementCategories },
  relatedProcess: {
    isOpen: true,
    codes: [
      "framework",
      "planning",
      "parent",
      "prior",
      "unsuccessfulProcess",
      "subContract",
      "replacementProcess",
      "renewalProcess",
    ],
  },
  relatedProcessScheme: { isOpen: true, codes: ["ocid"] },
  releaseTag: { isOpen: false, codes: [...releaseTags, "compiled"] },
  submissionMethod: {
    isOpen: true,
    codes: ["electronicSubmission", "electronicAuction", "written", "inPerson"],
  },
  tenderStatus: { isOpen: false, codes: tenderStatuses },
  unitClassificationScheme: { isOpen: true, codes: ["UNCEFACT", "QUDT"] },
} as const satisfies Record<string, Codelist<string>>;

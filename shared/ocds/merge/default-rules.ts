import { buildMergeRules, type MergeRules, type MergeRuleTable } from "./rules.ts";

/**
 * The merge rules of OCDS 1.1.5 with the extensions that this project declares, as paths: derived from the official release
 * schema and its patches by `readMergeRules`. A test derives them again where it finds those schemas, and prints what to put here.
 */
export const defaultMergeRuleTable: MergeRuleTable = {
  omit: ["date", "id", "tag"],
  whole: [
    "awards/amendment/changes",
    "awards/amendments/changes",
    "awards/items/additionalClassifications",
    "awards/suppliers/additionalIdentifiers",
    "buyer/additionalIdentifiers",
    "contracts/amendment/changes",
    "contracts/amendments/changes",
    "contracts/implementation/transactions/payee/additionalIdentifiers",
    "contracts/implementation/transactions/payer/additionalIdentifiers",
    "contracts/items/additionalClassifications",
    "contracts/relatedProcesses/relationship",
    "parties/additionalIdentifiers",
    "parties/roles",
    "relatedProcesses/relationship",
    "tender/additionalProcurementCategories",
    "tender/amendment/changes",
    "tender/amendments/changes",
    "tender/bidOpening/location/gazetteer/identifiers",
    "tender/bidOpening/location/geometry/coordinates",
    "tender/clarificationMeetings/attendees/additionalIdentifiers",
    "tender/clarificationMeetings/officials/additionalIdentifiers",
    "tender/items/additionalClassifications",
    "tender/procuringEntity/additionalIdentifiers",
    "tender/submissionMethod",
    "tender/tenderers/additionalIdentifiers",
  ],
};

/** The rules of `defaultMergeRuleTable`, ready for use. */
export const defaultMergeRules: MergeRules = buildMergeRules(defaultMergeRuleTable);

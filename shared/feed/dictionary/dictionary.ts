import {
  buyerProfileSection,
  buyerProfilesSection,
  buyerSupplierSection,
} from "./buyer-profile.ts";
import { changeSection, changesIndexSection } from "./changes.ts";
import { compatSection } from "./compat.ts";
import { coverageSection } from "./coverage.ts";
import { edcaSection } from "./edca.ts";
import type { DictionarySection } from "./entry.ts";
import { evidenceSection } from "./evidence.ts";
import { extensionSection } from "./extension.ts";
import {
  extensionDetailsSection,
  processAwardsSection,
  processDetailsSection,
  rowCitationSection,
} from "./extension-details.ts";
import { feedIndexSection } from "./feed-index.ts";
import { healthSection } from "./health.ts";
import { listing69bSection } from "./listing-69b.ts";
import { packageSection } from "./package.ts";
import { partidasSection } from "./partidas.ts";
import { processDocumentsSection } from "./process-documents.ts";
import { processTextsSection } from "./process-texts.ts";
import { registryChangeSection } from "./registry-change.ts";
import { releaseSection } from "./release.ts";
import { subscriptionsSection } from "./subscriptions.ts";
import {
  amountSummarySection,
  profileBuyerSection,
  supplierProfileSection,
  supplierProfilesSection,
} from "./supplier-profile.ts";
import { supplierSection } from "./supplier-row.ts";
import { synonymsSection } from "./synonyms.ts";
import { tenderRowSection } from "./tender-row.ts";

/** Every field of every published JSON file that is of this project's own making or filled by it. */
export const dictionary: readonly DictionarySection[] = [
  releaseSection,
  packageSection,
  edcaSection,
  changeSection,
  changesIndexSection,
  evidenceSection,
  supplierSection,
  listing69bSection,
  registryChangeSection,
  supplierProfilesSection,
  supplierProfileSection,
  profileBuyerSection,
  buyerProfilesSection,
  buyerProfileSection,
  buyerSupplierSection,
  amountSummarySection,
  tenderRowSection,
  extensionSection,
  extensionDetailsSection,
  processDetailsSection,
  rowCitationSection,
  processDocumentsSection,
  processTextsSection,
  processAwardsSection,
  synonymsSection,
  partidasSection,
  subscriptionsSection,
  coverageSection,
  healthSection,
  compatSection,
  feedIndexSection,
];

import type { ProcessDocument } from "../../shared/feed/process-documents.ts";
import type { MessageName } from "../overlay/i18n.ts";
import type { Oddity, ProblemKind } from "./outcome.ts";

type DocumentType = NonNullable<ProcessDocument["type"]>;

/** Those that the mapping gives. */
const typeNames: Readonly<Partial<Record<DocumentType, MessageName>>> = {
  tenderNotice: "docTypeNotice",
  biddingDocuments: "docTypeBidding",
  clarifications: "docTypeClarifications",
  openingOfProposals: "docTypeOpening",
  evaluationReports: "docTypeEvaluation",
  awardNotice: "docTypeAward",
  contractDraft: "docTypeContractDraft",
  contractSigned: "docTypeContract",
  contractAnnexe: "docTypeAnnexe",
};

/** What a document is, by its type; that it is not known, where none of ours is told. */
export function documentTypeName(type: DocumentType | undefined): MessageName {
  return (type && typeNames[type]) ?? "docTypeUnknown";
}

export const problemNames: Readonly<Record<ProblemKind, MessageName>> = {
  unreachable: "docUnreachable",
  timeout: "docTimeout",
  notThere: "docNotThere",
  refused: "docRefused",
  tooMany: "docTooMany",
  httpStatus: "docHttpStatus",
  webPage: "docWebPage",
  empty: "docEmpty",
  tooLarge: "docTooLarge",
  elsewhere: "docElsewhere",
  withdrawn: "docWithdrawnNotAsked",
  notAsked: "docNotAsked",
};

export const oddityNames: Readonly<Record<Oddity, MessageName>> = {
  otherFormat: "docOtherFormat",
  otherThanFeed: "docOtherThanFeed",
};

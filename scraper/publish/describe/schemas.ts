import * as z from "zod";
import { BuyerProfile, BuyerProfiles } from "../../../shared/feed/buyer-profile.ts";
import { ChangeLine, ChangesIndex } from "../../../shared/feed/changes.ts";
import { FeedCompat } from "../../../shared/feed/compat.ts";
import { FeedCoverage } from "../../../shared/feed/coverage.ts";
import { EdcaProcesses, EdcaYears } from "../../../shared/feed/edca.ts";
import { ProcedureEvidence } from "../../../shared/feed/evidence.ts";
import { ExtensionDetails } from "../../../shared/feed/extension-details.ts";
import { FeedHealth } from "../../../shared/feed/health.ts";
import { ExtensionIndex, ExtensionManifest, FeedIndex } from "../../../shared/feed/index-schema.ts";
import { ProcessAwards } from "../../../shared/feed/process-awards.ts";
import { ProcessDetails } from "../../../shared/feed/process-details.ts";
import { ProcessDocument, ProcessDocuments } from "../../../shared/feed/process-documents.ts";
import { ProcessTexts } from "../../../shared/feed/process-texts.ts";
import { RegistryChange } from "../../../shared/feed/registry-change.ts";
import { RowCitation } from "../../../shared/feed/row-citation.ts";
import { Subscriptions } from "../../../shared/feed/subscriptions.ts";
import { SupplierProfile, SupplierProfiles } from "../../../shared/feed/supplier-profile.ts";
import { Listing69b, SupplierRow } from "../../../shared/feed/supplier-row.ts";
import { TenderRow } from "../../../shared/feed/tender-row.ts";
import { Address } from "../../../shared/ocds/model/address.ts";
import { Amendment } from "../../../shared/ocds/model/amendment.ts";
import { Award } from "../../../shared/ocds/model/award.ts";
import { Bids } from "../../../shared/ocds/model/bids.ts";
import { Classification } from "../../../shared/ocds/model/classification.ts";
import { ContactPoint } from "../../../shared/ocds/model/contact-point.ts";
import { Contract } from "../../../shared/ocds/model/contract.ts";
import { Document } from "../../../shared/ocds/model/document.ts";
import { DateTime, Uri } from "../../../shared/ocds/model/field.ts";
import { Identifier } from "../../../shared/ocds/model/identifier.ts";
import { Implementation } from "../../../shared/ocds/model/implementation.ts";
import { Item } from "../../../shared/ocds/model/item.ts";
import { Location } from "../../../shared/ocds/model/location.ts";
import { Milestone } from "../../../shared/ocds/model/milestone.ts";
import { Organization } from "../../../shared/ocds/model/organization.ts";
import { OrganizationReference } from "../../../shared/ocds/model/organization-reference.ts";
import { Period } from "../../../shared/ocds/model/period.ts";
import { Planning } from "../../../shared/ocds/model/planning.ts";
import { RelatedProcess } from "../../../shared/ocds/model/related-process.ts";
import { TenderChange } from "../../../shared/ocds/model/tender-change.ts";
import { Value } from "../../../shared/ocds/model/value.ts";
import {
  CompiledRelease,
  OcdsRecord,
  RecordPackage,
  Release,
  ReleasePackage,
} from "../../../shared/ocds/schema.ts";
import { PartidaList } from "../../../shared/search/partidas/partida-list.ts";
import { SynonymList } from "../../../shared/search/synonym-list.ts";

/** What the published JSON files hold, by the name that it has in `openapi.json`. */
const published = {
  BuyerProfileList: z.array(BuyerProfile),
  BuyerProfiles,
  ChangeLine,
  ChangesIndex,
  CompiledRelease,
  EdcaProcesses,
  EdcaYears,
  ExtensionDetails,
  ExtensionIndex,
  ExtensionManifest,
  FeedCompat,
  FeedCoverage,
  FeedHealth,
  FeedIndex,
  PartidaList,
  ProcedureEvidence,
  ProcessAwardsList: z.array(ProcessAwards),
  ProcessDetailsList: z.array(ProcessDetails),
  ProcessDocumentsList: z.array(ProcessDocuments),
  ProcessTexts,
  RecordPackage,
  RegistryChange,
  Release,
  ReleasePackage,
  RowCitationList: z.array(RowCitation),
  Subscriptions,
  SupplierList: z.array(SupplierRow),
  SupplierProfileList: z.array(SupplierProfile),
  SupplierProfiles,
  SynonymList,
};
export type SchemaName = keyof typeof published;

/** What those are made of, named so that each is described once. */
const parts = {
  Address,
  Amendment,
  Award,
  Bids,
  BuyerProfile,
  Classification,
  ContactPoint,
  Contract,
  Document,
  Identifier,
  Implementation,
  Item,
  Listing69b,
  Location,
  Milestone,
  Organization,
  OrganizationReference,
  Period,
  Planning,
  ProcessAwards,
  ProcessDetails,
  ProcessDocument,
  ProcessDocuments,
  Record: OcdsRecord,
  RelatedProcess,
  RowCitation,
  SupplierProfile,
  SupplierRow,
  Tender: TenderChange,
  TenderRow,
  Value,
};

/**
 * The JSON Schemas (2020-12) of everything published as JSON, by name, each pointing at the others as components of an OpenAPI document. They
 * say what shape a value has; that a list holds nothing twice, or a compiled release no null, they do not.
 */
export function jsonSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...published, ...parts }))
    registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ zodSchema, jsonSchema }) => {
      if (jsonSchema.format === undefined) {
        if (zodSchema === DateTime) jsonSchema.format = "date-time";
        if (zodSchema === Uri) jsonSchema.format = "uri";
      }
      // The format says the same as these patterns, and is read by people.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      // A later feed may hold fields that this one has not, and readers are told to pass them over.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: _id, ...schema }]) => [id, schema]),
  );
}

import * as z from "zod";
import {
  documentTypes,
  mainProcurementCategories,
  partyRoles,
  procurementMethods,
  releaseTags,
  tenderStatuses,
} from "./codelists.ts";

/**
 * The part of OCDS 1.1.5 (https://standard.open-contracting.org/1.1/en/schema/) that this project publishes, with the
 * extensions it declares. Strict: a field that no schema defines is a fault, and so is an empty text, list or object.
 */
const Text = z.string().min(1);
const DateTime = z.iso.datetime({ offset: true });
const list = <Item extends z.ZodType>(item: Item) => z.array(item).min(1);

/** An object that says something: at least one field. */
const some = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape).refine((value) => Object.keys(value).length > 0, "an empty object");

const Period = some({
  startDate: DateTime.optional(),
  endDate: DateTime.optional(),
});

const Identifier = z.strictObject({
  scheme: Text,
  id: Text,
  legalName: Text.optional(),
  uri: z.url().optional(),
});

const OrganizationReference = z.strictObject({ id: Text, name: Text });

const Organization = z.strictObject({
  id: Text,
  name: Text,
  identifier: Identifier.optional(),
  roles: list(z.enum(partyRoles)),
});

const Document = z.strictObject({
  id: Text,
  documentType: z.enum(documentTypes).optional(),
  title: Text,
  url: z.url(),
  format: Text.optional(),
  language: Text.optional(),
});

const Milestone = z.strictObject({
  id: Text,
  title: Text,
  type: Text,
  code: Text.optional(),
  dueDate: DateTime,
});

export const Tender = z.strictObject({
  id: Text,
  title: Text.optional(),
  description: Text.optional(),
  status: z.enum(tenderStatuses).optional(),
  procuringEntity: OrganizationReference.optional(),
  procurementMethod: z.enum(procurementMethods).optional(),
  procurementMethodDetails: Text.optional(),
  mainProcurementCategory: z.enum(mainProcurementCategories).optional(),
  additionalProcurementCategories: list(Text).optional(),
  tenderPeriod: Period.optional(),
  enquiryPeriod: Period.optional(),
  awardPeriod: Period.optional(),
  /** Extension bidOpening. */
  bidOpening: z.strictObject({ date: DateTime }).optional(),
  /** Extension clarificationMeetings. */
  clarificationMeetings: list(z.strictObject({ id: Text, date: DateTime })).optional(),
  milestones: list(Milestone).optional(),
  documents: list(Document).optional(),
});
export type Tender = z.infer<typeof Tender>;

const release = {
  ocid: Text,
  id: Text,
  date: DateTime,
  language: z.literal("es"),
  initiationType: z.literal("tender"),
  parties: list(Organization).optional(),
  buyer: OrganizationReference.optional(),
  tender: Tender,
};

/** One release: what became known of a contracting process at `date`. */
export const Release = z.strictObject({ ...release, tag: list(z.enum(releaseTags)) });
export type Release = z.infer<typeof Release>;

/** All releases of a process as one: its state at `date`, the date of the latest release. */
export const CompiledRelease = z.strictObject({
  ...release,
  tag: z.tuple([z.literal("compiled")]),
});
export type CompiledRelease = z.infer<typeof CompiledRelease>;

const packageMetadata = {
  uri: z.url(),
  version: z.literal("1.1"),
  extensions: list(z.url()),
  publishedDate: DateTime,
  publisher: z.strictObject({ name: Text, uri: z.url().optional() }),
  license: z.url().optional(),
  publicationPolicy: z.url().optional(),
};
/** What stands at the head of every package; the shape without `uri` and `publishedDate` is the publisher's configuration. */
export const PackageMetadata = z.strictObject(packageMetadata);
export type PackageMetadata = z.infer<typeof PackageMetadata>;

export const ReleasePackage = z.strictObject({ ...packageMetadata, releases: list(Release) });
export type ReleasePackage = z.infer<typeof ReleasePackage>;

export const OcdsRecord = z.strictObject({
  ocid: Text,
  releases: list(Release),
  compiledRelease: CompiledRelease,
});
export type OcdsRecord = z.infer<typeof OcdsRecord>;

export const RecordPackage = z.strictObject({ ...packageMetadata, records: list(OcdsRecord) });
export type RecordPackage = z.infer<typeof RecordPackage>;

import * as z from "zod";
import { codelists, releaseTags } from "./codelists.ts";
import { code, DateTime, list, Text, Uri, uniqueList } from "./model/field.ts";
import { object } from "./model/object.ts";
import { packageFields } from "./model/package-fields.ts";
import { releaseFields } from "./model/release-fields.ts";
import { stateOf } from "./model/state-of.ts";
import { TenderChange } from "./model/tender-change.ts";

/**
 * OCDS 1.1.5 (https://standard.open-contracting.org/1.1/en/schema/) with the known extensions. Strict: a field that no schema
 * defines is a fault, and so is an empty text, list or object.
 *
 * The model comes in two flavours. A *release* is a change: a field in it may be null where the standard's schema lets it, and is
 * then removed by merging. A *state*, such as a compiled release, holds no null anywhere.
 */

/** The process from the call to the ruling, as a state. */
export const Tender = stateOf(TenderChange);
export type Tender = z.infer<typeof Tender>;

/** One release: what became known of a contracting process at `date`. */
export const Release = object({ ...releaseFields, tag: list(z.enum(releaseTags)) });
export type Release = z.infer<typeof Release>;

/** All releases of a process as one: its state at `date`, the date of the latest release. */
export const CompiledRelease = stateOf(
  object({ ...releaseFields, tag: z.tuple([z.literal("compiled")]) }),
);
export type CompiledRelease = z.infer<typeof CompiledRelease>;

/** What stands at the head of every package; the shape without `uri` and `publishedDate` is the publisher's configuration. */
export const PackageMetadata = object(packageFields);
export type PackageMetadata = z.infer<typeof PackageMetadata>;

/** Some publishers put compiled releases into packages of releases. */
const PackagedRelease = z.union([Release, CompiledRelease], "expected a release");

export const ReleasePackage = object({ ...packageFields, releases: uniqueList(PackagedRelease) });
export type ReleasePackage = z.infer<typeof ReleasePackage>;

/** Stands in a record for a release that is published elsewhere. */
const LinkedRelease = object({
  url: Uri.nullable(),
  date: DateTime,
  tag: list(code(codelists.releaseTag)).optional(),
});

/** A contracting process with its releases, whole or linked, and what merging makes of them. */
export const OcdsRecord = object({
  ocid: Text,
  releases: z.union(
    [list(PackagedRelease), list(LinkedRelease)],
    "expected a list of releases or of links to them",
  ),
  compiledRelease: CompiledRelease.optional(),
  /** Only known to be one: its fields hold lists of values, each with the release that it comes from. */
  versionedRelease: z.looseObject({ ocid: Text }).optional(),
});
export type OcdsRecord = z.infer<typeof OcdsRecord>;

export const RecordPackage = object({
  ...packageFields,
  packages: uniqueList(Uri).optional(),
  records: uniqueList(OcdsRecord),
});
export type RecordPackage = z.infer<typeof RecordPackage>;
